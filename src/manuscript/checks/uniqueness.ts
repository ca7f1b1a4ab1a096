/** No two things may claim one place in an order, or one address. */
import { REFERENCE_KINDS } from '../addresses.ts'
import { entriesOf, type Entry, type Manuscript } from '../manuscript.ts'
import type { Problem } from '../problem.ts'
import type { Kind } from '../rooms.ts'

const ORDERED = ['section', 'question', 'concept', 'story', 'sheet'] as const

/** Orders, and the ranks among the questions to rehearse first. */
export function uniqueOrders(manuscript: Manuscript): Problem[] {
  const ordered = ORDERED.flatMap((kind) =>
    repeated(entriesOf(manuscript, kind), ({ data }) => data.order).map((pair) => sameNumber(pair, 'order')),
  )
  const ranked = repeated(entriesOf(manuscript, 'question'), ({ data }) => data.top)
  return [...ordered, ...ranked.map((pair) => sameNumber(pair, 'top'))]
}

/** Names that addresses are made of. */
export function uniqueIds(manuscript: Manuscript): Problem[] {
  return REFERENCE_KINDS.flatMap((kind) => repeated(entriesOf(manuscript, kind), ({ id }) => id).map(sameId))
}

interface Repeated<K extends Kind> {
  entry: Entry<K>
  /** The entry that had the value first. */
  earlier: Entry<K>
  value: string | number
  next: number
}

/** Entries whose value an earlier one has already; entries without a value are left out. */
function repeated<K extends Kind>(
  entries: readonly Entry<K>[],
  valueOf: (entry: Entry<K>) => string | number | undefined,
): Repeated<K>[] {
  const first = new Map<string | number, Entry<K>>()
  const pairs: Repeated<K>[] = []
  const next = Math.max(0, ...entries.map((entry) => Number(valueOf(entry) ?? 0))) + 1
  for (const entry of entries) {
    const value = valueOf(entry)
    if (value === undefined) continue
    const earlier = first.get(value)
    if (earlier) pairs.push({ entry, earlier, value, next })
    else first.set(value, entry)
  }
  return pairs
}

const sameNumber = <K extends Kind>({ entry, earlier, value, next }: Repeated<K>, field: 'order' | 'top'): Problem => ({
  file: entry.file,
  line: entry.lineOf([field]),
  found: `${field}: ${value}, which ${earlier.file} has too`,
  expected: `a number of its own for every ${entry.kind}`,
  todo: field === 'order' ? `give one of the two another number; ${next} is free` : 'give one of the two another rank',
})

const sameId = <K extends Kind>({ entry, earlier, value }: Repeated<K>): Problem => ({
  file: entry.file,
  line: entry.lineOf(['id']),
  found: `"${value}", which is already the name of another ${entry.kind} (${earlier.file}:${earlier.lineOf(['id'])})`,
  expected: `a name of its own for every ${entry.kind}, as its address is made of it`,
  todo: 'rename one of the two, and what refers to it',
})
