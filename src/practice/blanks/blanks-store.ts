/** Remembers what was written into the blanks. */
import type { PracticeStorage } from '../storage.ts'
import { blanksShelf, isEmpty, type FilledBlank } from './filled-blank.ts'

export class BlanksStore {
  readonly #storage: PracticeStorage

  constructor(storage: PracticeStorage) {
    this.#storage = storage
  }

  get(id: string): FilledBlank | undefined {
    return this.#storage.get(blanksShelf, id)
  }

  /** Every blank that was touched, by id. */
  all(): Map<string, FilledBlank> {
    return this.#storage.all(blanksShelf)
  }

  /** Writes what changed and leaves the rest as another tab may have written it. */
  set(id: string, changes: Pick<FilledBlank, 'kind'> & Partial<FilledBlank>): void {
    const filled = { value: '', measured: '', unconfirmed: false, ...this.get(id), ...changes }
    if (isEmpty(filled)) this.#storage.remove(blanksShelf, id)
    else this.#storage.put(blanksShelf, id, filled)
  }

  /** Calls `listener` when a blank changes, also in another tab. Returns the way out. */
  subscribe(listener: () => void): () => void {
    return this.#storage.subscribe((shelf) => {
      if (shelf === undefined || shelf === blanksShelf.name) listener()
    })
  }
}
