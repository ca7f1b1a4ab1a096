/** The rooms of the guide, as the menu has them, and the pages of each, as its row has them. */

interface Page {
  /** From the root of the site, without the base path. */
  address: string
  name: string
}

interface Room extends Page {
  pages: readonly Page[]
  /** Addresses of what also belongs to it, beside those of its pages and what lies below them. */
  holds?: readonly string[]
}

/** At most five: on a phone they share the bar at the foot of the screen. */
export const rooms: readonly Room[] = [
  {
    name: 'Read',
    address: '/brief/',
    pages: [
      { name: 'The brief', address: '/brief/' },
      { name: 'Chapters', address: '/concepts/' },
    ],
    holds: ['/claims/', '/review/', '/code/'],
  },
  {
    name: 'Answers',
    address: '/questions/',
    pages: [
      { name: 'Questions', address: '/questions/' },
      { name: 'Stories', address: '/stories/' },
      { name: 'Cards', address: '/practice/cards/' },
      { name: 'Mock interview', address: '/practice/mock/' },
    ],
  },
  {
    name: 'Plan',
    address: '/plan/',
    pages: [{ name: 'The plan', address: '/plan/' }],
    holds: ['/paths/'],
  },
  {
    name: 'The day',
    address: '/sheets/',
    pages: [
      { name: 'Sheets', address: '/sheets/' },
      { name: 'To ask', address: '/asks/' },
      { name: 'Last 15 minutes', address: '/practice/last-minutes/' },
      { name: 'Blanks', address: '/blanks/' },
    ],
  },
]

/** The room in which a page stands; undefined for what belongs to none, such as the search. */
export const roomOf = (address: string): Room | undefined =>
  rooms.find(({ pages, holds = [] }) =>
    [...pages.map((page) => page.address), ...holds].some((one) => address.startsWith(one)),
  )
