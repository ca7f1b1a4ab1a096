/** What is known of a card that was graded: one record for each card, under the card's id. */
import { integer, maxValue, minValue, number, object, picklist, pipe, safeInteger, type InferOutput } from 'valibot'
import { HOUR } from '../kit/time.ts'
import type { RecordKind } from '../kit/storage/record-kind.ts'
import type { Card } from './card.ts'

/** How well an answer came, as the one who gave it says; from worst to best. The keys 1 to 4 stand for them. */
export const GRADES = ['again', 'hard', 'good', 'easy'] as const
export type Grade = (typeof GRADES)[number]

export const isGrade = (text: unknown): text is Grade => GRADES.some((grade) => grade === text)

/** The grade of a key, undefined for any other key. */
export const gradeOfKey = (key: string): Grade | undefined =>
  /^[1-4]$/.test(key) ? GRADES[Number(key) - 1] : undefined

/** What a stability may be, in days. The model's own bounds: outside of them it refuses to count. */
export const STABILITY = { min: 0.001, max: 36_500 } as const

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

export const reviewKind: RecordKind<Review> = {
  name: 'reviews',
  title: 'Cards you graded',
  version: 1,
  schema: review,
}

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

/** Numbers of cards by how well they are known, `never` those that were not attempted; together all cards of an area. */
export type Progress = Record<'never' | Strength, number>

/**
 * Counts by area, areas in the order in which they first appear among the cards. `reviews` are all values of
 * `reviewKind`; records of cards that left the guide are not counted.
 */
export function progressByArea(
  cards: readonly Pick<Card, 'id' | 'area'>[],
  reviews: ReadonlyMap<string, Review>,
): Map<string, Progress> {
  const areas = new Map<string, Progress>()
  for (const { id, area } of cards) {
    const counts = areas.get(area) ?? { never: 0, weak: 0, fair: 0, strong: 0 }
    const held = reviews.get(id)
    counts[held ? strengthOf(held) : 'never'] += 1
    areas.set(area, counts)
  }
  return areas
}
