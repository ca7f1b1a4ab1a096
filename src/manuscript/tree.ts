/** Markdown as a tree: what checks and arithmetic look at. */
import { markdownToMdast, mdxToMdast, type MdastNode } from 'satteri'
import type { Text } from './manuscript.ts'

type Body = Pick<Text, 'body' | 'bodyLine'>

/** A body that is no MDX: where it breaks off, and why. */
export interface SyntaxFault {
  /** Line of the file, from 1. */
  line: number
  /** What the parser says. */
  message: string
  /** What stands there. */
  at: string
}

/** A node with the line of its file. */
export interface Placed<Type extends MdastNode['type'] = MdastNode['type']> {
  node: Extract<MdastNode, { type: Type }>
  line: number
  /** Nodes around it, the nearest first. */
  within: readonly MdastNode[]
}

const parsed = new WeakMap<Body, MdastNode | SyntaxFault>()

/** The body of a file, parsed once. */
export function treeOf(text: Body): MdastNode | SyntaxFault {
  const known = parsed.get(text) ?? parse(text)
  parsed.set(text, known)
  return known
}

function parse({ body, bodyLine }: Body): MdastNode | SyntaxFault {
  try {
    return mdxToMdast(body, { features: { frontmatter: false } })
  } catch (error) {
    // The parser says where in the message alone: "3:15: Unexpected character …".
    const [, line = '1', column = '1', message = ''] =
      /^(\d+):(\d+): (.*)$/s.exec(error instanceof Error ? error.message : '') ?? []
    const text = body.split('\n')[Number(line) - 1] ?? ''
    return { line: bodyLine + Number(line) - 1, message, at: text.slice(Math.max(0, Number(column) - 2)).trim() }
  }
}

export const isFault = (tree: MdastNode | SyntaxFault): tree is SyntaxFault => 'message' in tree

/** Nodes of some types in a body, in its order; none where it cannot be read. */
export function nodesOf<Type extends MdastNode['type']>(text: Body, ...types: Type[]): Placed<Type>[] {
  const tree = treeOf(text)
  return isFault(tree) ? [] : [...nodesIn(tree, text.bodyLine, types, [])]
}

/** Nodes of some types in the Markdown of a field; lines are counted from 1 at its beginning. */
export const nodesOfField = <Type extends MdastNode['type']>(markdown: string, ...types: Type[]): Placed<Type>[] => [
  ...nodesIn(markdownToMdast(markdown), 1, types, []),
]

function* nodesIn<Type extends MdastNode['type']>(
  node: MdastNode,
  firstLine: number,
  types: readonly Type[],
  within: readonly MdastNode[],
): Generator<Placed<Type>> {
  if ((types as readonly string[]).includes(node.type)) {
    const line = firstLine + (node.position?.start.line ?? 1) - 1
    yield { node: node as Placed<Type>['node'], line, within }
  }
  if (!('children' in node)) return
  for (const child of node.children) yield* nodesIn(child as MdastNode, firstLine, types, [node, ...within])
}

/** The words of a node without its marks. */
export function textIn(node: MdastNode): string {
  if ('value' in node && typeof node.value === 'string') return node.value
  return 'children' in node ? node.children.map((child) => textIn(child as MdastNode)).join('') : ''
}
