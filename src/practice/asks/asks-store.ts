/** What is remembered of the questions to ask: whom the candidate meets, what will be asked, and what came of it. */
import { array, boolean, object, picklist, string, type InferOutput } from 'valibot'
import type { Audience } from '../../schemas/ask.ts'
import type { RecordKind } from '../kit/storage/record-kind.ts'
import type { PracticeStorage } from '../kit/storage/storage.ts'
import { AUDIENCES, FIRST_AUDIENCE, suggest, type Ask } from './asks.ts'

export const setup = object({
  /** Whom the candidate meets next. */
  audience: picklist(AUDIENCES),
  /** Whether the call has begun. */
  call: boolean(),
})
export type Setup = InferOutput<typeof setup>

/** One record, `now`. */
export const setupKind: RecordKind<Setup> = {
  name: 'ask-setup',
  title: 'Whom you meet next',
  version: 1,
  schema: setup,
}

/** Ids in the order in which they will be asked. */
export const list = object({ asks: array(string()) })

/** A record an audience; while there is none, the suggestion holds. */
export const listKind: RecordKind<InferOutput<typeof list>> = {
  name: 'ask-lists',
  title: 'Questions to ask, chosen',
  version: 1,
  schema: list,
}

export const marks = object({
  /** Already answered, by the posting or an earlier round: nobody needs to ask it. */
  struck: boolean(),
  /** What came of it in a call. */
  answer: picklist(['none', 'answered', 'not-answered']),
  /** What they said, as typed. */
  note: string(),
})
export type Marks = InferOutput<typeof marks>

export const UNMARKED: Marks = { struck: false, answer: 'none', note: '' }

/** A record an ask, by its id. */
export const marksKind: RecordKind<Marks> = {
  name: 'asks',
  title: 'Questions to ask, marked',
  version: 1,
  schema: marks,
}

export const seenFlag = object({ seen: boolean() })

/** A record a red flag that was seen, by the flag's id. */
export const seenKind: RecordKind<InferOutput<typeof seenFlag>> = {
  name: 'seen-flags',
  title: 'Red flags seen',
  version: 1,
  schema: seenFlag,
}

/** Whether it need not be asked any more. */
export const isSettled = ({ struck, answer }: Marks): boolean => struck || answer === 'answered'

const NOW = 'now'

export class AsksStore {
  readonly #storage: PracticeStorage

  constructor(storage: PracticeStorage) {
    this.#storage = storage
  }

  setup(): Setup {
    return this.#storage.get(setupKind, NOW) ?? { audience: FIRST_AUDIENCE, call: false }
  }

  meet(audience: Audience): void {
    this.#storage.put(setupKind, NOW, { ...this.setup(), audience })
  }

  /** The call begins: from now on the list stays as it is, however many of it are answered. */
  beginCall(asks: readonly Ask[]): void {
    const { audience } = this.setup()
    this.choose(audience, this.chosen(asks, audience))
    this.#storage.put(setupKind, NOW, { audience, call: true })
  }

  endCall(): void {
    this.#storage.put(setupKind, NOW, { ...this.setup(), call: false })
  }

  /**
   * What the candidate chose for an audience, among the asks that exist and were not struck out; the suggestion while
   * nothing was chosen.
   */
  chosen(asks: readonly Ask[], audience: Audience): string[] {
    const own = this.#storage.get(listKind, audience)?.asks
    if (!own) return this.suggestion(asks, audience)
    const known = asks.filter((ask) => ask.audience.includes(audience) && !this.marks(ask.id).struck)
    return [...new Set(own)].filter((id) => known.some((ask) => ask.id === id))
  }

  suggestion(asks: readonly Ask[], audience: Audience): string[] {
    return suggest(asks, audience, (id) => isSettled(this.marks(id)))
  }

  /** Whether the candidate has an own list for an audience. */
  hasOwn(audience: Audience): boolean {
    return this.#storage.get(listKind, audience) !== undefined
  }

  /** Whether the candidate began to choose: said whom they meet, or has an own list for the first audience. */
  isBegun(): boolean {
    return this.#storage.get(setupKind, NOW) !== undefined || this.hasOwn(FIRST_AUDIENCE)
  }

  /** Keeps a choice; `undefined` goes back to the suggestion. */
  choose(audience: Audience, ids: readonly string[] | undefined): void {
    if (ids) this.#storage.put(listKind, audience, { asks: [...ids] })
    else this.#storage.remove(listKind, audience)
  }

  /** What is known of an ask; all open while nothing was marked. */
  marks(id: string): Marks {
    return this.#storage.get(marksKind, id) ?? UNMARKED
  }

  /** Writes what changed and leaves the rest as another tab may have written it. */
  mark(id: string, changes: Partial<Marks>): void {
    this.#storage.put(marksKind, id, { ...this.marks(id), ...changes })
  }

  isSeen(flag: string): boolean {
    return this.#storage.get(seenKind, flag)?.seen ?? false
  }

  setSeen(flag: string, seen: boolean): void {
    if (seen) this.#storage.put(seenKind, flag, { seen })
    else this.#storage.remove(seenKind, flag)
  }

  /** Takes back every tick and every flag; notes and what was struck out stay. */
  clearTicks(): void {
    for (const [id, { answer }] of this.#storage.all(marksKind))
      if (answer !== 'none') this.mark(id, { answer: 'none' })
    for (const flag of this.#storage.all(seenKind).keys()) this.setSeen(flag, false)
  }

  /** Calls `listener` after each change, also in another tab. Returns what ends that. */
  subscribe(listener: () => void): () => void {
    return this.#storage.watch([setupKind, listKind, marksKind, seenKind], listener)
  }
}
