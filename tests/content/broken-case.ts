/** One mistake and the message that its author is to see. */
import type { Break } from './broken-content.ts'

export interface Case {
  name: string
  mistake: Break
  line: number
  found: string
  expected: string
  todo: string
  /** Where the message points, if not to the file that was changed. */
  file?: string
}

export const change = (file: string, replace: string, by: string): Break => ({ file, replace, by })

export const QUESTION = 'questions/go-and-grpc/profiling.mdx'
export const CONCEPT = 'concepts/redis.mdx'
export const SECTION = 'brief/fit.mdx'
