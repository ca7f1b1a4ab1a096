/**
 * The only touch of localStorage. What the practice pages keep lies on shelves, a key each:
 *
 *     prep:/:reviews  →  {"version":1,"records":{"tail-latency":{"at":1795000000000,"value":{…}}}}
 *
 * `at` is when the record was written, in milliseconds since 1970; of two records the newer one counts, so tabs and
 * devices can be merged. A removed record stays as `"value":null`, or a merge would bring it back. A record whose
 * question left the guide is kept and exported; nobody asks for it any more. What a schema refuses is not shown and
 * not thrown away. A shelf of an older version is migrated when it is read, one of a newer version is left alone.
 *
 * Storage may be absent, blocked, full or damaged. Nothing here throws for that: what can be kept in memory is, and
 * `troubles` says what the user should be told.
 */
import { safeParse, type GenericSchema } from 'valibot'

/** A kind of records. */
export interface Shelf<T> {
  /** Name in keys and in the export. Never change it. */
  name: string
  /** Raised when the shape of the values changes. */
  version: number
  /** What a value must look like. */
  schema: GenericSchema<unknown, T>
  /** Turns a value of an older version into one of this version. */
  migrate?: (value: unknown, from: number) => unknown
}

/** A record as it is kept. */
export interface Kept {
  /** When it was written, in milliseconds since 1970. */
  at: number
  /** The value, or null when it was removed. */
  value: unknown
}

export type Records = Record<string, Kept>

/**
 * Why something is not kept: `absent` when the browser lets nothing be stored, `full` when there is no room, `damaged`
 * when a shelf could not be read (its text is set aside), `newer` when a newer version of the guide wrote it.
 */
export type Trouble = 'absent' | 'full' | 'damaged' | 'newer'

/** The part of localStorage that is needed. */
export type Area = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>

export class PracticeStorage {
  /** What went wrong until now, for the notice. */
  readonly troubles = new Set<Trouble>()
  readonly #area: Area | undefined
  readonly #prefix: string
  readonly #now: () => number
  /** What is known of each shelf that was asked for; ahead of the area when that is absent or full. */
  readonly #known = new Map<string, Records>()
  /** Shelves that had no room and are only in memory. */
  readonly #unsaved = new Set<string>()
  /** Versions of shelves that a newer guide wrote. */
  readonly #newer = new Map<string, number>()
  /** Shelves whose text cannot be read and could not be set aside: nothing may be written over it. */
  readonly #broken = new Set<string>()
  readonly #listeners = new Set<(shelf: string | undefined) => void>()

  /** `prefix` ends in a colon and tells guides on one origin apart; `now` is the clock in milliseconds. */
  constructor(area: Area | undefined, prefix: string, now: () => number) {
    this.#area = area
    this.#prefix = prefix
    this.#now = now
    if (!area) this.troubles.add('absent')
  }

  /** All values of a shelf by their ids. */
  all<T>(shelf: Shelf<T>): Map<string, T> {
    const values = new Map<string, T>()
    for (const [id, { value }] of Object.entries(this.#records(shelf))) {
      const parsed = value === null ? undefined : safeParse(shelf.schema, value)
      if (parsed?.success) values.set(id, parsed.output)
    }
    return values
  }

  /** One value, if it is there and sound. */
  get<T>(shelf: Shelf<T>, id: string): T | undefined {
    const kept = this.#records(shelf)[id]
    const parsed = kept && kept.value !== null ? safeParse(shelf.schema, kept.value) : undefined
    return parsed?.success ? parsed.output : undefined
  }

  /** Writes a value at once. */
  put<T>(shelf: Shelf<T>, id: string, value: T): void {
    this.#write(shelf, { [id]: { at: this.#after(shelf, id), value } })
  }

  /** Removes a value, in the other tabs and, by export and import, on the other devices too. */
  remove<T>(shelf: Shelf<T>, id: string): void {
    this.#write(shelf, { [id]: { at: this.#after(shelf, id), value: null } })
  }

  /** Every record as it is kept, for the export. */
  records<T>(shelf: Shelf<T>): Records {
    return { ...this.#records(shelf) }
  }

  /** The version of what `records` gives: that of the shelf, or the newer one of the guide that wrote it. */
  versionOf<T>(shelf: Shelf<T>): number {
    this.#records(shelf)
    return this.#newer.get(shelf.name) ?? shelf.version
  }

  /** Texts that could not be read and were set aside, by the name of their shelf, for the export. */
  damaged(): Record<string, string> {
    const end = ':damaged'
    try {
      const keys = this.#keys().filter((key) => key.endsWith(end))
      return Object.fromEntries(
        keys.map((key) => [key.slice(this.#prefix.length, -end.length), this.#area?.getItem(key) ?? '']),
      )
    } catch {
      this.troubles.add('absent')
      return {}
    }
  }

  /** Takes the records that win over those held and returns how many that were. They must be sound already. */
  merge<T>(shelf: Shelf<T>, records: Records): number {
    const held = this.#records(shelf)
    const newer = Object.entries(records).filter(([id, kept]) => wins(kept, heldAs(id, held)))
    if (newer.length > 0) this.#write(shelf, Object.fromEntries(newer))
    return newer.length
  }

  /** Forgets a shelf without a trace: for what only passes through this device and is never merged. */
  drop<T>(shelf: Shelf<T>): void {
    this.#known.delete(shelf.name)
    this.#saved(shelf.name)
    try {
      this.#area?.removeItem(this.#prefix + shelf.name)
    } catch {
      this.troubles.add('absent')
    }
    this.#tell(shelf.name)
  }

  /** Deletes everything that this guide has stored, what was set aside included. */
  clear(): void {
    this.#known.clear()
    this.#unsaved.clear()
    this.#newer.clear()
    this.#broken.clear()
    try {
      for (const key of this.#keys()) this.#area?.removeItem(key)
      for (const trouble of ['full', 'damaged', 'newer'] as const) this.troubles.delete(trouble)
    } catch {
      this.troubles.add('absent')
    }
    this.#tell(undefined)
  }

  /** Calls `listener` after each change, here or in another tab; `undefined` stands for all shelves. Returns the way out. */
  subscribe(listener: (shelf: string | undefined) => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** Another tab wrote `key`, or everything when it is null, as the browser's storage event says. */
  changedElsewhere(key: string | null): void {
    if (key === null) {
      this.#known.clear()
      this.#unsaved.clear()
      this.#tell(undefined)
    } else if (key.startsWith(this.#prefix)) {
      const name = key.slice(this.#prefix.length)
      this.#forget(name)
      this.#tell(name)
    }
  }

  /** Reads everything anew: a page that "back" brings up again was asleep, and missed what other tabs wrote. */
  refresh(): void {
    for (const name of this.#known.keys()) this.#forget(name)
    this.#tell(undefined)
  }

  /** Lets a shelf be read anew, unless memory holds what found no room: then the next write merges the two. */
  #forget(name: string): void {
    if (!this.#unsaved.has(name) || this.#textOf(name) === undefined) this.#known.delete(name)
  }

  /** Now, but later than what is held: a clock that was set back must not lose a change. */
  #after<T>(shelf: Shelf<T>, id: string): number {
    return Math.max(this.#now(), (this.#records(shelf)[id]?.at ?? 0) + 1)
  }

  #records<T>(shelf: Shelf<T>): Records {
    const known = this.#known.get(shelf.name)
    if (known) return known
    const read = this.#read(shelf)
    this.#known.set(shelf.name, read)
    return read
  }

  #write<T>(shelf: Shelf<T>, changes: Records): void {
    // Another tab may have written since; its records are merged, not overwritten.
    const records = newest(newest(this.#records(shelf), this.#read(shelf)), changes)
    this.#known.set(shelf.name, records)
    if (!this.troubles.has('newer') && !this.#broken.has(shelf.name)) this.#save(shelf, records)
    this.#tell(shelf.name)
  }

  #save<T>(shelf: Shelf<T>, records: Records): void {
    try {
      this.#area?.setItem(this.#prefix + shelf.name, JSON.stringify({ version: shelf.version, records }))
      this.#saved(shelf.name)
    } catch {
      this.#unsaved.add(shelf.name)
      this.troubles.add('full')
    }
  }

  /** One shelf found room; the trouble is over when none is left that did not. */
  #saved(name: string): void {
    this.#unsaved.delete(name)
    if (this.#unsaved.size === 0) this.troubles.delete('full')
  }

  #read<T>(shelf: Shelf<T>): Records {
    const text = this.#textOf(shelf.name)
    if (text === undefined) return {}
    const stored = parse(text)
    if (!stored) {
      this.#setAside(shelf.name, text)
      return {}
    }
    if (stored.version > shelf.version) {
      this.#newer.set(shelf.name, stored.version)
      this.troubles.add('newer')
    }
    return stored.version < shelf.version ? migrated(shelf, stored) : stored.records
  }

  #textOf(name: string): string | undefined {
    try {
      return this.#area?.getItem(this.#prefix + name) ?? undefined
    } catch {
      this.troubles.add('absent')
      return undefined
    }
  }

  /**
   * Moves text that cannot be read to another key, so that nothing is overwritten. Where there is no room even for
   * that, it stays, and the shelf is kept in memory only.
   */
  #setAside(name: string, text: string): void {
    this.troubles.add('damaged')
    const key = this.#prefix + name
    try {
      // First the room, then the copy: both at once may be more than the browser grants.
      this.#area?.removeItem(key)
      const earlier = this.#area?.getItem(`${key}:damaged`)
      this.#area?.setItem(`${key}:damaged`, earlier ? `${earlier}\n${text}` : text)
    } catch {
      this.troubles.add('full')
      this.#broken.add(name)
      this.#putBack(key, text)
    }
  }

  #putBack(key: string, text: string): void {
    try {
      this.#area?.setItem(key, text)
    } catch {
      // The room that it had was taken by another tab; the notice says that storage is full.
    }
  }

  #keys(): string[] {
    const area = this.#area
    if (!area) return []
    const keys = Array.from({ length: area.length }, (_, at) => area.key(at))
    return keys.filter((key): key is string => key?.startsWith(this.#prefix) === true)
  }

  #tell(shelf: string | undefined): void {
    for (const listener of this.#listeners) listener(shelf)
  }
}

/**
 * Whether a record wins over the one that is held: the newer one does. Of two that were written in the same millisecond
 * on two devices, the text decides, so that both devices end with the same one.
 */
export const wins = (kept: Kept, held: Kept | undefined): boolean =>
  held === undefined ||
  kept.at > held.at ||
  (kept.at === held.at && JSON.stringify(kept.value) > JSON.stringify(held.value))

/** The record of an id, which may be `constructor` as well. */
export const heldAs = (id: string, records: Records): Kept | undefined =>
  Object.hasOwn(records, id) ? records[id] : undefined

/** Of two records with one id the newer one. */
function newest(held: Records, changes: Records): Records {
  const result = { ...held }
  for (const [id, kept] of Object.entries(changes)) {
    if (kept.at >= (result[id]?.at ?? -Infinity)) result[id] = kept
  }
  return result
}

interface Stored {
  version: number
  records: Records
}

/** What is stored under a key, or undefined when it is none of ours. */
function parse(text: string): Stored | undefined {
  try {
    const value: unknown = JSON.parse(text)
    return isStored(value) ? value : undefined
  } catch {
    return undefined
  }
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const isStored = (value: unknown): value is Stored =>
  isObject(value) && typeof value['version'] === 'number' && isRecords(value['records'])

/** Whether each entry is a time with a value; the values themselves are the schema's matter. */
export const isRecords = (value: unknown): value is Records =>
  isObject(value) &&
  Object.values(value).every((kept) => isObject(kept) && Number.isFinite(kept['at']) && kept['value'] !== undefined)

/** Records of an older version in this version; one that cannot be migrated stays as it is and is not shown. */
export function migrated<T>(shelf: Shelf<T>, { version, records }: Stored): Records {
  const { migrate } = shelf
  if (!migrate) return records
  return Object.fromEntries(
    Object.entries(records).map(([id, { at, value }]) => [
      id,
      { at, value: value === null ? null : migrate(value, version) },
    ]),
  )
}
