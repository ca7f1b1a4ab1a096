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
import { FSRSAlgorithm, generatorParameters } from 'ts-fsrs'
import { DAY, HOUR, MINUTE } from '../kit/time.ts'
import { dueAt } from './due.ts'
import { GRADES, SPACED, STABILITY, strengthOf, type Grade, type Review } from './review.ts'

/**
 * How firmly a card is remembered, by the model FSRS 6 with its default weights. Of `ts-fsrs`, which only this file
 * knows, no more is taken: its own scheduler counts in whole days, far too coarse for a sprint of three, and importing it
 * adds methods to `Date`. The model is told the time in parts of days, which makes needless its short-term formula for a
 * second look on the same calendar day. Nothing here is random.
 */
const model = new FSRSAlgorithm(generatorParameters({ enable_short_term: false }))

/** The memory after a grade, `days` after the review before; a card that was never graded has no memory yet. */
export function remembered(
  memory: Pick<Review, 'stability' | 'difficulty'> | undefined,
  days: number,
  grade: Grade,
): Pick<Review, 'stability' | 'difficulty'> {
  const { stability, difficulty } = model.next_state(memory ?? null, Math.max(0, days), GRADES.indexOf(grade) + 1)
  return { stability: Math.min(Math.max(stability, STABILITY.min), STABILITY.max), difficulty }
}

/** The record after a grade. `held` is what was known until now, `end` when the interview begins. */
export function graded(held: Review | undefined, grade: Grade, now: number, end: number): Review {
  const away = held ? Math.max(0, now - held.last) : Infinity
  const failed = grade === 'again' || grade === 'hard'
  const next: Review = {
    ...remembered(held, away / DAY, grade),
    grade,
    last: now,
    due: now,
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

/** What each grade would mean now: milliseconds until the card comes again, undefined for not before the interview. */
export function previews(held: Review | undefined, now: number, end: number): Record<Grade, number | undefined> {
  const until = (grade: Grade) => {
    const { due } = graded(held, grade, now, end)
    return due >= end ? undefined : due - now
  }
  return Object.fromEntries(GRADES.map((grade) => [grade, until(grade)])) as Record<Grade, number | undefined>
}
