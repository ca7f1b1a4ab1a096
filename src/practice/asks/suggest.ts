/**
 * Which questions to ask, until the candidate chooses: at most six that the audience can answer, none that is settled.
 *
 * One after the other is taken from the group that has the fewest yet, so that no subject crowds out the others; those
 * of the guide's day-of card come before all others. What ties stands first in the content. The six are then put in the
 * order of the content, where the work comes first and the practical side last. Where an audience knows less than six,
 * there are fewer: a question to somebody who cannot answer it is no question.
 */
import { ENOUGH, type Ask, type Audience } from './ask.ts'

/** Ids, in the order in which to ask them. `settled` says what is already answered. */
export function suggest(asks: readonly Ask[], audience: Audience, settled: (id: string) => boolean): string[] {
  const known = asks.filter((ask) => ask.audience.includes(audience) && !settled(ask.id))
  const taken = new Set<Ask>()
  while (taken.size < Math.min(ENOUGH.max, known.length)) {
    const left = known.filter((ask) => !taken.has(ask))
    const next = spreadOver(left.some(({ chosen }) => chosen) ? left.filter(({ chosen }) => chosen) : left, taken)
    if (next) taken.add(next)
  }
  return known.filter((ask) => taken.has(ask)).map(({ id }) => id)
}

/** The first one of the group that was taken from least. */
function spreadOver(left: readonly Ask[], taken: ReadonlySet<Ask>): Ask | undefined {
  const count = (group: string) => [...taken].filter((ask) => ask.group === group).length
  return left.toSorted((a, b) => count(a.group) - count(b.group))[0]
}
