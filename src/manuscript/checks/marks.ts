/** Marks of Markdown that readers would see, because what their author meant is not what they say. */
import { REFERENCE_KINDS } from '../kinds.ts'
import type { Entry, Text } from '../manuscript.ts'
import type { Problem } from '../problem.ts'
import { nodesOf, nodesOfField, type Placed } from '../tree.ts'
import { fieldsOf } from './fields.ts'
import type { Known } from './known.ts'

/** Marks in a text that is left when Markdown has taken its own, and what they were meant to make. */
const MARKS: readonly (readonly [mark: RegExp, meant: string])[] = [
  [/(?<!\\)\](?:\(|\[| \((?:[a-z]+:|#))/, 'a link: "[words](kind:id)", without spaces beside the round brackets'],
  [/(?<!\\)\*\*/, 'bold words: "**words**", without spaces inside and without letters right behind'],
  [/(?<!\\)`/, 'code: "`name`", with a backtick on both sides'],
  [/^\|/m, 'a table: below its first line one such as "| --- | --- |"'],
  [/^#{2,6}[^#\s]/m, 'a heading: "## Words", with a space behind the sign'],
]
const NAMED = new RegExp(String.raw`\b(${REFERENCE_KINDS.join('|')}):([a-z0-9-]+)`, 'g')

/** Marks in the text of a file. */
export const bodyMarks = (text: Text, known: Known): Problem[] =>
  nodesOf(text, 'text').flatMap((node) =>
    marksIn(node, text.body, known).map(({ line, ...told }) => ({ file: text.file, line, ...told })),
  )

/** Marks in the Markdown of the fields. */
export const fieldMarks = (entry: Entry, known: Known): Problem[] =>
  fieldsOf(entry).flatMap(({ text, path, holds }) =>
    holds === 'inline'
      ? nodesOfField(text, 'text').flatMap((node) =>
          marksIn(node, text, known).map((told) => ({ ...told, file: entry.file, line: entry.lineOf(path) })),
        )
      : [],
  )

function marksIn({ node, line }: Placed<'text'>, markdown: string, known: Known): Omit<Problem, 'file'>[] {
  const source = markdown.slice(node.position?.start.offset, node.position?.end.offset)
  const lineAt = (index: number) => line + source.slice(0, index).split('\n').length - 1
  const marks = MARKS.flatMap(([mark, meant]) => {
    const at = mark.exec(source)?.index
    return at === undefined ? [] : [{ line: lineAt(at), ...seenMark(around(source, at), meant) }]
  })
  const names = [...source.matchAll(NAMED)].flatMap(([name, kind = '', id = ''], at) =>
    known.idsOf(kind).includes(id) ? [{ line: lineAt(source.indexOf(name, at)), ...seenName(name) }] : [],
  )
  return marks.length > 0 ? marks.slice(0, 1) : names
}

/** Some words before a place and some behind it, on its line. */
const around = (text: string, at: number) =>
  `${text.slice(0, at).split('\n').at(-1)?.slice(-20) ?? ''}${text.slice(at).split('\n')[0]?.slice(0, 30) ?? ''}`.trim()

const seenMark = (found: string, meant: string) => ({
  found: `marks that readers would see: ${found}`,
  expected: meant,
  todo: 'complete it, put a name from code in backticks, or put "\\" before a sign that is meant',
})

const seenName = (name: string) => ({
  found: `${name} among the words`,
  expected: `a link: "[](${name})"`,
  todo: 'write it so',
})
