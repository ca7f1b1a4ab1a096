/** What is known of a card that was graded: one record for each card, under the card's id. */
import { integer, maxValue, minValue, number, object, picklist, pipe, safeInteger, type InferOutput } from 'valibot'
import { HOUR } from '../interview/interview.ts'
import type { Shelf } from '../storage.ts'
import { GRADES } from './grade.ts'
import { STABILITY } from './memory.ts'

const instant = pipe(number(), safeInteger())
const count = pipe(number(), integer(), minValue(0))

export const review = object({
  /** Days after which nine of ten such cards are still recalled. */
  stability: pipe(number(), minValue(STABILITY.min), maxValue(STABILITY.max)),
  /** 1 to 10. */
  difficulty: pipe(number(), minValue(1), maxValue(10)),
  /** The last grade. */
  grade: picklist(GRADES),
  /** When it was first graded, in milliseconds since 1970. */
  first: instant,
  /** When it was last graded, likewise. */
  last: instant,
  /** When it is to come again, likewise; read it through `dueAt`, for the interview may have been moved since. */
  due: instant,
  /** How often it was graded. */
  reps: count,
  /** How often it was forgotten: graded "again". */
  lapses: count,
  /** Times in a row that it was recalled (good or easy) at least an hour after the review before; the first counts. */
  recalled: count,
})

export type Review = InferOutput<typeof review>

export const reviewShelf: Shelf<Review> = { name: 'reviews', version: 1, schema: review }

/** A second look sooner than this says nothing about memory. */
export const SPACED = HOUR

/**
 * How well a card is known.
 *
 * - `weak`: the last grade was again or hard, or the memory does not hold for a day.
 * - `strong`: recalled at least twice, an hour or more apart, and the memory holds for three days, the sprint's length.
 * - `fair`: what lies between.
 */
export type Strength = 'weak' | 'fair' | 'strong'

export function strengthOf({ grade, stability, recalled }: Review): Strength {
  if (grade === 'again' || grade === 'hard' || stability < 1) return 'weak'
  return recalled >= 2 && stability >= 3 ? 'strong' : 'fair'
}

export const isWeak = (held: Review): boolean => strengthOf(held) === 'weak'
