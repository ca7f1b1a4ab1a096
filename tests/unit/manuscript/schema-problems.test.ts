/** What a schema refuses is told in the words of an author. */
import { expect, test } from '@playwright/test'
import { z } from 'astro/zod'
import { problemsOfSchema } from '../../../src/manuscript/schema-problems.ts'
import { readYaml } from '../../../src/manuscript/source.ts'
import { withFile } from './temporary.ts'

const schema = z.strictObject({
  title: z.string().min(3).max(10),
  kind: z.enum(['figure', 'words']).optional(),
  count: z.int().min(1).max(9).optional(),
  list: z.array(z.string()).min(2).optional(),
  href: z.url({ protocol: /^https$/ }).optional(),
  inner: z.strictObject({ yes: z.boolean() }).optional(),
})

/** Line, what is found, what is expected and what to do, for a YAML text. */
function told(yaml: string): string[] {
  const source = withFile(yaml, (file) => readYaml(file, 'thing.yaml'))
  const parsed = schema.safeParse(source.data)
  const issues = parsed.success ? [] : parsed.error.issues
  return problemsOfSchema(issues, source, [], source.data, Object.keys(schema.shape)).map(
    ({ line, found, expected, todo }) => `${line}: ${found} | ${expected} | ${todo}`,
  )
}

const TABLE: readonly (readonly [yaml: string, message: string])[] = [
  ['kind: figure', '1: no field "title" | a text | add a line "title: …"'],
  ['title: 12', '1: title: 12 | a text | put quotation marks around it: "12"'],
  ['title:', '1: nothing behind "title:" | a text | correct "title"'],
  ['title: ab', '1: title: "ab" | at least 3 characters | correct "title"'],
  ['title: much too long', '1: title: "much too long" | at most 10 characters | correct "title"'],
  ['title: abc\nkind: figures', '2: kind: "figures" | one of figure, words | correct "kind"'],
  ['title: abc\ncount: 0', '2: count: 0 | at least 1 | correct "count"'],
  ['title: abc\ncount: 1.5', '2: count: 1.5 | a whole number | correct "count"'],
  ['title: abc\nlist: a', '2: list: "a" | a list | put square brackets around it: [a]'],
  ['title: abc\nlist: [a]', '2: list: ["a"] | at least 2 entries | correct "list"'],
  ['title: abc\nlist:\n  - a\n  - 2', '4: list[1]: 2 | a text | put quotation marks around it: "2"'],
  ['title: abc\nhref: go.dev', '2: href: "go.dev" | an address that begins with https:// | correct "href"'],
  [
    '- abc',
    '1: ["abc"] | fields of its own, two spaces deeper | write the fields that its schema explains (src/schemas/)',
  ],
  ['title: abc\ninner:\n  yes: 1', '3: inner.yes: 1 | true or false | correct "inner.yes"'],
  [
    'title: abc\ntitel: abc',
    '2: a field "titel" that this kind of file does not have | only title, kind, count, list, href, inner | write "title" instead',
  ],
  [
    'title: abc\nelsewhere: abc',
    '2: a field "elsewhere" that this kind of file does not have | only title, kind, count, list, href, inner | remove "elsewhere"',
  ],
  [
    'title: abc\ninner:\n  yes: true\n  no: true',
    '4: a field "no" that this kind of file does not have | only the fields that its schema explains (src/schemas/) | remove "no"',
  ],
]

for (const [yaml, message] of TABLE) {
  test(`${JSON.stringify(yaml)} is told as ${message}`, () => {
    expect(told(yaml)).toEqual([message])
  })
}

test('several faults of a file are several problems', () => {
  expect(told('titel: abc\ncount: 0')).toHaveLength(3)
})

test('a value that would fill the line is cut', () => {
  expect(told(`title: ${'a'.repeat(200)}`)[0]).toContain(`${'a'.repeat(56)}… | at most`)
})
