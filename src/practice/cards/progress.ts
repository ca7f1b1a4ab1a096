/** How far the cards are, by area: for the picture of readiness and for what to do next. */
import type { Card } from './card.ts'
import { strengthOf, type Review, type Strength } from './review.ts'

/** Numbers of cards; together all cards of the area. */
export type Progress = Record<'never' | Strength, number>

/** How well each card is known; `never` when it was not attempted. */
export const standingOf = (id: string, reviews: ReadonlyMap<string, Review>): keyof Progress => {
  const held = reviews.get(id)
  return held ? strengthOf(held) : 'never'
}

/**
 * Counts by area, areas in the order in which they first appear among the cards. `reviews` are all values of
 * `reviewShelf`; records of cards that left the guide are not counted.
 */
export function progressByArea(
  cards: readonly Pick<Card, 'id' | 'area'>[],
  reviews: ReadonlyMap<string, Review>,
): Map<string, Progress> {
  const areas = new Map<string, Progress>()
  for (const { id, area } of cards) {
    const counts = areas.get(area) ?? { never: 0, weak: 0, fair: 0, strong: 0 }
    counts[standingOf(id, reviews)] += 1
    areas.set(area, counts)
  }
  return areas
}

/** The sum over areas. */
export const total = (areas: Iterable<Progress>): Progress =>
  [...areas].reduce(
    (sum, { never, weak, fair, strong }) => ({
      never: sum.never + never,
      weak: sum.weak + weak,
      fair: sum.fair + fair,
      strong: sum.strong + strong,
    }),
    { never: 0, weak: 0, fair: 0, strong: 0 },
  )
