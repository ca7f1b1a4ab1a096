/** The practice pages, in the order of their menu. */
export const practicePages = [
  { address: '/practice/', name: 'Overview' },
  { address: '/practice/cards/', name: 'Cards' },
  { address: '/practice/mock/', name: 'Mock interview' },
  { address: '/practice/stories/', name: 'Stories' },
  { address: '/practice/asks/', name: 'Questions to ask' },
  { address: '/practice/plan/', name: 'Plan' },
  { address: '/practice/last-minutes/', name: 'Last 15 minutes' },
  { address: '/practice/data/', name: 'Your data' },
] as const
