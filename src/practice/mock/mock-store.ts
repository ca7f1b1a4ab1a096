/** Remembers the mock interviews and the notes on them, and which one is on the screen. */
import type { PracticeStorage } from '../storage.ts'
import { mockNoteShelf, mockShelf, type Mock } from './mock.ts'

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
    return this.#storage.get(mockShelf, id)
  }

  put(id: string, mock: Mock): void {
    this.#storage.put(mockShelf, id, mock)
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
    for (const note of this.#storage.all(mockNoteShelf).keys()) {
      if (note.startsWith(`${id}/`)) this.#storage.remove(mockNoteShelf, note)
    }
    this.#storage.remove(mockShelf, id)
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
    const records = Object.entries(this.#storage.records(mockShelf))
    return new Set(records.filter(([, { value }]) => value === null).map(([id]) => id))
  }

  note(id: string, question: string): string {
    return this.#storage.get(mockNoteShelf, `${id}/${question}`) ?? ''
  }

  setNote(id: string, question: string, text: string): void {
    if (text !== this.note(id, question)) this.#storage.put(mockNoteShelf, `${id}/${question}`, text)
  }

  /** Calls `listener` after each change, also in another tab. Returns the way out. */
  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener)
    const leave = this.#storage.subscribe((shelf) => {
      if (shelf === undefined || shelf === mockShelf.name || shelf === mockNoteShelf.name) listener()
    })
    return () => {
      this.#listeners.delete(listener)
      leave()
    }
  }

  #byTime(): KeptMock[] {
    return [...this.#storage.all(mockShelf)]
      .filter(([id]) => id !== SECOND_DEVICE)
      .map(([id, mock]) => ({ id, mock }))
      .toSorted((a, b) => a.mock.started - b.mock.started)
  }
}
