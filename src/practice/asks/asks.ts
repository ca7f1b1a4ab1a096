/** The questions to ask them: which are suggested, and how a choice is ordered. Nothing here changes what it is given. */
import type { Audience } from '../../schemas/ask.ts'

export const AUDIENCES = ['recruiter', 'tech-lead', 'manager'] as const satisfies readonly Audience[]

/** How an audience is called in a sentence. */
export const AUDIENCE_NAMES = {
  recruiter: 'recruiter',
  'tech-lead': 'tech lead',
  manager: 'manager',
} as const satisfies Record<Audience, string>

/** The audience until another is chosen: the guide's own six are for a tech lead. */
export const FIRST_AUDIENCE: Audience = 'tech-lead'

export const isAudience = (text: string | undefined): text is Audience => AUDIENCES.some((known) => known === text)

/** As many as a conversation has room for, by the brief. */
export const ENOUGH = { min: 4, max: 6 } as const

/** What the choice depends on; the words stand in the page. */
export interface Ask {
  /** Id in `content/asks.yaml`. */
  id: string
  group: string
  audience: readonly Audience[]
  /** Whether it stands on the guide's day-of card. */
  chosen: boolean
}

/**
 * Which questions to ask, until the candidate chooses: at most six that the audience can answer, none that is settled.
 *
 * One after the other is taken from the group that has the fewest yet, so that no subject crowds out the others; those
 * of the guide's day-of card come before all others. What ties stands first in the content. The six are then put in the
 * order of the content, where the work comes first and the practical side last. Where an audience knows less than six,
 * there are fewer: a question to somebody who cannot answer it is no question.
 *
 * Returns ids, in the order in which to ask them. `settled` says what is already answered.
 */
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

/** Adds an id at the end, or drops it. */
export const withChoice = (ids: readonly string[], id: string, chosen: boolean): string[] =>
  chosen ? [...ids.filter((other) => other !== id), id] : ids.filter((other) => other !== id)

/** Moves an id by some places, at most to the ends. An id that is not there moves nothing. */
export function moved(ids: readonly string[], id: string, by: number): string[] {
  const from = ids.indexOf(id)
  if (from < 0) return [...ids]
  const rest = ids.filter((other) => other !== id)
  const to = Math.min(Math.max(from + by, 0), rest.length)
  return rest.toSpliced(to, 0, id)
}

/** How many there are against the four to six of the brief. */
export type Amount = 'few' | 'enough' | 'many'

export function amountOf(count: number): Amount {
  if (count < ENOUGH.min) return 'few'
  return count > ENOUGH.max ? 'many' : 'enough'
}
