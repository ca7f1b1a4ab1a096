/** How long a text takes a reader. */
import { countWords } from './words.ts'

/** Words a minute for attentive reading of technical prose; code counts as words, line by line. */
const PACE = 200

/** Whole minutes, at least one. */
export const minutesToRead = (markdown: string): number => minutesForWords(countWords(markdown) + codeWords(markdown))

/** Whole minutes for a number of words, at least one. */
export const minutesForWords = (words: number): number => Math.max(1, Math.round(words / PACE))

const codeWords = (markdown: string): number =>
  [...markdown.matchAll(/^```[^\n]*\n([\s\S]*?)^```/gm)].reduce(
    (sum, [, code = '']) => sum + code.split(/\s+/).filter(Boolean).length,
    0,
  )
