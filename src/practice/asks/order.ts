/** The chosen questions in their order: adding, dropping, moving. Nothing here changes what it is given. */
import { ENOUGH } from './ask.ts'

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
