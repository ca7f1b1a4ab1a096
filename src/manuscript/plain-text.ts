/** The words of Markdown that a reader sees or a candidate says. */
import type { MdastNode } from 'satteri'
import type { Text } from './manuscript.ts'
import { nodesOf, nodesOfField } from './tree.ts'

/** Markdown: the body of a file, or a text of its own such as a field holds. */
export type Markdown = string | Pick<Text, 'body' | 'bodyLine'>

/** The words without samples, components, link targets and marks. */
export function plainText(markdown: Markdown): string {
  const blocks = new Map<MdastNode | undefined, string>()
  for (const { node, within } of nodesIn(markdown, 'text', 'inlineCode', 'break')) {
    const block = within.find(({ type }) => !INLINE.includes(type))
    blocks.set(block, (blocks.get(block) ?? '') + (node.type === 'break' ? ' ' : node.value))
  }
  return [...blocks.values()].join('\n')
}

/** What samples hold. */
export const sampleText = (markdown: Markdown): string =>
  nodesIn(markdown, 'code')
    .map(({ node }) => node.value)
    .join('\n')

/** Nodes within a line of text. */
const INLINE = ['emphasis', 'strong', 'delete', 'link', 'linkReference', 'mdxJsxTextElement']

const nodesIn = <Type extends MdastNode['type']>(markdown: Markdown, ...types: Type[]) =>
  typeof markdown === 'string' ? nodesOfField(markdown, ...types) : nodesOf(markdown, ...types)
