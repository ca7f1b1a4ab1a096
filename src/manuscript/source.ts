/** Reads one file of the content and remembers on which line each value stands. */
import { readFileSync } from 'node:fs'
import { LineCounter, parseDocument, Scalar, visit, type Document } from 'yaml'
import type { Problem } from './problem.ts'

/** Keys and indexes that lead to a value, as Zod reports them. */
export type ValuePath = readonly PropertyKey[]

export interface Source {
  /** Path relative to the project, for messages. */
  file: string
  /** What the YAML says; `undefined` when it cannot be read. */
  data: unknown
  /** Text below the front matter; empty for a YAML file. */
  body: string
  /** Line of the file on which the body starts, from 1. */
  bodyLine: number
  /** Line on which a value, or else its nearest parent, stands. */
  lineOf(path: ValuePath): number
  /** Mistakes of the file and of the YAML itself. */
  problems: Problem[]
}

const FENCE = /^---[ \t]*\r?\n(?:([\s\S]*?)\r?\n)?---[ \t]*(?:\r?\n|$)/

/** Reads a YAML file. */
export function readYaml(absolute: string, file: string): Source {
  const text = textIn(absolute)
  return text === undefined ? unreadable(file) : fromYaml(file, text, 1, '', 1)
}

/** Reads an MDX file: YAML between two `---` lines, then the body. */
export function readMdx(absolute: string, file: string): Source {
  const text = textIn(absolute)
  if (text === undefined) return unreadable(file)
  const match = FENCE.exec(text)
  if (!match) return { ...fromYaml(file, '', 1, '', 1), problems: [withoutFrontMatter(file)] }
  const bodyLine = match[0].split('\n').length
  return fromYaml(file, match[1] ?? '', 2, text.slice(match[0].length), bodyLine)
}

/** The text of a file, without the mark that some editors put before it; `undefined` if it is no UTF-8. */
function textIn(absolute: string): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(absolute))
  } catch (error) {
    if (error instanceof TypeError) return undefined
    throw error
  }
}

function fromYaml(file: string, yaml: string, firstLine: number, body: string, bodyLine: number): Source {
  const lines = new LineCounter()
  const document = parseDocument(yaml, { lineCounter: lines, prettyErrors: false })
  const lineAt = (offset: number) => lines.linePos(offset).line + firstLine - 1
  const problems = [
    // What is wrong after the first mistake mostly follows from it.
    ...document.errors
      .slice(0, 1)
      .map(({ pos, code, message }) =>
        code === 'DUPLICATE_KEY' ? twice(file, lineAt(pos[0])) : unreadableYaml(file, lineAt(pos[0]), message),
      ),
    ...eatenTexts(document).map(({ at, ...eaten }) => eatenText(file, lineAt(at), eaten)),
  ]
  const lineOf = (path: ValuePath) => lineOfValue(document, lines, path) + firstLine - 1
  return { file, data: document.errors.length > 0 ? undefined : document.toJS(), body, bodyLine, lineOf, problems }
}

/** A text of which YAML takes a part for itself, and that part. */
interface Eaten {
  text: string
  part: string
}

/** Texts without quotation marks that YAML ends where a `#` follows a space, or begins after a word with `!` or `&`. */
function eatenTexts(document: Document): (Eaten & { at: number })[] {
  const found: (Eaten & { at: number })[] = []
  visit(document, {
    Scalar(key, { type, value, comment, anchor, tag, range }) {
      if (key === 'key' || type !== Scalar.PLAIN || typeof value !== 'string' || !range) return
      const part = comment ? `#${comment}` : anchor ? `&${anchor}` : tag
      if (part) found.push({ at: range[0], text: value, part })
    },
  })
  return found
}

function lineOfValue(document: Document, lines: LineCounter, path: ValuePath): number {
  for (let length = path.length; length > 0; length--) {
    const range = rangeOf(document.getIn(path.slice(0, length), true))
    if (range) return lines.linePos(range[0]).line
  }
  return 1
}

function rangeOf(node: unknown): readonly [number, ...number[]] | undefined {
  if (typeof node !== 'object' || node === null || !('range' in node)) return undefined
  const { range } = node
  return Array.isArray(range) && typeof range[0] === 'number' ? [range[0]] : undefined
}

const unreadableYaml = (file: string, line: number, message: string): Problem => ({
  file,
  line,
  found: `YAML that cannot be read: ${message}`,
  expected: 'YAML: "name: value" lines, two spaces deeper for what belongs to the line above',
  todo: 'correct this line; put quotation marks around a text that holds ": " or begins with a sign',
})

const twice = (file: string, line: number): Problem => ({
  file,
  line,
  found: 'a field that stands there twice',
  expected: 'every field once',
  todo: 'take one of the two away, or name the field that is meant',
})

const eatenText = (file: string, line: number, { text, part }: Eaten): Problem =>
  part.startsWith('#')
    ? {
        file,
        line,
        found: `a text that ends before "${part}": "${text}"`,
        expected: 'quotation marks around a text that holds " #", which begins a comment in YAML',
        todo: 'put the whole text in quotation marks, or the comment on a line of its own',
      }
    : {
        file,
        line,
        found: `a text that loses its beginning "${part}": "${text}"`,
        expected: 'quotation marks around a text that begins with a sign, which YAML takes for itself',
        todo: 'put the whole text in quotation marks',
      }

const unreadable = (file: string): Source => ({
  file,
  data: undefined,
  body: '',
  bodyLine: 1,
  lineOf: () => 1,
  problems: [
    {
      file,
      line: 1,
      found: 'bytes that are no text in UTF-8',
      expected: 'a text file in the encoding UTF-8',
      todo: 'save the file again with the encoding UTF-8',
    },
  ],
})

const withoutFrontMatter = (file: string): Problem => ({
  file,
  line: 1,
  found: 'no front matter',
  expected: 'fields between two lines of "---" at the top of the file',
  todo: 'begin the file with "---", the fields of its kind, "---"; a neighbouring file shows how',
})
