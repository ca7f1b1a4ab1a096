/** What was graded since the page was opened, so that it can be taken back and summed up. */
import type { CardNotes } from './notes.ts'
import { GRADES, type Grade } from './grade.ts'
import type { Review } from './review.ts'

/** What stood in the store before a grade: record, notes and queue; undefined where there was none. */
export interface Change {
  id: string
  before: { review: Review | undefined; notes: CardNotes | undefined; queued: readonly string[] }
}

/** A grade that was given. */
export interface Step extends Change {
  grade: Grade
  /** Whether the answer was looked at before an attempt. */
  early: boolean
}

/** Steps from first to last. */
export type Session = readonly Step[]

/** Ids that were graded. */
export const seenIn = (session: Session): Set<string> => new Set(session.map(({ id }) => id))

/** How often each grade was given. */
export const countsOf = (session: Session): Record<Grade, number> =>
  Object.fromEntries(GRADES.map((grade) => [grade, session.filter((step) => step.grade === grade).length])) as Record<
    Grade,
    number
  >
