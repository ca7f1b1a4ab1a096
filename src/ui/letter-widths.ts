/** How much room words take in the font of pictures: the sums of its letters' widths, read from its files. */
import { readFileSync } from 'node:fs'
import { create, type Font } from 'fontkitten'

/** Heights of the words of a chart. */
export const TEXT = 14
export const SMALL = 13
/** From one line of words to the next. */
export const LEADING = 17

/** Height of code, and the width of each of its letters: Source Code Pro's, by its height. */
export const CODE = 12
const CODE_LETTER = 0.6

const fonts = new Map<string, Font>()

function fontOf(cut: 'Regular' | 'Bold'): Font {
  const known = fonts.get(cut)
  if (known) return known
  const font = create(readFileSync(`node_modules/source-sans/TTF/SourceSans3-${cut}.ttf`))
  if (font.isCollection) throw new Error(`SourceSans3-${cut}.ttf is a collection of fonts`)
  fonts.set(cut, font)
  return font
}

const isCode = (text: string) => text.startsWith('`') && text.endsWith('`') && text.length > 2

/** Code stands between backticks. */
export const codeIn = (text: string): string | undefined => (isCode(text) ? text.slice(1, -1) : undefined)

/** Width of a line of words, in the unit of its height. */
export function widthOf(text: string, size = TEXT, bold = false): number {
  const code = codeIn(text)
  if (code !== undefined) return code.length * CODE_LETTER * CODE
  const font = fontOf(bold ? 'Bold' : 'Regular')
  const units = font.glyphsForString(text).reduce((sum, { advanceWidth }) => sum + advanceWidth, 0)
  return (units / font.unitsPerEm) * size
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
