/**
 * The first gap of a mock interview, and the cards that drill it. One gap and no list: the lowest level below the pass
 * line; among equals what came first in the interview, and inside a phase what stands first in the rubric.
 */
import { followUpCard, questionCard } from '../cards/card.ts'

/** Level of a rating, from very weak (1) to very strong (4). */
export type Rating = 1 | 2 | 3 | 4
/** From here on an interviewer would go on with the candidate. */
export const PASS: Rating = 3

/** What was judged: a dimension of the rubric in a phase. */
export interface Judged {
  phase: string
  dimension: string
}

/** Name of a rating in the record. */
export const ratingOf = ({ phase, dimension }: Judged): string => `${phase}/${dimension}`

/** The first gap; `order` is what can be judged, in the order of the interview and of the rubric. */
export function firstGap(
  order: readonly Judged[],
  ratings: Readonly<Record<string, Rating>>,
): (Judged & { level: Rating }) | undefined {
  return order
    .flatMap((judged) => {
      const level = ratings[ratingOf(judged)]
      return level !== undefined && level < PASS ? [{ ...judged, level }] : []
    })
    .toSorted((a, b) => a.level - b.level)[0]
}

/** The mean level, for the chart; undefined when nothing was rated. */
export function meanOf(ratings: Readonly<Record<string, Rating>>): number | undefined {
  const levels = Object.values(ratings)
  return levels.length === 0 ? undefined : levels.reduce<number>((sum, level) => sum + level, 0) / levels.length
}

/** A question with what its neighbours are found by. */
export interface Drillable {
  /** Its name, which is its card's too. */
  id: string
  area: string
  concepts: readonly string[]
  /** Names of its follow-ups, the trap first. */
  followUps: readonly string[]
}

/** A drill is done in a quarter of an hour or not at all. */
const DRILL = 6

/**
 * Cards that ask for the same in another way: for each question of the phase a neighbour that was not asked, of the
 * same area and with the most concepts in common, and the follow-up that is its trap. Never the question itself. At
 * most six, the first questions' first.
 */
export function variantOf(asked: readonly string[], all: readonly Drillable[]): string[] {
  const questions = asked.flatMap((id) => all.filter((question) => question.id === id))
  const taken = new Set(asked)
  const cards = questions.flatMap((question) => {
    const neighbour = all
      .filter(({ id, area }) => area === question.area && !taken.has(id))
      .toSorted((a, b) => shared(b, question) - shared(a, question))[0]
    if (neighbour) taken.add(neighbour.id)
    const trap = question.followUps[0]
    return [...(neighbour ? [questionCard(neighbour.id)] : []), ...(trap ? [followUpCard(question.id, trap)] : [])]
  })
  return cards.slice(0, DRILL)
}

const shared = (a: Drillable, b: Drillable) => a.concepts.filter((concept) => b.concepts.includes(concept)).length
