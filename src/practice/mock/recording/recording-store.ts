/**
 * Recorded answers, in a database of this browser and nowhere else. Where there is none (a private window), they are
 * held until the page is left. One recording a question of a mock; a new one takes the place of the old.
 */
import { openDB, type DBSchema, type IDBPDatabase } from 'idb'

export interface Recording {
  /** `mock/question`. */
  id: string
  mock: string
  question: string
  /** Length in milliseconds. */
  ms: number
  sound: Blob
  /** Whether the sound was written anew with its length and an index to seek by. */
  seekable?: boolean
}

interface Schema extends DBSchema {
  recordings: { key: string; value: Recording }
}

export class RecordingStore {
  readonly #name: string
  #opened: Promise<IDBPDatabase<Schema> | undefined> | undefined
  readonly #held = new Map<string, Recording>()

  /** `name` of the database; it tells guides on one origin apart. */
  constructor(name: string) {
    this.#name = name
  }

  /** Keeps a recording; false when it is only held until the page is left. */
  async put(recording: Recording): Promise<boolean> {
    try {
      const database = await this.#database()
      if (!database) throw new Error('no database')
      await database.put('recordings', recording)
      this.#held.delete(recording.id)
      return true
    } catch {
      this.#held.set(recording.id, recording)
      return false
    }
  }

  /**
   * Puts the same sound, made seekable, in the place of a recording. Where that was deleted or recorded anew meanwhile,
   * nothing is changed.
   */
  async replace(recording: Recording, sound: Blob): Promise<void> {
    const { id } = recording
    const fresh = { ...recording, sound, seekable: true }
    const isSame = (other: Recording | undefined) =>
      other?.ms === recording.ms && other.sound.size === recording.sound.size
    if (isSame(this.#held.get(id))) this.#held.set(id, fresh)
    const transaction = (await this.#database())?.transaction('recordings', 'readwrite')
    if (isSame(await transaction?.store.get(id))) await transaction?.store.put(fresh)
    await transaction?.done
  }

  /** Recordings of a mock, or all. */
  async all(mock?: string): Promise<Recording[]> {
    const kept = await this.#kept()
    const all = [...kept.filter(({ id }) => !this.#held.has(id)), ...this.#held.values()]
    return mock === undefined ? all : all.filter((recording) => recording.mock === mock)
  }

  async remove(id: string): Promise<void> {
    this.#held.delete(id)
    const database = await this.#database()
    await database?.delete('recordings', id).catch(() => undefined)
  }

  /** Removes the recordings of a mock. */
  async removeOf(mock: string): Promise<void> {
    for (const { id } of await this.all(mock)) await this.remove(id)
  }

  /** Removes all recordings; false when the browser did not do it. */
  async removeAll(): Promise<boolean> {
    this.#held.clear()
    try {
      const database = await this.#database()
      // Where there are no databases at all, nothing was ever kept.
      if (!database) return !('indexedDB' in globalThis)
      await database.clear('recordings')
      return true
    } catch {
      return false
    }
  }

  async #kept(): Promise<Recording[]> {
    try {
      return (await (await this.#database())?.getAll('recordings')) ?? []
    } catch {
      return []
    }
  }

  #database() {
    this.#opened ??= openDB<Schema>(this.#name, 1, {
      upgrade: (database) => void database.createObjectStore('recordings', { keyPath: 'id' }),
      // Another tab may delete everything meanwhile.
      blocking: (_from, _to, event) => {
        ;(event.target as IDBDatabase).close()
        this.#opened = undefined
      },
      terminated: () => (this.#opened = undefined),
    }).catch(() => {
      // The next call tries again.
      this.#opened = undefined
      return undefined
    })
    return this.#opened
  }
}

/** The recordings of this guide. */
export const recordings = new RecordingStore(`prep:${import.meta.env.BASE_URL}:recordings`)
