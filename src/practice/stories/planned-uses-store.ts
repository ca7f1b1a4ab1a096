/** Remembers which story is planned for which question. */
import type { PracticeStorage } from '../storage.ts'
import { plannedUsesShelf } from './planned-uses.ts'

export class PlannedUsesStore {
  readonly #storage: PracticeStorage

  constructor(storage: PracticeStorage) {
    this.#storage = storage
  }

  /** Planned story of each question. */
  all(): Map<string, string> {
    return new Map([...this.#storage.all(plannedUsesShelf)].map(([question, { story }]) => [question, story]))
  }

  /** Plans a story for a question; an empty name plans none. */
  set(question: string, story: string): void {
    if (story) this.#storage.put(plannedUsesShelf, question, { story })
    else this.#storage.remove(plannedUsesShelf, question)
  }

  /** Calls `listener` when the plan changes, also in another tab. Returns the way out. */
  subscribe(listener: () => void): () => void {
    return this.#storage.subscribe((shelf) => {
      if (shelf === undefined || shelf === plannedUsesShelf.name) listener()
    })
  }
}
