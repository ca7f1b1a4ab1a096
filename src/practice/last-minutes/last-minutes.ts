/**
 * What stands on the one page for the last minutes: as much as fits into 350 words.
 *
 * A line can be worded in several ways, from a name to a paragraph; each wording is whole sentences, so nothing is ever
 * cut in the middle of one. Each wording has a rank. They are taken by rank, lower first, then in the order of the
 * lines; a wording takes the place of the one that its line had before, and one that has no room is passed over. So a
 * wording of a later rank never takes the room of one of an earlier rank.
 */

/** Words on the whole page, headings included. */
export const MOST_WORDS = 350

export interface Wording {
  /** When it is taken; lower is earlier. */
  rank: number
  /** Its length. */
  words: number
}

/** The wordings of a line, a better one after a worse one. */
export type Line = readonly Wording[]

/** For each line the place of its wording, or undefined where none had room. */
export function fit(lines: readonly Line[], room: number): (number | undefined)[] {
  const taken: (number | undefined)[] = lines.map(() => undefined)
  let left = room
  for (const { line, at, words } of inOrder(lines)) {
    const held = taken[line]
    const more = words - (held === undefined ? 0 : (lines[line]?.[held]?.words ?? 0))
    // A worse wording of the same line may come later in rank; it replaces nothing.
    if (more > left || (held !== undefined && held > at)) continue
    taken[line] = at
    left -= more
  }
  return taken
}

const inOrder = (lines: readonly Line[]) =>
  lines
    .flatMap((wordings, line) => wordings.map(({ rank, words }, at) => ({ line, at, rank, words })))
    .toSorted((a, b) => a.rank - b.rank || a.line - b.line || a.at - b.at)

/** Signs a word, the space after it included, of a text that is denser than prose: an address, for example. */
const DENSE = 7.5

/**
 * Words, numbers and abbreviations in a text as it is read; a lone dash or sign is none. A long address takes more room
 * than one word, so it counts as many as would fill that room.
 */
export function wordsIn(text: string): number {
  const words = text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word))
  return Math.max(words.length, Math.floor(words.join(' ').length / DENSE))
}
