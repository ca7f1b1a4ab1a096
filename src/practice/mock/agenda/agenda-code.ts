/**
 * The code of an agenda, `60-K7F3Q`: its length and its seed, and the chance that comes of it. Typed on another device it
 * draws the same agenda.
 */

/** Lengths of a mock interview in minutes. */
export const LENGTHS = [45, 60, 90] as const
export type Length = (typeof LENGTHS)[number]

export interface Code {
  length: Length
  /** One to twelve letters and digits. */
  seed: string
}

/** Without I, O, 0 and 1, which are mistaken for one another when a code is read out. */
const CHARACTERS = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789'

/** A seed of five characters; `chance` gives numbers from 0 to below 1. */
export const newSeed = (chance: () => number): string =>
  Array.from({ length: 5 }, () => CHARACTERS[Math.floor(chance() * CHARACTERS.length)]).join('')

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

/** Numbers from 0 to below 1, drawn one after another from a text; the same text gives the same (FNV-1a into mulberry32). */
export function chanceOf(text: string): () => number {
  let state = 0x811c9dc5
  for (const letter of text) state = Math.imul(state ^ (letter.codePointAt(0) ?? 0), 0x01000193)
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}
