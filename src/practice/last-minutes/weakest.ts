/**
 * Questions by how much their answer needs a last look: what went wrong last, the worst grade and the weakest memory
 * first; then the questions to rehearse first that were never tried; then what is known fairly, never tried, known well.
 * Only the question's own card counts: its follow-ups may be forgotten while the answer itself stands.
 */
import { GRADES, strengthOf, type Review } from '../cards/review.ts'

/** Answers of which the first sentence is shown. */
export const WEAKEST = 3

export interface Asked {
  /** Id of the question's card. */
  id: string
  /** Place among the questions to rehearse first; left out for all others. */
  top?: number | undefined
}

/** Ids, the weakest first; what ties keeps its order. */
export function byWeakness(questions: readonly Asked[], reviews: ReadonlyMap<string, Review>): string[] {
  const keys = new Map(questions.map((question) => [question.id, keyOf(question, reviews.get(question.id))]))
  const compare = (a: Asked, b: Asked) => {
    const [one = [], other = []] = [keys.get(a.id), keys.get(b.id)]
    return one.map((number, at) => number - (other[at] ?? 0)).find((difference) => difference !== 0) ?? 0
  }
  return questions.toSorted(compare).map(({ id }) => id)
}

function keyOf({ top }: Asked, held: Review | undefined): number[] {
  if (!held) return top === undefined ? [3, 0, 0] : [1, top, 0]
  const strength = strengthOf(held)
  if (strength === 'weak') return [0, GRADES.indexOf(held.grade), held.stability]
  return [strength === 'fair' ? 2 : 4, held.stability, 0]
}
