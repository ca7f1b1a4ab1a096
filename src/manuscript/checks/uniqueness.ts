/** No two things may claim one place in an order, or one name. */
import { ALL_KINDS, type Kind } from '../kinds.ts'
import { entriesOf, type Entry, type Manuscript } from '../manuscript.ts'
import type { Problem } from '../problem.ts'

/** Orders, those of questions within their area, and the ranks among the questions to rehearse first. */
export function uniqueOrders(manuscript: Manuscript): Problem[] {
  const ordered = ALL_KINDS.filter(([, { order }]) => order).flatMap(([kind]) =>
    [...Map.groupBy(entriesOf(manuscript, kind), ({ folder }) => folder).values()].flatMap((entries) =>
      repeated(entries, ({ data }) => ('order' in data ? data.order : undefined)).map((pair) => sameOrder(pair)),
    ),
  )
  return [...ordered, ...repeated(entriesOf(manuscript, 'question'), ({ data }) => data.top).map(sameRank)]
}

/** Names that addresses, references and records are made of. */
export function uniqueIds(manuscript: Manuscript): Problem[] {
  return ALL_KINDS.flatMap(([kind]) => repeated(entriesOf(manuscript, kind), ({ id }) => id).map(sameId))
}

interface Repeated<K extends Kind> {
  entry: Entry<K>
  /** The entry that had the value first. */
  earlier: Entry<K>
  value: string | number
  /** A number that nobody has, another for each pair. */
  free: number
}

/** Entries whose value an earlier one has already; entries without a value are left out. */
function repeated<K extends Kind>(
  entries: readonly Entry<K>[],
  valueOf: (entry: Entry<K>) => string | number | undefined,
): Repeated<K>[] {
  const first = new Map<string | number, Entry<K>>()
  const pairs: Repeated<K>[] = []
  const highest = Math.max(0, ...entries.map((entry) => Number(valueOf(entry) ?? 0)))
  for (const entry of entries) {
    const value = valueOf(entry)
    if (value === undefined) continue
    const earlier = first.get(value)
    if (earlier) pairs.push({ entry, earlier, value, free: highest + 1 + pairs.length })
    else first.set(value, entry)
  }
  return pairs
}

const sameOrder = <K extends Kind>({ entry, earlier, value, free }: Repeated<K>): Problem => ({
  file: entry.file,
  line: entry.lineOf(['order']),
  found: `order: ${value}, which ${earlier.file} has too`,
  expected: `a number of its own for every ${entry.kind}${entry.folder ? ' of an area' : ''}`,
  todo: `give one of the two another number; ${free} is free`,
})

const sameRank = ({ entry, earlier, value }: Repeated<'question'>): Problem => ({
  file: entry.file,
  line: entry.lineOf(['top']),
  found: `top: ${value}, which ${earlier.file} has too`,
  expected: 'a number of its own for every question',
  todo: 'give one of the two another rank',
})

const sameId = <K extends Kind>({ entry, earlier, value }: Repeated<K>): Problem => ({
  file: entry.file,
  line: entry.lineOf(['id']),
  found: `"${value}", which is already the name of another ${entry.kind} (${earlier.file}:${earlier.lineOf(['id'])})`,
  expected: `a name of its own for every ${entry.kind}`,
  todo: 'rename one of the two, and what refers to it',
})
