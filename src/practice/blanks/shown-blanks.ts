/** The blanks as they are shown: each as it was filled in, and the hour of the interview where its date is set. */
import { InterviewStore } from '../interview/interview-store.ts'
import { clockOf } from '../interview/interview.ts'
import type { PracticeStorage, RecordStore } from '../kit/storage/storage.ts'
import { blanksKind, INTERVIEW_TIME, shownOf, type FilledBlank } from './filled-blank.ts'

export class ShownBlanks {
  readonly #filled: RecordStore<FilledBlank>
  readonly #interview: InterviewStore

  constructor(storage: PracticeStorage) {
    this.#filled = storage.store(blanksKind)
    this.#interview = new InterviewStore(storage)
  }

  /** Every blank of which something is known, by its id. What was written by hand counts before the date. */
  all(): ReadonlyMap<string, FilledBlank> {
    const filled = this.#filled.all()
    const value = this.hourFromDate()
    if (value === undefined) return filled
    return filled.set(INTERVIEW_TIME, { kind: 'logistics', value, measured: '', unconfirmed: false })
  }

  /** The hour of the interview as its date says it; undefined without a date, or where the blank was filled in by hand. */
  hourFromDate(): string | undefined {
    const interview = this.#interview.get()
    const isOpen = shownOf(this.#filled.get(INTERVIEW_TIME)).state === 'open'
    return interview && isOpen ? clockOf(interview) : undefined
  }

  /** Calls `listener` when a blank or the date changes, also in another tab. Returns what ends that. */
  subscribe(listener: () => void): () => void {
    const ends = [this.#filled, this.#interview].map((store) => store.subscribe(listener))
    return () => ends.forEach((end) => end())
  }
}
