/** What the cards keep: grades, typed notes, what is put in front of all others, and what was chosen on their page. */
import { array, boolean, object, optional, picklist, string, type InferOutput } from 'valibot'
import { InterviewStore } from '../interview/interview-store.ts'
import { interviewKind } from '../interview/interview.ts'
import type { RecordKind } from '../kit/storage/record-kind.ts'
import type { PracticeStorage } from '../kit/storage/storage.ts'
import { reviewKind, type Review } from './review.ts'

export const cardNotes = object({
  /** The attempt that is being made; empty when there is none. */
  draft: string(),
  /** What was typed for the last attempt that was graded, shown with the answer; empty when nothing was. */
  last: string(),
})
export type CardNotes = InferOutput<typeof cardNotes>

/** Under the card's id. */
export const notesKind: RecordKind<CardNotes> = {
  name: 'card-notes',
  title: 'Notes on cards',
  version: 1,
  schema: cardNotes,
}

const NO_NOTES: CardNotes = { draft: '', last: '' }

/** Which cards are asked: what is due and then what is new, only what is due, or every card, the worst first. */
export const CHOICES = ['due-and-new', 'due', 'every'] as const
export type Choice = (typeof CHOICES)[number]

export const cardChoice = object({
  /** Where cards are taken from: `all`, `top`, `top-follow-ups` or an area. */
  scope: string(),
  choice: picklist(CHOICES),
  /** The card that was asked last and not graded yet: a reload goes on there. */
  card: optional(string()),
  /** Whether the clock of the attempt is out of sight. */
  noClock: optional(boolean()),
})
export type CardChoice = InferOutput<typeof cardChoice>

/** One record, `now`. */
export const choiceKind: RecordKind<CardChoice> = {
  name: 'card-choice',
  title: 'Choice of cards',
  version: 1,
  schema: cardChoice,
}
const CHOICE = 'now'

export const cardQueue = object({
  /** Ids of cards that come before all others, the next one first, none twice. */
  ids: array(string()),
})

/** One record, `next`. */
export const queueKind: RecordKind<InferOutput<typeof cardQueue>> = {
  name: 'card-queue',
  title: 'Cards put in front',
  version: 1,
  schema: cardQueue,
}
const QUEUE = 'next'

export const queuedCards = (storage: PracticeStorage): readonly string[] => storage.get(queueKind, QUEUE)?.ids ?? []

/**
 * Puts cards in front, in their order, as the debrief of a mock interview does; what was queued before follows. A card
 * leaves the queue when it is graded.
 */
export function queueCardsNext(storage: PracticeStorage, ids: readonly string[]): void {
  storage.put(queueKind, QUEUE, { ids: [...new Set([...ids, ...queuedCards(storage)])] })
}

/** What stood in the store before a grade: record, notes and queue; undefined where there was none. */
export interface Change {
  id: string
  before: { review: Review | undefined; notes: CardNotes | undefined; queued: readonly string[] }
}

/** Kinds of records that change which cards come, or what is shown of them. */
const SHOWN: readonly string[] = [reviewKind, notesKind, queueKind, interviewKind].map(({ name }) => name)

export class CardStore {
  readonly #storage: PracticeStorage
  readonly #interview: InterviewStore
  /** Reviews as they were last read: they are asked for often, and reading holds each against the schema. */
  #reviews: ReadonlyMap<string, Review> | undefined

  constructor(storage: PracticeStorage) {
    this.#storage = storage
    this.#interview = new InterviewStore(storage)
    storage.subscribe((kind) => {
      if (kind === undefined || kind === reviewKind.name) this.#reviews = undefined
    })
  }

  /** Every record by the id of its card, those of cards that left the guide included. */
  reviews(): ReadonlyMap<string, Review> {
    return (this.#reviews ??= this.#storage.all(reviewKind))
  }

  /** When the interview begins, in milliseconds since 1970, if it is set. */
  interview(): number | undefined {
    return this.#interview.get()?.start
  }

  queued(): readonly string[] {
    return queuedCards(this.#storage)
  }

  notes(id: string): CardNotes {
    return this.#storage.get(notesKind, id) ?? NO_NOTES
  }

  /** Keeps the attempt that is being typed. */
  type(id: string, draft: string): void {
    const notes = this.notes(id)
    if (notes.draft !== draft) this.#storage.put(notesKind, id, { ...notes, draft })
  }

  choice(): CardChoice | undefined {
    return this.#storage.get(choiceKind, CHOICE)
  }

  choose(choice: CardChoice): void {
    this.#storage.put(choiceKind, CHOICE, choice)
  }

  /**
   * Keeps the record after a grade and takes the card out of the queue; what was typed becomes the last attempt, and an
   * attempt without words leaves the one before. Returns what `undo` needs.
   */
  grade(id: string, after: Review): Change {
    const review = this.reviews().get(id)
    const notes = this.#storage.get(notesKind, id)
    const queued = this.queued()
    this.#storage.put(reviewKind, id, after)
    if (notes) this.#storage.put(notesKind, id, { draft: '', last: notes.draft.trim() ? notes.draft : notes.last })
    if (queued.includes(id)) this.#storage.put(queueKind, QUEUE, { ids: without(id, queued) })
    return { id, before: { review, notes, queued } }
  }

  /** Takes a grade back: everything is as it was before it. */
  undo({ id, before }: Change): void {
    if (before.review) this.#storage.put(reviewKind, id, before.review)
    else this.#storage.remove(reviewKind, id)
    if (before.notes) this.#storage.put(notesKind, id, before.notes)
    else this.#storage.remove(notesKind, id)
    if (before.queued.includes(id)) this.#queueAgain(id, before.queued)
  }

  /** The card goes back to its place, or to the front when another tab has changed the queue since. */
  #queueAgain(id: string, queued: readonly string[]): void {
    const unchanged = without(id, queued).join() === this.queued().join()
    if (unchanged) this.#storage.put(queueKind, QUEUE, { ids: [...queued] })
    else queueCardsNext(this.#storage, [id])
  }

  /** Calls `listener` when something changes that cards show, also in another tab. Returns the function that unsubscribes. */
  subscribe(listener: () => void): () => void {
    return this.#storage.subscribe((kind) => {
      if (kind === undefined || SHOWN.includes(kind)) listener()
    })
  }
}

const without = (id: string, ids: readonly string[]) => ids.filter((other) => other !== id)
