/** A file of the content knows on which line each of its values stands. */
import { expect, test } from '@playwright/test'
import { readMdx, readYaml, type ValuePath } from '../../../src/manuscript/source.ts'
import { withFile } from './temporary.ts'

const MDX = '---\ntitle: Redis\nhours:\n  from: 1\n  to: 2\nterms:\n  - TTL\n  - LFU\n---\n\n## First\n'
const mdx = withFile(MDX, (file) => readMdx(file, 'concepts/redis.mdx'))

const LINES: readonly (readonly [path: ValuePath, line: number])[] = [
  [['title'], 2],
  [['hours', 'to'], 5],
  [['terms', 1], 8],
  [['terms', 7], 7],
  [['hours', 'none'], 4],
  [['none'], 2],
  [[], 2],
]

for (const [path, line] of LINES) {
  test(`the value at ${path.join('.') || 'the top'} stands on line ${line}`, () => {
    expect(mdx.lineOf(path)).toBe(line)
  })
}

test('the text below the front matter begins where it begins', () => {
  expect(mdx.body).toBe('\n## First\n')
  expect(
    MDX.split('\n')
      .slice(mdx.bodyLine - 1)
      .join('\n'),
  ).toBe(mdx.body)
})

test('line ends of Windows move no line', () => {
  const windows = withFile(MDX.replaceAll('\n', '\r\n'), (file) => readMdx(file, 'x.mdx'))
  expect(windows.lineOf(['hours', 'to'])).toBe(5)
  expect(windows.bodyLine).toBe(mdx.bodyLine)
})

test('a file without front matter is one problem on line 1', () => {
  const { problems, data } = withFile('# Hello\n', (file) => readMdx(file, 'x.mdx'))
  expect(problems.map(({ line, found }) => [line, found])).toEqual([[1, 'no front matter']])
  expect(data).toBeNull()
})

test('YAML that cannot be read is a problem on its line, and has no data', () => {
  const { problems, data } = withFile('- id: a\n- id: b: c\n', (file) => readYaml(file, 'asks.yaml'))
  expect(problems.map(({ file, line }) => [file, line])).toEqual([['asks.yaml', 2]])
  expect(data).toBeUndefined()
})

test('a mark before the first byte is no part of the file', () => {
  expect(withFile(`\uFEFF${MDX}`, (file) => readMdx(file, 'x.mdx')).data).toEqual(mdx.data)
})

for (const [yaml, text] of [
  ['a: one # two', 'a text that ends before "# two": "one"'],
  ['a: [one, two #3\n]', 'a text that ends before "#3": "two"'],
  ['a: !one two', 'a text that loses its beginning "!one": "two"'],
  ['a: &one two', 'a text that loses its beginning "&one": "two"'],
] as const) {
  test(`${JSON.stringify(yaml)} loses a part of its text`, () => {
    expect(withFile(yaml, (file) => readYaml(file, 'x.yaml')).problems.map(({ found }) => found)).toEqual([text])
  })
}

for (const yaml of ['a: "one # two"', "a: '!one'", 'a: 1 # two', 'a: one#two', 'a: |\n  one # two', '# one\na: two']) {
  test(`${JSON.stringify(yaml)} loses nothing`, () => {
    expect(withFile(yaml, (file) => readYaml(file, 'x.yaml')).problems).toEqual([])
  })
}
