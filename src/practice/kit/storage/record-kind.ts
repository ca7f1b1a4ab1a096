/**
 * A kind of records, and how its records are stored: in one text under its name,
 *
 *     {"version":1,"records":{"tail-latency":{"at":1795000000000,"value":{…}}}}
 *
 * `at` is when a record was written, in milliseconds since 1970. A removed record stays as `"value":null`, or a merge
 * would bring it back.
 */
import type { GenericSchema } from 'valibot'

export interface RecordKind<T> {
  /** Name in keys and in the export. Never change it. */
  name: string
  /** What the records are called to the person who wrote them. */
  title: string
  /** Raised when the shape of the values changes. */
  version: number
  /** What a value must look like. */
  schema: GenericSchema<unknown, T>
  /** Turns a value of an older version into one of this version. May throw for a value that is none. */
  migrate?: (value: unknown, from: number) => unknown
}

/** A record as it is kept. */
export interface Kept {
  /** When it was written, in milliseconds since 1970. */
  at: number
  /** The value, or null when it was removed. */
  value: unknown
}

/** Records by their ids. */
export type Records = Record<string, Kept>

export interface Stored {
  /** Of the kind, when they were written. */
  version: number
  records: Records
}

/** What a stored text holds, or undefined when it is none of ours. */
export function parseStored(text: string): Stored | undefined {
  try {
    const value: unknown = JSON.parse(text)
    return isObject(value) && typeof value['version'] === 'number' && isRecords(value['records'])
      ? { version: value['version'], records: value['records'] }
      : undefined
  } catch {
    return undefined
  }
}

/** Whether it is a JSON object, so neither a list nor null. */
export const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Whether each entry is a time with a value; the values themselves are the schema's matter. */
export const isRecords = (value: unknown): value is Records =>
  isObject(value) &&
  Object.values(value).every((kept) => isObject(kept) && Number.isFinite(kept['at']) && kept['value'] !== undefined)

/** Records of an older version in this version; one that cannot be migrated stays as it is and is not shown. */
export function migrated<T>({ migrate }: RecordKind<T>, { version, records }: Stored): Records {
  if (!migrate) return records
  const valueOf = (value: unknown) => {
    try {
      return value === null ? null : migrate(value, version)
    } catch {
      // No guide has ever written such a value; the schema refuses it.
      return value
    }
  }
  return Object.fromEntries(Object.entries(records).map(([id, { at, value }]) => [id, { at, value: valueOf(value) }]))
}
