/** Remembers when the interview is. */
import type { PracticeStorage } from '../storage.ts'
import { interviewShelf, type Interview } from './interview.ts'

const RECORD = 'when'

export class InterviewStore {
  readonly #storage: PracticeStorage

  constructor(storage: PracticeStorage) {
    this.#storage = storage
  }

  get(): Interview | undefined {
    return this.#storage.get(interviewShelf, RECORD)
  }

  set(interview: Interview): void {
    this.#storage.put(interviewShelf, RECORD, interview)
  }

  forget(): void {
    this.#storage.remove(interviewShelf, RECORD)
  }

  /** Calls `listener` when it changes, also in another tab. */
  subscribe(listener: () => void): () => void {
    return this.#storage.subscribe((shelf) => {
      if (shelf === undefined || shelf === interviewShelf.name) listener()
    })
  }
}
