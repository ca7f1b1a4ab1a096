/**
 * What the practice pages keep: records of several kinds, each kind in a text of its own (record-kind.ts), under the key
 * `prep:/:reviews`. An element works with the store of a kind:
 *
 *     const interview = storage.store(interviewKind)
 *     interview.put('when', { start, zone })
 *     this.until(interview.subscribe(() => this.#show()))
 *
 * Of two records with one id the newer one counts (merge.ts), so tabs and devices can be merged. A record whose question
 * left the guide is kept and exported; nobody asks for it any more. What a schema refuses is not shown and not thrown
 * away. A text of an older version is migrated when it is read; one of a newer version is left alone.
 *
 * Storage may be absent, blocked, full or damaged. Nothing here throws for that: what can be kept in memory is, and
 * `troubles` says what the user should be told.
 */
import { safeParse } from 'valibot'
import { heldAs, newest, wins } from './merge.ts'
import { migrated, parseStored, type Kept, type RecordKind, type Records } from './record-kind.ts'
import { Texts, type Area } from './local-storage.ts'

/**
 * Why something is not kept: `absent` when the browser lets nothing be stored, `full` when there is no room, `damaged`
 * when a text could not be read (it is set aside), `newer` when a newer version of the guide wrote it.
 */
export type Trouble = 'absent' | 'full' | 'damaged' | 'newer'

/** The records of one kind, by their ids. */
export interface RecordStore<T> {
  /** One value, if it is there and sound. */
  get: (id: string) => T | undefined
  /** All sound values. */
  all: () => Map<string, T>
  /** Writes a value at once. */
  put: (id: string, value: T) => void
  /** Removes a value, in the other tabs and, by export and import, on the other devices too. */
  remove: (id: string) => void
  /** Calls `listener` after each change, here or in another tab. Returns what ends that. */
  subscribe: (listener: () => void) => () => void
}

export class PracticeStorage {
  readonly #texts: Texts
  readonly #now: () => number
  /** Records of each kind that was asked for; ahead of the texts when storage is absent or full. */
  readonly #known = new Map<string, Records>()
  /** Kinds that had no room and are only in memory. */
  readonly #unsaved = new Set<string>()
  /** Versions of kinds that a newer guide wrote: these are not written over. */
  readonly #newer = new Map<string, number>()
  /** Kinds whose text cannot be read and could not be set aside: these are not written over either. */
  readonly #stuck = new Set<string>()
  #isDamaged = false
  readonly #listeners = new Set<(kind: string | undefined) => void>()

  /** `prefix` ends in a colon and tells guides on one origin apart; `now` is the clock in milliseconds. */
  constructor(area: Area | undefined, prefix: string, now: () => number) {
    this.#texts = new Texts(area, prefix)
    this.#now = now
  }

  /** What went wrong until now, for the notice. */
  get troubles(): ReadonlySet<Trouble> {
    const troubles = new Set<Trouble>()
    if (this.#texts.isAbsent) troubles.add('absent')
    if (this.#unsaved.size > 0) troubles.add('full')
    if (this.#isDamaged) troubles.add('damaged')
    if (this.#newer.size > 0) troubles.add('newer')
    return troubles
  }

  store<T>(kind: RecordKind<T>): RecordStore<T> {
    return {
      get: (id) => this.get(kind, id),
      all: () => this.all(kind),
      put: (id, value) => this.put(kind, id, value),
      remove: (id) => this.remove(kind, id),
      subscribe: (listener) => this.watch([kind], listener),
    }
  }

  all<T>(kind: RecordKind<T>): Map<string, T> {
    const ids = Object.keys(this.#records(kind))
    return new Map(
      ids.flatMap((id) => {
        const value = this.get(kind, id)
        return value === undefined ? [] : [[id, value] as const]
      }),
    )
  }

  get<T>(kind: RecordKind<T>, id: string): T | undefined {
    const kept = heldAs(id, this.#records(kind))
    const parsed = kept && kept.value !== null ? safeParse(kind.schema, kept.value) : undefined
    return parsed?.success ? parsed.output : undefined
  }

  put<T>(kind: RecordKind<T>, id: string, value: T): void {
    this.#write(kind, (held) => ({ [id]: { at: this.#after(heldAs(id, held)), value } }))
  }

  remove<T>(kind: RecordKind<T>, id: string): void {
    this.#write(kind, (held) => ({ [id]: { at: this.#after(heldAs(id, held)), value: null } }))
  }

  /** Every record as it is kept, for the export. */
  records<T>(kind: RecordKind<T>): Records {
    return { ...this.#records(kind) }
  }

  /** The version of what `records` gives: that of the kind, or the newer one of the guide that wrote it. */
  versionOf<T>(kind: RecordKind<T>): number {
    this.#records(kind)
    return this.#newer.get(kind.name) ?? kind.version
  }

  /** Texts that could not be read and were set aside, by the name of their kind, for the export. */
  damaged(): Record<string, string> {
    return this.#texts.aside()
  }

  /** Takes the records that win over those held and returns how many that were. They must be sound already. */
  merge<T>(kind: RecordKind<T>, records: Records): number {
    const held = this.#records(kind)
    const newer = Object.entries(records).filter(([id, kept]) => wins(kept, heldAs(id, held)))
    if (newer.length > 0) this.#write(kind, () => Object.fromEntries(newer))
    return newer.length
  }

  /** Forgets a kind without a trace: for what only passes through this device and is never merged. */
  drop<T>({ name }: RecordKind<T>): void {
    this.#known.delete(name)
    this.#unsaved.delete(name)
    this.#texts.remove(name)
    this.#tell(name)
  }

  /** Deletes everything that this guide has stored, what was set aside included. */
  clear(): void {
    this.#texts.clear()
    for (const held of [this.#known, this.#unsaved, this.#newer, this.#stuck]) held.clear()
    this.#isDamaged = false
    this.#tell(undefined)
  }

  /** Calls `listener` after each change, here or in another tab; no name stands for all kinds. Returns what ends that. */
  subscribe(listener: (kind: string | undefined) => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** The same for changes of some kinds only. */
  watch(kinds: readonly Pick<RecordKind<unknown>, 'name'>[], listener: () => void): () => void {
    return this.subscribe((changed) => {
      if (changed === undefined || kinds.some(({ name }) => name === changed)) listener()
    })
  }

  /** Another tab wrote `key`, or everything when it is null, as the browser's storage event says. */
  changedElsewhere(key: string | null): void {
    if (key === null) {
      this.#known.clear()
      this.#unsaved.clear()
      this.#tell(undefined)
      return
    }
    const name = this.#texts.nameOf(key)
    if (name === undefined) return
    this.#forget(name)
    this.#tell(name)
  }

  /** Reads everything anew: a page that "back" brings up again was asleep, and missed what other tabs wrote. */
  refresh(): void {
    for (const name of this.#known.keys()) this.#forget(name)
    this.#tell(undefined)
  }

  /** Lets a kind be read anew, unless memory holds what found no room: then the next write merges the two. */
  #forget(name: string): void {
    if (!this.#unsaved.has(name) || this.#texts.get(name) === undefined) this.#known.delete(name)
  }

  /** Now, but later than what is held: a clock that was set back must not lose a change. */
  #after(held: Kept | undefined): number {
    return Math.max(this.#now(), (held?.at ?? 0) + 1)
  }

  #records<T>(kind: RecordKind<T>): Records {
    const known = this.#known.get(kind.name)
    if (known) return known
    const read = this.#read(kind)
    this.#known.set(kind.name, read)
    return read
  }

  #write<T>(kind: RecordKind<T>, changes: (held: Records) => Records): void {
    const { name, version } = kind
    // Another tab may have written since; its records are merged, not overwritten.
    const held = newest(this.#records(kind), this.#read(kind))
    const records = newest(held, changes(held))
    this.#known.set(name, records)
    const isLeftAlone = this.#newer.has(name) || this.#stuck.has(name)
    if (!isLeftAlone) {
      if (this.#texts.set(name, JSON.stringify({ version, records }))) this.#unsaved.delete(name)
      else this.#unsaved.add(name)
    }
    this.#tell(name)
  }

  #read<T>(kind: RecordKind<T>): Records {
    const text = this.#texts.get(kind.name)
    const stored = text === undefined ? undefined : parseStored(text)
    if (stored && stored.version > kind.version) this.#newer.set(kind.name, stored.version)
    else this.#newer.delete(kind.name)
    if (text !== undefined && !stored) this.#setAside(kind.name, text)
    if (!stored) return {}
    return stored.version < kind.version ? migrated(kind, stored) : stored.records
  }

  /** Where there is no room to set a text aside, it stays, and its kind is kept in memory only. */
  #setAside(name: string, text: string): void {
    this.#isDamaged = true
    if (this.#texts.setAside(name, text)) {
      this.#stuck.delete(name)
    } else {
      this.#stuck.add(name)
      this.#unsaved.add(name)
    }
  }

  #tell(kind: string | undefined): void {
    for (const listener of this.#listeners) listener(kind)
  }
}
