/** Splits the body of a question into its headed parts. */
import { isFault, textIn, treeOf } from './tree.ts'
import type { Text } from './manuscript.ts'

export interface Part {
  /** Heading without its marks. */
  title: string
  /** Markdown below the heading, up to the next one of the same depth. */
  text: string
  /** First line of the file that belongs to it: its heading, from 1. */
  line: number
}

/** Parts under `##` headings, in order; text before the first heading belongs to none. */
export function answerParts(text: Pick<Text, 'body' | 'bodyLine'>): Part[] {
  const tree = treeOf(text)
  if (isFault(tree) || tree.type !== 'root') return []
  const headings = tree.children.filter((node) => node.type === 'heading' && node.depth === 2)
  return headings.map((heading, at) => ({
    title: textIn(heading),
    text: text.body.slice(heading.position?.end.offset, headings[at + 1]?.position?.start.offset).trim(),
    line: text.bodyLine + (heading.position?.start.line ?? 1) - 1,
  }))
}
