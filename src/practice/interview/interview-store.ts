/** Remembers when the interview is. */
import { isZone } from '../../schemas/zone.ts'
import type { PracticeStorage, RecordStore } from '../kit/storage/storage.ts'
import { interviewKind, type Interview } from './interview.ts'

const RECORD = 'when'

export class InterviewStore {
  readonly #records: RecordStore<Interview>
  /** Calls its listener when the date changes, also in another tab. */
  readonly subscribe: RecordStore<Interview>['subscribe']

  constructor(storage: PracticeStorage) {
    this.#records = storage.store(interviewKind)
    this.subscribe = this.#records.subscribe
  }

  get(): Interview | undefined {
    const kept = this.#records.get(RECORD)
    return kept && isZone(kept.zone) ? kept : undefined
  }

  /** A date that is kept with something for a zone that is none, as older guides took it, or that is unknown here. */
  unclear(): Interview | undefined {
    const kept = this.#records.get(RECORD)
    return kept && !isZone(kept.zone) ? kept : undefined
  }

  set(interview: Interview): void {
    this.#records.put(RECORD, interview)
  }

  forget(): void {
    this.#records.remove(RECORD)
  }
}
