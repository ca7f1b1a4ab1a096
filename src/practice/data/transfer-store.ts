/** Remembers the pieces of a hand-over that have arrived, each in its own tab perhaps, until all are there. */
import type { PracticeStorage } from '../storage.ts'
import { collect, transferShelf, type Collection, type Piece } from './transfer.ts'

export class TransferStore {
  readonly #storage: PracticeStorage

  constructor(storage: PracticeStorage) {
    this.#storage = storage
  }

  add(pieces: readonly Piece[]): void {
    for (const piece of pieces) this.#storage.put(transferShelf, `${piece.transfer}.${piece.number}`, piece)
  }

  /** How far the transfer has come of which a piece arrived last. */
  collection(): Collection | undefined {
    const records = this.#storage.records(transferShelf)
    const pieces = [...this.#storage.all(transferShelf)]
    return collect(pieces.toSorted(([a], [b]) => (records[a]?.at ?? 0) - (records[b]?.at ?? 0)).map(([, one]) => one))
  }

  /** Forgets every piece. */
  forget(): void {
    this.#storage.drop(transferShelf)
  }

  /** Calls `listener` when a piece arrives, also in another tab. Returns the way out. */
  subscribe(listener: () => void): () => void {
    return this.#storage.subscribe((shelf) => {
      if (shelf === undefined || shelf === transferShelf.name) listener()
    })
  }
}
