/** Markdown is looked at as a tree whose nodes know their lines. */
import { expect, test } from '@playwright/test'
import { isFault, nodesOf, nodesOfField, textIn, treeOf } from '../../../src/manuscript/tree.ts'

const text = (body: string) => ({ kind: 'section', id: 'x', folder: '', file: 'x.mdx', body, bodyLine: 10 }) as const

test('nodes are found in their order, with the line of the file and what is around them', () => {
  const links = nodesOf(text('## On [one](a)\n\n- and **[two](b)**\n'), 'link')
  expect(links.map(({ node, line }) => [node.url, line])).toEqual([
    ['a', 10],
    ['b', 12],
  ])
  expect(links[1]?.within.map(({ type }) => type)).toEqual(['strong', 'paragraph', 'listItem', 'list', 'root'])
})

test('several types are found in one walk', () => {
  const nodes = nodesOf(text('a `b`\n\n```sh\nc\n```\n'), 'code', 'inlineCode')
  expect(nodes.map(({ node }) => node.value)).toEqual(['b', 'c'])
})

test('a text is parsed once', () => {
  const once = text('words')
  expect(treeOf(once)).toBe(treeOf(once))
})

test('places are counted as JavaScript counts, whatever the letters are', () => {
  const body = 'é “x” 🙂\n\n## Next'
  const [heading] = nodesOf(text(body), 'heading')
  expect(heading?.node.position?.start.offset).toBe(body.indexOf('##'))
})

for (const [body, line, at] of [
  ['one\n\ntwo <50 ms', 12, '<50 ms'],
  ['an {open brace', 10, '{open brace'],
  ['<!-- later -->', 10, '<!-- later -->'],
] as const) {
  test(`${JSON.stringify(body)} is no MDX, and the fault says where`, () => {
    const tree = treeOf(text(body))
    expect(isFault(tree) ? [tree.line, tree.at] : tree).toEqual([line, at])
    expect(nodesOf(text(body), 'text')).toEqual([])
  })
}

test('a field is Markdown without components and without front matter', () => {
  const nodes = nodesOfField('---\n<Pitch /> is **bold**\n\n[x](y)', 'html', 'strong', 'link')
  expect(nodes.map(({ node, line }) => [node.type, line])).toEqual([
    ['html', 2],
    ['strong', 2],
    ['link', 4],
  ])
})

test('the words of a node come without its marks', () => {
  const [heading] = nodesOfField('## On *the* `cache` and [**more**](x)', 'heading')
  expect(heading && textIn(heading.node)).toBe('On the cache and more')
})
