/**
 * Named regions of the sample service's code: what the guide shows of it is cut out here when the site is built, so it
 * is code that compiles and is tested. A region stands between two comments of its own lines, `// #region name` and
 * `// #endregion name` (`--` in SQL and Lua, `#` elsewhere); regions may lie inside one another.
 */
import { globSync, readFileSync } from 'node:fs'
import { extname, join } from 'node:path'
import type { Problem } from './problem.ts'

export interface Region {
  /** Path relative to the service's folder, with `/`. */
  file: string
  name: string
  /** First and last line of the code in the file, from 1; the marks are not part of it. */
  from: number
  to: number
  /** The code, moved to the left margin, without marks. */
  code: string
  /** Number in the file of each of its lines; marks of inner regions leave gaps. */
  numbers: number[]
  /** Prism's name of its language. */
  language: string
}

/** Folder of the service, relative to the project. */
export const SERVICE = 'service'

const LANGUAGES: Readonly<Record<string, string>> = {
  '.go': 'go',
  '.sql': 'sql',
  '.lua': 'lua',
  '.proto': 'protobuf',
  '.yml': 'yaml',
  '.yaml': 'yaml',
  '.tf': 'hcl',
}

const MARK = /^\s*(?:\/\/|--|#)\s*#(region|endregion)\s+([a-z0-9-]+)\s*$/

/** Prism's name of a file's language. */
export const languageOf = (file: string): string => LANGUAGES[extname(file)] ?? 'plaintext'

/** All regions of the service, by file and place; none where there is no such folder. */
export function readRegions(): { regions: Region[]; problems: Problem[] } {
  const names = globSync(`**/*{${Object.keys(LANGUAGES).join(',')}}`, {
    cwd: SERVICE,
    exclude: (name) => ['gen', 'profiles', 'node_modules'].includes(name),
  })
  const read = names.toSorted().map((name) => {
    const file = name.replaceAll('\\', '/')
    return regionsOf(file, readFileSync(join(SERVICE, name), 'utf8'))
  })
  return { regions: read.flatMap(({ regions }) => regions), problems: read.flatMap(({ problems }) => problems) }
}

/** Regions of one file, and marks that have no partner. */
export function regionsOf(file: string, text: string): { regions: Region[]; problems: Problem[] } {
  const lines = text.split(/\r?\n/)
  const open = new Map<string, number>()
  const regions: Region[] = []
  const problems: Problem[] = []
  for (const [at, line] of lines.entries()) {
    const [, kind, name = ''] = MARK.exec(line) ?? []
    if (kind === 'region') {
      const known = open.has(name) || regions.some((region) => region.name === name)
      if (known) problems.push(problem(file, at + 1, `a second region "${name}"`, 'a name of its own for every region'))
      open.set(name, at)
    } else if (kind === 'endregion') {
      const start = open.get(name)
      open.delete(name)
      if (start === undefined) problems.push(problem(file, at + 1, `"#endregion ${name}" without a begin`, BOTH(name)))
      else regions.push(cut(file, name, lines, start, at))
    }
  }
  for (const [name, at] of open) problems.push(problem(file, at + 1, `"#region ${name}" without an end`, BOTH(name)))
  return { regions, problems }
}

const BOTH = (name: string) => `a line "#region ${name}" above the code and "#endregion ${name}" below it, as comments`

/** The lines between the marks at `start` and `end` (from 0), without marks of inner regions and empty edges. */
function cut(file: string, name: string, lines: readonly string[], start: number, end: number): Region {
  let from = start + 1
  let to = end - 1
  while (from < to && lines[from]?.trim() === '') from++
  while (to > from && lines[to]?.trim() === '') to--
  const shown = lines.flatMap((line, at) => (at < from || at > to || MARK.test(line) ? [] : [{ line, number: at + 1 }]))
  const code = toTheMargin(shown.map(({ line }) => line)).join('\n')
  const numbers = shown.map(({ number }) => number)
  return { file, name, from: from + 1, to: to + 1, code, numbers, language: languageOf(file) }
}

/** Takes away the white space that all lines begin with. */
function toTheMargin(lines: readonly string[]): string[] {
  const indents = lines.filter((line) => line.trim() !== '').map((line) => /^\s*/.exec(line)?.[0] ?? '')
  const shared = indents.reduce(
    (shortest, indent) => (indent.length < shortest.length ? indent : shortest),
    indents[0] ?? '',
  )
  return lines.map((line) => (line.startsWith(shared) ? line.slice(shared.length) : line.trimStart()))
}

const problem = (file: string, line: number, found: string, expected: string): Problem => ({
  file: `${SERVICE}/${file}`,
  line,
  found,
  expected,
  todo: 'correct the marks; the guide cuts its code samples between them',
})

/** Name by which words refer to a region: `readthrough/load.go#coalesce`. */
export const nameOfRegion = ({ file, name }: Region) => `${file}#${name}`
/** Address of a file of the service as a page. */
export const addressOfCode = (file: string) => `/code/${file}/`

/** Where a region stands in its file: `lines 12 to 30`. */
export const linesOf = ({ from, to }: Region) => (from === to ? `line ${from}` : `lines ${from} to ${to}`)
