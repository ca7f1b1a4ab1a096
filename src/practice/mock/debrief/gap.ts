/**
 * The first gap of a mock interview, and the cards that drill it. One gap and no list: the lowest level below the pass
 * line; among equals what came first in the interview, and inside a phase what stands first in the rubric.
 */
import { followUpCard, questionCard } from '../../cards/card.ts'
import { titleOf, type GuideQuestion, type MockFacts } from '../facts.ts'
import { ratingOf, type Judged, type Mock, type Rating } from '../mock.ts'

/** From here on an interviewer would go on with the candidate. */
export const PASS: Rating = 3

/** What can be judged, in the order of the interview and of the rubric. */
export const judgedIn = ({ phases, dimensions }: MockFacts): Judged[] =>
  phases.flatMap(({ id, rates }) =>
    dimensions
      .filter((dimension) => rates.includes(dimension.id))
      .map((dimension) => ({ phase: id, dimension: dimension.id })),
  )

/** What the debrief of a mock says. */
export interface Debrief {
  /** `unrated` while nothing is rated, `none` when all is strong, else `found`. */
  state: 'unrated' | 'none' | 'found'
  /** Its one gap, in the words of the rubric: what it is, what the pass line looks like, what to do about it. */
  gap?: { name: string; strong: string; drill: string }
  /** Ids of the cards that drill it, the first one first. */
  cards: string[]
}

export function debriefOf({ agenda, ratings, reached }: Mock, facts: MockFacts): Debrief {
  const gap = firstGap(judgedIn(facts), ratings)
  const dimension = facts.dimensions.find(({ id }) => id === gap?.dimension)
  if (!gap || !dimension) return { state: Object.keys(ratings).length === 0 ? 'unrated' : 'none', cards: [] }
  const { title, strong, drill } = dimension
  const level = facts.levels[gap.level - 1]?.toLowerCase() ?? ''
  const slots = agenda.find(({ phase }) => phase === gap.phase)?.slots ?? []
  const asked = slots.map(({ question }) => question).filter((question) => reached.includes(question))
  return {
    state: 'found',
    gap: { name: `${title}: ${level} in ${titleOf(facts, gap.phase)}`, strong, drill },
    cards: variantOf(
      asked,
      facts.phases.flatMap(({ drawn }) => drawn),
    ),
  }
}

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
export type Drillable = Pick<GuideQuestion, 'id' | 'area' | 'concepts' | 'followUps'>

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
