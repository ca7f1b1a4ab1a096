/** Remembers the mock interviews and the notes on them, and which one is on the screen. */
import type { PracticeStorage } from '../kit/storage/storage.ts'
import { mockNoteKind, mockKind, type Mock } from './mock.ts'

/** A mock with its name. */
export interface KeptMock {
  id: string
  mock: Mock
}

/** The screen of a second device, which keeps its place like a mock but is none. */
export const SECOND_DEVICE = 'candidate'

export class MockStore {
  readonly #storage: PracticeStorage
  readonly #listeners = new Set<() => void>()
  /** The past mock whose debrief is looked at; not kept. */
  #opened: string | undefined

  constructor(storage: PracticeStorage) {
    this.#storage = storage
  }

  get(id: string): Mock | undefined {
    return this.#storage.get(mockKind, id)
  }

  put(id: string, mock: Mock): void {
    this.#storage.put(mockKind, id, mock)
  }

  /** Keeps a new mock and returns its name. */
  begin(mock: Mock): string {
    const id = new Date(mock.started).toISOString()
    this.#opened = undefined
    this.put(id, mock)
    return id
  }

  /** Removes a mock with its notes. */
  remove(id: string): void {
    for (const note of this.#storage.all(mockNoteKind).keys()) {
      if (note.startsWith(`${id}/`)) this.#storage.remove(mockNoteKind, note)
    }
    this.#storage.remove(mockKind, id)
  }

  /** The newest mock that is not closed yet. */
  running(): KeptMock | undefined {
    return this.#byTime()
      .filter(({ mock }) => mock.finished === null)
      .at(-1)
  }

  /** Closed mocks, the oldest first. */
  past(): KeptMock[] {
    return this.#byTime().filter(({ mock }) => mock.finished !== null)
  }

  /** What is on the screen: the opened debrief, else the running mock. */
  current(): KeptMock | undefined {
    const mock = this.#opened === undefined ? undefined : this.get(this.#opened)
    return mock && this.#opened !== undefined ? { id: this.#opened, mock } : this.running()
  }

  /** Opens the debrief of a past mock; undefined closes it. */
  open(id: string | undefined): void {
    this.#opened = id
    for (const listener of this.#listeners) listener()
  }

  /** Names of the mocks that were removed. One that is merely missing may be held by another tab, or be set aside. */
  removed(): Set<string> {
    const records = Object.entries(this.#storage.records(mockKind))
    return new Set(records.filter(([, { value }]) => value === null).map(([id]) => id))
  }

  /** The note of an id that `noteId` made. */
  note(id: string): string {
    return this.#storage.get(mockNoteKind, id) ?? ''
  }

  setNote(id: string, text: string): void {
    if (text !== this.note(id)) this.#storage.put(mockNoteKind, id, text)
  }

  /** Calls `listener` after each change, also in another tab, until what is returned is called. */
  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener)
    const unsubscribe = this.#storage.subscribe((kind) => {
      if (kind === undefined || kind === mockKind.name || kind === mockNoteKind.name) listener()
    })
    return () => {
      this.#listeners.delete(listener)
      unsubscribe()
    }
  }

  #byTime(): KeptMock[] {
    return [...this.#storage.all(mockKind)]
      .filter(([id]) => id !== SECOND_DEVICE)
      .map(([id, mock]) => ({ id, mock }))
      .toSorted((a, b) => a.mock.started - b.mock.started)
  }
}
