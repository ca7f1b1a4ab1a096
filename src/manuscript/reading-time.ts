/** How long a text takes a reader. */
import { plainText, sampleText, type Markdown } from './plain-text.ts'
import { countWords } from './words.ts'

/** Words a minute for attentive reading of technical prose; in code, what stands between spaces counts as a word. */
const PACE = 200

/** Whole minutes for some Markdown, at least one. */
export const minutesToRead = (...markdown: readonly Markdown[]): number =>
  minutesForWords(
    markdown.reduce<number>(
      (sum, one) => sum + countWords(plainText(one)) + sampleText(one).split(/\s+/).filter(Boolean).length,
      0,
    ),
  )

/** Whole minutes for a number of words, at least one. */
export const minutesForWords = (words: number): number => Math.max(1, Math.round(words / PACE))
