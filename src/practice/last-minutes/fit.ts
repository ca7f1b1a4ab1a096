/**
 * What stands on the one page for the last minutes: as much as fits into 350 words, on one sheet of paper and on one
 * screen of a laptop.
 *
 * A line can be worded in several ways, from a name to a paragraph; each wording is whole sentences, so nothing is ever
 * cut in the middle of one. Each wording has a rank. They are taken by rank, lower first, then in the order of the
 * lines; a wording takes the place of the one that its line had before, and one that has no room is passed over. So a
 * wording of a later rank never takes the room of one of an earlier rank. What is left out is named on the page.
 */

/** Words on the whole page, headings included. */
export const MOST_WORDS = 350

/** Lines on the page, headings not counted: each begins in a row of its own. */
export const MOST_LINES = 26

export interface Wording {
  /** When it is taken; lower is earlier. */
  rank: number
  /** The room that it takes, in words. */
  words: number
}

/** The wordings of a line, a better one after a worse one. */
export type Line = readonly Wording[]

/** For each line the place of its wording, or undefined where none had room. `room` is in words. */
export function fit(lines: readonly Line[], room: number, most = MOST_LINES): (number | undefined)[] {
  const taken: (number | undefined)[] = lines.map(() => undefined)
  let left = room
  let begun = 0
  for (const { line, at, words } of inOrder(lines)) {
    const held = taken[line]
    const more = words - (held === undefined ? 0 : (lines[line]?.[held]?.words ?? 0))
    // A worse wording of the same line may come later in rank; it replaces nothing.
    if (more > left || (held !== undefined && held > at) || (held === undefined && begun === most)) continue
    if (held === undefined) begun++
    taken[line] = at
    left -= more
  }
  return taken
}

const inOrder = (lines: readonly Line[]) =>
  lines
    .flatMap((wordings, line) => wordings.map(({ rank, words }, at) => ({ line, at, rank, words })))
    .toSorted((a, b) => a.rank - b.rank || a.line - b.line || a.at - b.at)

/** Rows of the narrowest column that a screen has room for, and the characters that each holds in the page's own font. */
const ROWS = 72
const CHARACTERS = 46

/** Words, numbers and abbreviations in a text as it is read; a lone dash or sign is none. */
export const wordsIn = (text: string): number => wordsOf(text).length

/**
 * The room that a text takes, in words: a line fills whole rows, however short it is, and a long address more of them
 * than its one word says.
 */
export function roomOf(text: string): number {
  const words = wordsOf(text)
  return Math.max(words.length, (Math.ceil(words.join(' ').length / CHARACTERS) * MOST_WORDS) / ROWS)
}

const wordsOf = (text: string) => text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word))
