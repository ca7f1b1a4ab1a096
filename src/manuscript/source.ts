/** Reads one file of the content and remembers on which line each value stands. */
import { readFileSync } from 'node:fs'
import { LineCounter, parseDocument, type Document } from 'yaml'
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
  /** Mistakes of the YAML itself. */
  problems: Problem[]
}

const FENCE = /^---\r?\n([\s\S]*?)\r?\n---[ \t]*(?:\r?\n|$)/

/** Reads a YAML file. */
export function readYaml(absolute: string, file: string): Source {
  return fromYaml(file, readFileSync(absolute, 'utf8'), 1, '', 1)
}

/** Reads an MDX file: YAML between two `---` lines, then the body. */
export function readMdx(absolute: string, file: string): Source {
  const text = readFileSync(absolute, 'utf8')
  const match = FENCE.exec(text)
  if (!match) return { ...fromYaml(file, '', 1, text, 1), problems: [withoutFrontMatter(file)] }
  const bodyLine = match[0].split('\n').length
  return fromYaml(file, match[1] ?? '', 2, text.slice(match[0].length), bodyLine)
}

function fromYaml(file: string, yaml: string, firstLine: number, body: string, bodyLine: number): Source {
  const lines = new LineCounter()
  const document = parseDocument(yaml, { lineCounter: lines, prettyErrors: false })
  const problems = document.errors.map((error) => ({
    file,
    line: lines.linePos(error.pos[0]).line + firstLine - 1,
    found: `YAML that cannot be read: ${error.message}`,
    expected: 'YAML: "name: value" lines, two spaces deeper for what belongs to the line above',
    todo: 'correct this line; put quotation marks around a text that holds ": " or begins with a sign',
  }))
  const lineOf = (path: ValuePath) => lineOfValue(document, lines, path) + firstLine - 1
  return { file, data: problems.length > 0 ? undefined : document.toJS(), body, bodyLine, lineOf, problems }
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

const withoutFrontMatter = (file: string): Problem => ({
  file,
  line: 1,
  found: 'no front matter',
  expected: 'fields between two lines of "---" at the top of the file',
  todo: 'begin the file with "---", the fields of its kind, "---"; a neighbouring file shows how',
})
