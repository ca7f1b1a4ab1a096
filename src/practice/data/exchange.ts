/**
 * The file in which everything that is kept travels:
 *
 *     {"format":"interview-guide-practice","version":1,"exportedAt":"2026-11-23T10:00:00.000Z",
 *      "shelves":{"reviews":{"version":1,"records":{"tail-latency":{"at":1795000000000,"value":{…}}}}},
 *      "damaged":{"stories":"{\"vers"}}
 *
 * Records go out as they are kept: removed ones as null, so that they stay removed on the other device, and those that
 * a schema refuses. A file is read as a whole before anything is taken from it. What a schema refuses is left in the
 * file, and so are kinds of records that this guide does not know, or knows in an older version only: the file comes
 * from a newer guide and can be brought again once this one is up to date. Texts that had been set aside as damaged are
 * only carried; nobody can read them.
 */
import { safeParse } from 'valibot'
import { heldAs, wins } from '../kit/storage/merge.ts'
import { isObject, isRecords, migrated, type Kept, type RecordKind, type Records } from '../kit/storage/record-kind.ts'

const FORMAT = 'interview-guide-practice'
const VERSION = 1

/** Bytes of a file that are read at most. A browser keeps about half of that for a site. */
export const LARGEST = 10_000_000

/** The kinds that travel, by name: the version of the values, and the records. */
export type Parcel = Readonly<Record<string, { version: number; records: Records }>>

export interface Export {
  parcel: Parcel
  /** Texts that were set aside, by the name of their kind. */
  damaged: Readonly<Record<string, string>>
  /** When it was written, in milliseconds since 1970. */
  now: number
}

/** The text of the file. */
export const writeExport = ({ parcel, damaged, now }: Export): string =>
  JSON.stringify({
    format: FORMAT,
    version: VERSION,
    exportedAt: new Date(now).toISOString(),
    shelves: parcel,
    damaged,
  })

/** `interview-practice-2026-11-23.json`, by the day that this device's clocks show. */
export function nameOfFile(now: Date): string {
  const two = (part: number) => String(part).padStart(2, '0')
  return `interview-practice-${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}.json`
}

/**
 * Why a text is not read: it is `large` or `empty`; `broken` is no JSON; `foreign` is not made by this guide; `newer`
 * has a format that this guide does not know; `damaged` is one of ours that was changed on its way.
 */
export type Refusal = 'large' | 'empty' | 'broken' | 'foreign' | 'newer' | 'damaged'

export interface Reading {
  /** When the file was written, in milliseconds since 1970. */
  exportedAt: number
  /** Sound records in the version of this guide, by the name of their kind. */
  records: ReadonlyMap<string, Records>
  /** Records that stay in the file because their schema refuses them. */
  unsound: number
  /** Records that stay in the file because only a newer guide knows their kind. */
  unknown: number
}

/** The text of a file, or why it is none. Files that are too large are not even decoded. */
export function textOf(bytes: Uint8Array): { text: string } | { refusal: Refusal } {
  if (bytes.length > LARGEST) return { refusal: 'large' }
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) }
  } catch {
    return { refusal: 'broken' }
  }
}

/** Reads a text whole and says what could be taken from it, or why nothing. It changes nothing and does not throw. */
export function readExport(text: string, kinds: readonly RecordKind<unknown>[]): Reading | { refusal: Refusal } {
  if (text.length > LARGEST) return { refusal: 'large' }
  if (text.trim() === '') return { refusal: 'empty' }
  const file = parsed(text)
  if (file === undefined) return { refusal: 'broken' }
  if (!isObject(file) || file['format'] !== FORMAT) return { refusal: 'foreign' }
  if (typeof file['version'] === 'number' && file['version'] > VERSION) return { refusal: 'newer' }
  const exportedAt = typeof file['exportedAt'] === 'string' ? Date.parse(file['exportedAt']) : NaN
  const parcel = file['shelves']
  if (file['version'] !== VERSION || Number.isNaN(exportedAt) || !isParcel(parcel)) return { refusal: 'damaged' }
  return { exportedAt, ...opened(parcel, kinds) }
}

/** What merging would do: records that win over what is held, that lose against it, and that are the same. */
export interface Comparison {
  taken: number
  newerHere: number
  same: number
}

/** Compares what was read with what is held, by the name of the kind. */
export function compare({ records }: Reading, held: (kind: string) => Records): Comparison {
  const result: Comparison = { taken: 0, newerHere: 0, same: 0 }
  for (const [kind, incoming] of records) {
    const here = held(kind)
    for (const [id, kept] of Object.entries(incoming)) {
      const other = heldAs(id, here)
      if (wins(kept, other)) result.taken += 1
      else if (other && wins(other, kept)) result.newerHere += 1
      else result.same += 1
    }
  }
  return result
}

function opened(parcel: Parcel, kinds: readonly RecordKind<unknown>[]): Omit<Reading, 'exportedAt'> {
  const records = new Map<string, Records>()
  let [unsound, unknown] = [0, 0]
  for (const [name, packed] of Object.entries(parcel)) {
    const kind = kinds.find((known) => known.name === name)
    const ids = Object.keys(packed.records)
    if (!kind || packed.version > kind.version) {
      unknown += ids.length
      continue
    }
    const sound = soundOf(kind, packed)
    unsound += ids.length - Object.keys(sound).length
    records.set(name, sound)
  }
  return { records, unsound, unknown }
}

function soundOf(kind: RecordKind<unknown>, { version, records }: Parcel[string]): Records {
  const sound = Object.entries(records).flatMap(([id, kept]) => {
    const checked = id === '__proto__' ? undefined : soundRecord(kind, version, kept)
    return checked ? [[id, checked] as const] : []
  })
  return Object.fromEntries(sound)
}

/** The record in the kind's version and with nothing but what its schema knows; undefined when it is refused. */
function soundRecord(kind: RecordKind<unknown>, version: number, kept: Kept): Kept | undefined {
  if (kept.at < 0 || kept.at > LAST_INSTANT) return undefined
  if (kept.value === null) return { at: kept.at, value: null }
  const { one } = version < kind.version ? migrated(kind, { version, records: { one: kept } }) : { one: kept }
  const checked = safeParse(kind.schema, one?.value)
  return checked.success ? { at: kept.at, value: checked.output } : undefined
}

/** The last one that a date can have. */
const LAST_INSTANT = 8.64e15

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

const isParcel = (value: unknown): value is Parcel =>
  isObject(value) &&
  Object.values(value).every(
    (packed) => isObject(packed) && Number.isSafeInteger(packed['version']) && isRecords(packed['records']),
  )
