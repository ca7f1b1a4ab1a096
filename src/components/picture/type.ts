/** How much room words take, before any browser has set them: as in the widest of the usual system fonts. */

/** Heights of the words of a picture. */
export const TEXT = 12
export const SMALL = 11
/** From one line of words to the next. */
export const LEADING = 14

const WIDTHS: readonly (readonly [RegExp, number])[] = [
  [/[ijl|'’.,:;!]/, 0.31],
  [/[frt()[\]\-/ \u00a0]/, 0.38],
  [/[mwMW%@→]/, 0.9],
  [/[A-Z×+=<>–]/, 0.7],
]
const USUAL = 0.61
const CODE = 0.61

const isCode = (text: string) => text.startsWith('`') && text.endsWith('`') && text.length > 2

/** Code stands between backticks. */
export const codeIn = (text: string): string | undefined => (isCode(text) ? text.slice(1, -1) : undefined)

/** Width of a line of words. */
export function widthOf(text: string, size = TEXT, bold = false): number {
  const code = codeIn(text)
  if (code !== undefined) return code.length * CODE * size
  const units = Array.from(text).reduce(
    (sum, sign) => sum + (WIDTHS.find(([signs]) => signs.test(sign))?.[1] ?? USUAL),
    0,
  )
  return units * size * (bold ? 1.1 : 1)
}

/** Breaks words into lines of at most the given width; a word that is broader has a line of its own. */
export function wrap(text: string, width: number, size = TEXT, bold = false): string[] {
  if (isCode(text)) return [text]
  const lines: string[] = []
  for (const word of text.split(' ')) {
    const line = lines.at(-1)
    const longer = line === undefined ? word : `${line} ${word}`
    if (line !== undefined && widthOf(longer, size, bold) <= width) lines[lines.length - 1] = longer
    else lines.push(word)
  }
  return lines
}
