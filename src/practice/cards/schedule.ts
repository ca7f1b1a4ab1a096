/**
 * When a card comes again: by memory, but never after the interview.
 *
 * FSRS would send a first "easy" away for eight days. For a test in three days, gaps of half a day to a day serve best,
 * and several retrievals apart matter more than exact gaps (Cepeda 2008; Latimier 2021). So until a card is strong no gap
 * is longer than a share of the time that is left: a sixth after "hard", a third after "good", half after "easy"; with 72
 * hours left that is 12, 24 and 36 hours. A strong card may stay away for a day or half of the time that is left, and a
 * card whose time would come after the interview is due when that begins, which means: not again.
 *
 * Weak cards always come again before it: at half of the time that was left when they were graded at the latest, at the
 * beginning of the final day, and at the beginning of the last hour.
 */
import { DAY, HOUR, MINUTE } from '../interview/interview.ts'
import { GRADES, type Grade } from './grade.ts'
import { remembered } from './memory.ts'
import { isWeak, SPACED, strengthOf, type Review } from './review.ts'

/** Without a date the interview is taken to be this long after the first review. */
export const ASSUMED = 3 * DAY

/** When practice ends. */
export interface End {
  /** Start of the interview, in milliseconds since 1970. */
  at: number
  /** Whether nobody set it. */
  assumed: boolean
}

/** The interview if it is set, else three days from the first review, or from now before that. */
export function endOf(interview: number | undefined, reviews: Iterable<Review>, now: number): End {
  if (interview !== undefined) return { at: interview, assumed: false }
  const first = [...reviews].reduce((least, held) => Math.min(least, held.first), Infinity)
  return { at: (Number.isFinite(first) ? first : now) + ASSUMED, assumed: true }
}

/** How near the interview is. In the `last-hour` the worst comes first; once it is `over`, all of it does. */
export type Phase = 'sprint' | 'final-day' | 'last-hour' | 'over'

export function phaseOf(now: number, end: number): Phase {
  if (now >= end) return 'over'
  if (now >= end - HOUR) return 'last-hour'
  return now >= end - DAY ? 'final-day' : 'sprint'
}

/** The record after a grade. `held` is what was known until now, `end` when the interview begins. */
export function graded(held: Review | undefined, grade: Grade, now: number, end: number): Review {
  const away = held ? Math.max(0, now - held.last) : Infinity
  const { stability, difficulty } = remembered(held, away / DAY, grade)
  const failed = grade === 'again' || grade === 'hard'
  const next: Review = {
    ...{ stability, difficulty, grade, last: now, due: now },
    first: Math.min(held?.first ?? now, now),
    reps: (held?.reps ?? 0) + 1,
    lapses: (held?.lapses ?? 0) + (grade === 'again' ? 1 : 0),
    recalled: failed ? 0 : (held?.recalled ?? 0) + (away >= SPACED ? 1 : 0),
  }
  return withDue(next, now + gap(next, Math.max(0, end - now)), end)
}

const withDue = (next: Review, due: number, end: number): Review => ({ ...next, due: dueAt({ ...next, due }, end) })

/** A forgotten card comes again while the answer is still warm, but not at once. */
const SOON = 10 * MINUTE
/** Shares of the time that is left, and the least gap where those become small. */
const LONGEST = { hard: 1 / 6, good: 1 / 3, easy: 1 / 2 } as const
const LEAST = { hard: HOUR, good: 4 * HOUR, easy: 8 * HOUR } as const

/** Milliseconds until it should come again, by memory and by the time that is left. */
function gap(next: Review, left: number): number {
  if (next.grade === 'again') return SOON
  const least = LEAST[next.grade]
  const longest = strengthOf(next) === 'strong' ? Math.max(DAY, left / 2) : Math.max(least, left * LONGEST[next.grade])
  return Math.round(Math.min(Math.max(next.stability * DAY, least), longest))
}

/** When a card is due with the interview at `end`, which may have been moved since it was graded. Never after it. */
export function dueAt(held: Review, end: number): number {
  if (!isWeak(held) || held.last >= end) return Math.min(held.due, end)
  const half = held.last + Math.floor((end - held.last) / 2)
  return Math.min(held.due, half, ...lastLooks(end).filter((look) => held.last < look))
}

/** Moments at which everything weak comes once more. */
const lastLooks = (end: number) => [end - DAY, end - HOUR]

/** What each grade would mean now: milliseconds until the card comes again, undefined for not before the interview. */
export function previews(held: Review | undefined, now: number, end: number): Record<Grade, number | undefined> {
  const until = (grade: Grade) => {
    const { due } = graded(held, grade, now, end)
    return due >= end ? undefined : due - now
  }
  return Object.fromEntries(GRADES.map((grade) => [grade, until(grade)])) as Record<Grade, number | undefined>
}
