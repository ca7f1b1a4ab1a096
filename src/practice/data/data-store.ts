/** Everything that is kept, as one: what is exported, taken in and deleted. */
import type { RecordKind, Records } from '../kit/storage/record-kind.ts'
import type { PracticeStorage, Trouble } from '../kit/storage/storage.ts'
import { compare, writeExport, type Comparison, type Parcel, type Reading } from './exchange.ts'

/** What came of taking records in: what is kept only until the tab is closed, and why. */
export interface Outcome extends Comparison {
  trouble: Trouble | undefined
}

/** One kind of records in numbers. */
export interface KindInNumbers {
  /** Records with a sound value. */
  count: number
  /** Records that cannot be read; they are exported. */
  unsound: number
  /** When the oldest of them was written, in milliseconds since 1970; undefined where there is none. */
  since: number | undefined
}

/** Counts the records of a kind; `sound` is how many of them a schema accepts. */
export function countKept(records: Records, sound: number): KindInNumbers {
  const values = Object.values(records).filter(({ value }) => value !== null)
  const since = values.length > 0 ? values.reduce((oldest, { at }) => Math.min(oldest, at), Infinity) : undefined
  return { count: sound, unsound: values.length - sound, since }
}

export class DataStore {
  readonly #storage: PracticeStorage
  /** What travels; `record-kinds.ts` names all that does. */
  readonly kinds: readonly RecordKind<unknown>[]

  constructor(storage: PracticeStorage, kinds: readonly RecordKind<unknown>[]) {
    this.#storage = storage
    this.kinds = kinds
  }

  /** The kinds of records in numbers, by name. */
  kept(): Map<string, KindInNumbers> {
    return new Map(
      this.kinds.map((kind) => [kind.name, countKept(this.#storage.records(kind), this.#storage.all(kind).size)]),
    )
  }

  /** How many texts were set aside because they could not be read. */
  damaged(): number {
    return Object.keys(this.#storage.damaged()).length
  }

  /** Whether there is nothing to export. */
  isEmpty(): boolean {
    return this.damaged() === 0 && Object.keys(this.#parcel()).length === 0
  }

  /** The text of the export; `now` in milliseconds since 1970. */
  export(now: number): string {
    return writeExport({ parcel: this.#parcel(), damaged: this.#storage.damaged(), now })
  }

  /**
   * The same for codes: without what was set aside, and dated by its last change, so that codes that are shown once more
   * are the same codes.
   */
  exportForCodes(): string {
    const parcel = this.#parcel()
    const times = Object.values(parcel).flatMap(({ records }) => Object.values(records).map(({ at }) => at))
    return writeExport({ parcel, damaged: {}, now: times.reduce((last, at) => Math.max(last, at), 0) })
  }

  compare(reading: Reading): Comparison {
    return compare(reading, (name) => this.#recordsOf(name))
  }

  /** Merges what was read. */
  take(reading: Reading): Outcome {
    const comparison = this.compare(reading)
    for (const kind of this.kinds) {
      const records = reading.records.get(kind.name)
      if (records) this.#storage.merge(kind, records)
    }
    const { troubles } = this.#storage
    return { ...comparison, trouble: (['absent', 'full'] as const).find((trouble) => troubles.has(trouble)) }
  }

  /** Whether a newer version of the guide wrote what is kept here, so that this one must not change it. */
  isNewer(): boolean {
    for (const kind of this.kinds) this.#storage.records(kind)
    return this.#storage.troubles.has('newer')
  }

  /** Deletes everything; false when the browser did not let it. */
  clear(): boolean {
    this.#storage.clear()
    return this.isEmpty()
  }

  /** Calls `listener` after each change of what travels, also in another tab. Returns what ends that. */
  subscribe(listener: () => void): () => void {
    return this.#storage.watch(this.kinds, listener)
  }

  #parcel(): Parcel {
    const packed = this.kinds.map((kind) => {
      const [records, version] = [this.#storage.records(kind), this.#storage.versionOf(kind)]
      return [kind.name, { version, records }] as const
    })
    return Object.fromEntries(packed.filter(([, { records }]) => Object.keys(records).length > 0))
  }

  #recordsOf(name: string): Records {
    const kind = this.kinds.find((known) => known.name === name)
    return kind ? this.#storage.records(kind) : {}
  }
}
