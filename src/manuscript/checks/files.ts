/** Files of the content's folder that no kind claims, and names that cannot be an address. */
import { globSync, statSync } from 'node:fs'
import { basename, extname, join } from 'node:path'
import GithubSlugger from 'github-slugger'
import { closest, distance } from 'fastest-levenshtein'
import { slug } from '../../schemas/slug.ts'
import { ALL_KINDS } from '../kinds.ts'
import type { Problem } from '../problem.ts'

const FOLDERS = ALL_KINDS.flatMap(([, { where }]) => ('folder' in where ? [where.folder] : []))
const FILES = ALL_KINDS.flatMap(([, { where }]) =>
  'list' in where ? [where.list] : 'file' in where ? [where.file] : [],
)

/** Files that nothing would read, and names that no address can hold. `shown` is the folder as messages call it. */
export function fileProblems(root: string, shown: string): Problem[] {
  const names = globSync('**/*', { cwd: root, exclude: (name) => basename(name).startsWith('.') })
    .map((name) => name.replaceAll('\\', '/'))
    .filter((name) => !basename(name).startsWith('.') && isFile(join(root, name)))
    .toSorted()
  return [
    ...unknownFolders(names).map((folder) => ({ file: `${shown}/${folder}`, line: 1, ...unknownFolder(folder) })),
    ...names.flatMap((name) => problemOf(name).map((problem) => ({ file: `${shown}/${name}`, line: 1, ...problem }))),
  ]
}

/** Whether there is such a file; a link that leads nowhere, as editors leave them, is none. */
export const isFile = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isFile() ?? false

/** Folders in which somebody wrote what nothing reads. */
const unknownFolders = (names: readonly string[]) => [
  ...new Set(
    names
      .filter((name) => name.includes('/') && isWritten(name))
      .map((name) => name.slice(0, name.indexOf('/')))
      .filter((folder) => !FOLDERS.includes(folder)),
  ),
]

/** Files that somebody may take for content. */
const isWritten = (name: string) => isProse(name) || /\.ya?ml$/i.test(name)

/** Whether the ending is `.mdx`, or one that somebody gave in its place. */
export const isProse = (name: string): boolean => /\.(?:mdx?|markdown)$/i.test(name)

type Told = Omit<Problem, 'file' | 'line'>

function problemOf(name: string): Told[] {
  const [folder = '', ...inner] = name.split('/')
  if (inner.length === 0) return isRootFile(name) ? [] : [unknownFile(name)]
  if (!FOLDERS.includes(folder)) return []
  if (extname(name) !== '.mdx') return [unreadFile(name)]
  if (folder !== 'questions' && inner.length > 1) return [tooDeep(folder, basename(name))]
  const id = basename(name, '.mdx')
  if (id === 'index') return [namedIndex]
  return slug.safeParse(id).success ? [] : [noAddress(id)]
}

/** Notes about the content may lie beside it. */
const isRootFile = (name: string) => FILES.includes(name) || !isWritten(name) || /^(?:readme|licen[cs]e)\b/i.test(name)

function unknownFile(name: string): Told {
  const near = closest(name, [...FILES])
  return {
    found: `a file "${name}" that nothing reads`,
    expected: `${FILES.join(', ')}, or a file in ${FOLDERS.join(', ')}`,
    todo: distance(name, near) <= 3 ? `call it "${near}"` : 'move it to the folder of its kind, or out of the content',
  }
}

function unknownFolder(folder: string): Told {
  const near = closest(folder, [...FOLDERS])
  return {
    found: `a folder "${folder}" that nothing reads`,
    expected: `one of ${FOLDERS.join(', ')}`,
    todo: distance(folder, near) <= 3 ? `call it "${near}"` : 'move its files to the folder of their kind',
  }
}

const unreadFile = (name: string): Told => ({
  found: `a file "${basename(name)}" that nothing reads`,
  expected: 'files that end in ".mdx"',
  todo: isProse(name) ? `call it "${basename(name, extname(name))}.mdx"` : 'move it out of the content',
})

const tooDeep = (folder: string, name: string): Told => ({
  found: 'a folder within a folder',
  expected: `the files of "${folder}" side by side; only questions lie in folders, their areas`,
  todo: `move the file to "${folder}/${name}"`,
})

const namedIndex: Told = {
  found: 'the name "index", by which servers call the page of the whole folder',
  expected: 'another name; the address of the page is made of it',
  todo: 'call it by what it is about',
}

const noAddress = (id: string): Told => ({
  found: `a file called "${id}"`,
  expected: 'lower-case words joined by "-"; the address of the page is made of the name',
  todo: `call it "${new GithubSlugger().slug(id.normalize('NFD')).replaceAll(/[^a-z0-9-]/g, '') || 'something-else'}.mdx"`,
})
