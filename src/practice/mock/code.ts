/** The code of an agenda, `60-K7F3Q`: its length and its seed. Typed on another device it draws the same agenda. */

/** Lengths of a mock interview in minutes. */
export const LENGTHS = [45, 60, 90] as const
export type Length = (typeof LENGTHS)[number]

export interface Code {
  length: Length
  /** One to twelve letters and digits. */
  seed: string
}

/** Without I, O, 0 and 1, which are mistaken for one another when a code is read out. */
const SIGNS = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789'

/** A seed of five signs; `chance` gives numbers from 0 to below 1. */
export const newSeed = (chance: () => number): string =>
  Array.from({ length: 5 }, () => SIGNS[Math.floor(chance() * SIGNS.length)]).join('')

export const textOf = ({ length, seed }: Code): string => `${length}-${seed}`

/**
 * The code that somebody typed, in capitals or not, with or without the dash. A seed alone takes `length`, where one is
 * given. Undefined for anything else.
 */
export function codeOf(text: string, length?: Length): Code | undefined {
  const typed = text.toUpperCase().replace(/[\s–-]+/g, '-')
  const [, minutes, seed] = /^-?(?:(45|60|90)-)?([A-Z0-9]{1,12})-?$/.exec(typed) ?? []
  const known = LENGTHS.find((one) => String(one) === minutes) ?? length
  return seed && known ? { length: known, seed } : undefined
}
