/** What was graded since the page was opened, so that it can be taken back and summed up. */
import type { CardNotes } from './notes.ts'
import { GRADES, type Grade } from './grade.ts'
import type { Review } from './review.ts'

/** A grade that was given, and all that stood there before it. */
export interface Step {
  id: string
  grade: Grade
  /** Record, notes and queue as they were; undefined where there was none. */
  before: { review: Review | undefined; notes: CardNotes | undefined; queued: readonly string[] }
}

/** Steps from first to last. */
export type Session = readonly Step[]

/** The session without its last step, and that step. */
export const undone = (session: Session): { session: Session; step: Step | undefined } => ({
  session: session.slice(0, -1),
  step: session.at(-1),
})

/** Ids that were graded. */
export const seenIn = (session: Session): Set<string> => new Set(session.map(({ id }) => id))

/** How often each grade was given. */
export const countsOf = (session: Session): Record<Grade, number> =>
  Object.fromEntries(GRADES.map((grade) => [grade, session.filter((step) => step.grade === grade).length])) as Record<
    Grade,
    number
  >
