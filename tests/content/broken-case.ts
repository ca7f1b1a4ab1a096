/** One mistake and the message that its author is to see. */
import { lineOf, type Break } from './broken-content.ts'

export interface Case {
  name: string
  mistake: Break | readonly Break[]
  line: number
  found: string
  expected: string
  todo: string
  /** Where the message points, if not to the file that was changed; empty for the folder of the content. */
  file?: string
}

/** What is no mistake, although it looks like one. */
export interface Accepted {
  name: string
  mistake: Break
}

export const change = (file: string, replace: string, by: string): Break => ({ file, replace, by })

export const QUESTION = 'questions/go-and-grpc/profiling.mdx'
export const CONCEPT = 'concepts/redis.mdx'
export const SECTION = 'brief/fit.mdx'
export const SHEET = 'sheets/day-of.mdx'

const HEADING = '## The pitch'

/** Words put into the text of a section, above its last heading. */
export const putIn = (words: string): Break => change(SECTION, HEADING, `${words}\n\n${HEADING}`)

/** Such words as a mistake; it is told on the first of their lines. */
export const written = (name: string, words: string, found: string, expected: string, todo: string): Case => ({
  name,
  mistake: putIn(words),
  file: SECTION,
  line: lineOf(SECTION, HEADING),
  found,
  expected,
  todo,
})
