/** The words as files, read once for everything that is made of them: pages, practice, checks, tests. */
import { existsSync, globSync } from 'node:fs'
import { basename, dirname, extname, join, relative, resolve, sep } from 'node:path'
import { z } from 'astro/zod'
import { fileProblems, isFile, isProse } from './checks/files.ts'
import { ALL_KINDS, type DataOf, type Kind } from './kinds.ts'
import type { Problem } from './problem.ts'
import { readRegions, type Region } from './regions.ts'
import { problemsOfSchema } from './schema-problems.ts'
import { readMdx, readYaml, type Source, type ValuePath } from './source.ts'

/** The text of an MDX file, be its fields sound or not; empty for what stands in YAML. */
export interface Text {
  kind: Kind
  /** File name without its ending, or the `id` of a list's item. */
  id: string
  /** Folder inside the kind's folder: a question's area; empty for the other kinds. */
  folder: string
  /** Path relative to the project, for messages. */
  file: string
  body: string
  /** Line of the file on which the body starts, from 1. */
  bodyLine: number
}

/** One thing of a kind, held against its schema. */
export interface Entry<K extends Kind = Kind> extends Text {
  kind: K
  data: DataOf<K>
  /** Line of the file on which a value, or else its nearest parent, stands. */
  lineOf: (path: ValuePath) => number
}

export interface Manuscript {
  /** By kind, and within one by its order: the field, the place in the list or the name of the file. */
  entries: Entry[]
  /** Parts of the sample service that words may show. */
  regions: Region[]
  /** What could not be read, does not fit its schema, or stands where nothing would read it. */
  problems: Problem[]
  /** Entries whose fields have such a problem. They count as there for what refers to them. */
  unsound: Text[]
  /** Kinds whose file or folder could not be read at all, so that nobody knows what is there. */
  unread: ReadonlySet<Kind>
}

/** Entries of one kind, in their order. */
export function entriesOf<K extends Kind>(manuscript: Pick<Manuscript, 'entries'>, kind: K): Entry<K>[] {
  return manuscript.entries.filter((entry): entry is Entry<K> => entry.kind === kind)
}

/** Whether all of a kind could be read, so that what is not there is missing. */
export const isWhole = ({ unsound, unread }: Manuscript, kind: Kind): boolean =>
  !unread.has(kind) && unsound.every((text) => text.kind !== kind)

/** Folder of the words; the variable `GUIDE_CONTENT` names another one, for tests and for a second candidate. */
export const contentFolder = (): string => resolve(process.env['GUIDE_CONTENT'] ?? 'content')

interface Reading extends Manuscript {
  unread: Set<Kind>
}

/** Reads every file under the content's folder and holds it against its schema, and the service's regions. */
export function readManuscript(root: string): Manuscript {
  const into: Reading = { entries: [], unsound: [], unread: new Set(), ...readRegions() }
  into.problems.push(...fileProblems(root, named(root, '.')))
  for (const [kind, { where, schema, order }] of ALL_KINDS) {
    const first = into.entries.length
    if ('folder' in where) readFolder(root, kind, where.folder, schema, into)
    else if ('list' in where) readList(root, kind, where.list, schema, into)
    else {
      const source = readIfThere(root, kind, where.file, into)
      if (source) accept(into, source, schema, [], { kind, id: kind, folder: '' })
    }
    if (order) into.entries.push(...into.entries.splice(first).toSorted((a, b) => placeOf(a) - placeOf(b)))
  }
  return into
}

const placeOf = ({ data }: Entry) => ('order' in data ? data.order : 0)

function readFolder(root: string, kind: Kind, folder: string, schema: z.ZodType, into: Reading) {
  // It may have another name by mistake, of which the check of the files has told then.
  if (!existsSync(join(root, folder)) && into.problems.length > 0) into.unread.add(kind)
  for (const name of globSync('**/*', { cwd: join(root, folder) }).toSorted()) {
    if (!isProse(name) || !isFile(join(root, folder, name))) continue
    if (extname(name) !== '.mdx') {
      into.unsound.push(unreadText(kind, basename(name, extname(name)), named(root, join(folder, name))))
      continue
    }
    const source = readMdx(join(root, folder, name), named(root, join(folder, name)))
    const inner = dirname(name) === '.' ? '' : dirname(name).split(sep).join('/')
    accept(into, source, schema, [], { kind, id: basename(name, '.mdx'), folder: inner })
  }
}

/** A file with the wrong ending, of which the check of the files has told; what refers to it is right. */
const unreadText = (kind: Kind, id: string, file: string): Text => ({
  kind,
  id,
  folder: '',
  file,
  body: '',
  bodyLine: 1,
})

function readList(root: string, kind: Kind, name: string, schema: z.ZodType, into: Reading) {
  const source = readIfThere(root, kind, name, into)
  if (!source) return
  if (!Array.isArray(source.data)) {
    into.unread.add(kind)
    return void into.problems.push(notAList(source))
  }
  for (const [index, item] of (source.data as unknown[]).entries()) {
    const id = typeof item === 'object' && item !== null && 'id' in item ? String(item.id) : undefined
    if (id === undefined) into.unread.add(kind)
    accept(into, source, schema, [index], { kind, id: id ?? '', folder: '' })
  }
}

function accept(
  into: Reading,
  source: Source,
  schema: z.ZodType,
  prefix: ValuePath,
  identity: Pick<Entry, 'kind' | 'id' | 'folder'>,
) {
  const { file, body, bodyLine } = source
  const text: Text = { ...identity, file, body, bodyLine }
  const refuse = (problems: readonly Problem[]) => {
    into.unsound.push(text)
    into.problems.push(...problems)
  }
  if (source.problems.length > 0) {
    refuse(source.problems)
    return
  }
  const raw = prefix.length === 0 ? source.data : (source.data as readonly unknown[])[Number(prefix[0])]
  const parsed = schema.safeParse(raw)
  if (!parsed.success) {
    const fields = schema instanceof z.ZodObject ? Object.keys(schema.shape) : []
    refuse(problemsOfSchema(parsed.error.issues, source, prefix, raw, fields))
    return
  }
  const lineOf = (path: ValuePath) => source.lineOf([...prefix, ...path])
  // The kind's own schema has accepted the data, which the type system cannot follow through the table of kinds.
  into.entries.push({ ...text, data: parsed.data, lineOf } as Entry)
}

function readIfThere(root: string, kind: Kind, name: string, into: Reading): Source | undefined {
  const absolute = join(root, name)
  const file = named(root, name)
  const source = existsSync(absolute) ? readYaml(absolute, file) : undefined
  if (source?.problems.length === 0) return source
  into.unread.add(kind)
  // Of the other ending the check of the files has told.
  const isElsewhere = isFile(join(root, name.replace('.yaml', '.yml')))
  into.problems.push(...(source?.problems ?? (isElsewhere ? [] : [missing(file, name)])))
  return undefined
}

/** A file of the content as messages call it: relative to the project. */
export const named = (root: string, name: string) => relative(process.cwd(), join(root, name)).split(sep).join('/')

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
  found: source.data === null ? 'an empty file' : 'something that is no list',
  expected: 'a list: every item begins with "- "',
  todo: 'put "- " before the first field of each item and two spaces before its others',
})
