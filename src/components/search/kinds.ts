/** The kinds of pages by which the search can be narrowed. */

/** What the filters are called; the empty kind is every page. */
export const FILTERS = {
  '': 'All',
  question: 'Questions',
  concept: 'Concepts',
  story: 'Stories',
  section: 'Brief',
  sheet: 'Sheets',
  ask: 'To ask',
  practice: 'Practice',
} as const

/** What a single result of a kind is called. */
export const NAMES: Readonly<Record<string, string>> = {
  question: 'Question',
  concept: 'Concept',
  story: 'Story',
  section: 'Brief',
  sheet: 'Sheet',
  ask: 'To ask',
  practice: 'Practice',
}
