/** The words as files, before Astro sees them: what the checks, the links and the tests read. */
import { existsSync, globSync } from 'node:fs'
import { basename, dirname, join, relative, resolve, sep } from 'node:path'
import { z } from 'astro/zod'
import type { Problem } from './problem.ts'
import { readRegions, type Region } from './regions.ts'
import { FOLDERS, LIST_FILES, SINGLE_FILES, type DataOf, type Kind } from './rooms.ts'
import { problemsOfSchema } from './schema-problems.ts'
import { readMdx, readYaml, type Source, type ValuePath } from './source.ts'

export interface Entry<K extends Kind = Kind> {
  kind: K
  /** File name without its ending, or the `id` of a list's item. */
  id: string
  /** Folder inside the kind's folder: a question's area; empty for the other kinds. */
  folder: string
  file: string
  data: DataOf<K>
  body: string
  bodyLine: number
  lineOf(path: ValuePath): number
}

export interface Manuscript {
  entries: Entry[]
  /** Parts of the sample service that words may show. */
  regions: Region[]
  /** What could not be read or does not fit its schema; such entries are left out. */
  problems: Problem[]
}

/** Entries of one kind, in the order of their files. */
export function entriesOf<K extends Kind>(manuscript: Manuscript, kind: K): Entry<K>[] {
  return manuscript.entries.filter((entry): entry is Entry<K> => entry.kind === kind)
}

/** Folder of the words; the variable `GUIDE_CONTENT` names another one, for tests and for a second candidate. */
export const contentFolder = (): string => resolve(process.env['GUIDE_CONTENT'] ?? 'content')

/** Reads every file under the content's folder and holds it against its schema, and the service's regions. */
export function readManuscript(root: string): Manuscript {
  const into: Manuscript = { entries: [], ...readRegions() }
  for (const [kind, { folder, schema }] of roomsOf(FOLDERS)) readFolder(root, kind, folder, schema, into)
  for (const [kind, { name, schema }] of roomsOf(LIST_FILES)) readList(root, kind, name, schema, into)
  for (const [kind, { name, schema }] of roomsOf(SINGLE_FILES)) {
    const source = readIfThere(root, name, into)
    if (source) accept(into, source, schema, [], { kind, id: kind, folder: '' })
  }
  return into
}

const roomsOf = <T extends object>(rooms: T) => Object.entries(rooms) as [Kind & keyof T, T[keyof T]][]

function readFolder(root: string, kind: Kind, folder: string, schema: z.ZodType, into: Manuscript) {
  for (const name of globSync('**/*.mdx', { cwd: join(root, folder) }).toSorted()) {
    const source = readMdx(join(root, folder, name), named(root, join(folder, name)))
    const inner = dirname(name) === '.' ? '' : dirname(name)
    accept(into, source, schema, [], { kind, id: basename(name, '.mdx'), folder: inner })
  }
}

function readList(root: string, kind: Kind, name: string, schema: z.ZodType, into: Manuscript) {
  const source = readIfThere(root, name, into)
  if (!source) return
  if (!Array.isArray(source.data)) return void into.problems.push(notAList(source))
  for (const [index, item] of (source.data as unknown[]).entries()) {
    const id = typeof item === 'object' && item !== null && 'id' in item ? String(item.id) : ''
    accept(into, source, schema, [index], { kind, id, folder: '' })
  }
}

function accept(
  into: Manuscript,
  source: Source,
  schema: z.ZodType,
  prefix: ValuePath,
  identity: Pick<Entry, 'kind' | 'id' | 'folder'>,
) {
  if (source.problems.length > 0) return void into.problems.push(...source.problems)
  const raw = prefix.length === 0 ? source.data : (source.data as readonly unknown[])[Number(prefix[0])]
  const parsed = schema.safeParse(raw)
  if (!parsed.success) {
    const fields = schema instanceof z.ZodObject ? Object.keys(schema.shape) : []
    return void into.problems.push(...problemsOfSchema(parsed.error.issues, source, prefix, raw, fields))
  }
  const { file, body, bodyLine } = source
  const lineOf = (path: ValuePath) => source.lineOf([...prefix, ...path])
  // The kind's own schema has accepted the data, which the type system cannot follow through the table of rooms.
  into.entries.push({ ...identity, data: parsed.data, file, body, bodyLine, lineOf } as Entry)
}

function readIfThere(root: string, name: string, into: Manuscript): Source | undefined {
  const absolute = join(root, name)
  const file = named(root, name)
  if (!existsSync(absolute)) return void into.problems.push(missing(file, name))
  const source = readYaml(absolute, file)
  if (source.problems.length === 0) return source
  into.problems.push(...source.problems)
  return undefined
}

const named = (root: string, name: string) => relative(process.cwd(), join(root, name)).split(sep).join('/')

const missing = (file: string, name: string): Problem => ({
  file,
  line: 1,
  found: 'no such file',
  expected: `a file "${name}" in the folder of the content`,
  todo: 'write it; src/schemas/ explains the fields of each file',
})

const notAList = (source: Source): Problem => ({
  file: source.file,
  line: 1,
  found: 'something that is no list',
  expected: 'a list: every item begins with "- "',
  todo: 'put "- " before the first field of each item and two spaces before its others',
})
