/** What there is to refer to, and what an author is told who refers to something else. */
import { closest, distance } from 'fastest-levenshtein'
import { KINDS, REFERENCE_KINDS, type Kind } from '../kinds.ts'
import type { Manuscript } from '../manuscript.ts'
import type { Problem } from '../problem.ts'
import { nameOfRegion } from '../regions.ts'

/** Ids by kind; `code` for regions. */
export interface Known {
  /** Whether an entry of this kind exists, or may: its file could not be read. */
  has: (kind: string, id: string) => boolean
  idsOf: (kind: string) => readonly string[]
}

/** What exists, entries whose fields are not sound included: a reference to one is no second mistake. */
export function knownIn({ entries, unsound, unread, regions }: Manuscript): Known {
  const all = [...entries, ...unsound]
  const ids = new Map<string, readonly string[]>([
    ...[...Map.groupBy(all, ({ kind }) => kind)].map(([kind, own]) => [kind, own.map(({ id }) => id)] as const),
    ['code', regions.map(nameOfRegion)],
  ])
  const idsOf = (kind: string) => ids.get(kind) ?? []
  return { idsOf, has: (kind, id) => idsOf(kind).includes(id) || unread.has(kind as Kind) }
}

/** What is told about `kind:id` when there is none. */
export function dangling(kind: string, id: string, known: Known): Pick<Problem, 'found' | 'expected' | 'todo'> {
  const ids = known.idsOf(kind)
  const near = closest(id, [...ids])
  // A name that resembles none is rather one that is still to be written.
  const isNear = ids.length > 0 && distance(id, near) <= Math.max(2, id.length / 2)
  return {
    found: `"${kind}:${id}", which does not exist`,
    expected: ids.length > 0 ? `one of ${listed(kind, ids, id)}` : `a ${kind}, of which there is none`,
    todo: isNear ? `write "${kind}:${near}", or add what is meant` : `add it to ${placeOf(kind)}, or name another`,
  }
}

/** So many names help; of more, those that are most alike. */
const LISTED = 12

function listed(kind: string, ids: readonly string[], written: string): string {
  const nearest = ids.toSorted((a, b) => distance(a, written) - distance(b, written)).slice(0, LISTED)
  const shown = ids.filter((id) => nearest.includes(id)).map((id) => `${kind}:${id}`)
  return shown.join(', ') + (ids.length > LISTED ? ` and ${ids.length - LISTED} more` : '')
}

/** Where entries of a kind are written. */
function placeOf(kind: string): string {
  if (kind === 'code') return 'the service, as a marked region'
  const { where } = KINDS[kind as Kind]
  return 'folder' in where ? `the folder "${where.folder}"` : 'list' in where ? where.list : where.file
}

/** Kinds that a link may name. */
export const isReferenceKind = (kind: string): boolean => kind === 'code' || REFERENCE_KINDS.some((one) => one === kind)
