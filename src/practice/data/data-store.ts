/** Everything that is kept, as one: what is exported, taken in and deleted. */
import type { PracticeStorage, Records, Shelf, Trouble } from '../storage.ts'
import { compare, writeExport, type Comparison, type Parcel, type Reading } from './exchange.ts'
import { countKept, type Kept } from './kept.ts'
import { transferShelf } from './transfer.ts'

/** What came of taking records in: what is kept only until the tab is closed, and why. */
export interface Outcome extends Comparison {
  trouble: Trouble | undefined
}

export class DataStore {
  readonly #storage: PracticeStorage
  /** The shelves that travel. */
  readonly shelves: readonly Shelf<unknown>[]

  constructor(storage: PracticeStorage, shelves: readonly Shelf<unknown>[]) {
    this.#storage = storage
    this.shelves = shelves.filter(({ name }) => name !== transferShelf.name)
  }

  /** The kinds of records in numbers, by the name of their shelf. */
  kept(): Map<string, Kept> {
    return new Map(
      this.shelves.map((shelf) => [shelf.name, countKept(this.#storage.records(shelf), this.#storage.all(shelf).size)]),
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
    for (const shelf of this.shelves) {
      const records = reading.records.get(shelf.name)
      if (records) this.#storage.merge(shelf, records)
    }
    const { troubles } = this.#storage
    return { ...comparison, trouble: (['absent', 'full'] as const).find((trouble) => troubles.has(trouble)) }
  }

  /** Whether a newer version of the guide wrote what is kept here, so that this one must not change it. */
  isNewer(): boolean {
    for (const shelf of this.shelves) this.#storage.records(shelf)
    return this.#storage.troubles.has('newer')
  }

  /** Deletes everything; false when the browser did not let it. */
  clear(): boolean {
    this.#storage.clear()
    return this.isEmpty()
  }

  /** Calls `listener` after each change, also in another tab. Returns the way out. */
  subscribe(listener: () => void): () => void {
    return this.#storage.subscribe((shelf) => {
      if (shelf !== transferShelf.name) listener()
    })
  }

  #parcel(): Parcel {
    const packed = this.shelves.map((shelf) => {
      const [records, version] = [this.#storage.records(shelf), this.#storage.versionOf(shelf)]
      return [shelf.name, { version, records }] as const
    })
    return Object.fromEntries(packed.filter(([, { records }]) => Object.keys(records).length > 0))
  }

  #recordsOf(name: string): Records {
    const shelf = this.shelves.find((known) => known.name === name)
    return shelf ? this.#storage.records(shelf) : {}
  }
}
