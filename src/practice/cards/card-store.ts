/** Remembers what the cards need: grades, typed notes, what is queued, what was chosen, and when the interview is. */
import { InterviewStore } from '../interview/interview-store.ts'
import { interviewShelf } from '../interview/interview.ts'
import type { PracticeStorage } from '../storage.ts'
import { choiceShelf, type CardChoice } from './choice.ts'
import type { Grade } from './grade.ts'
import { notesShelf, settled, type CardNotes } from './notes.ts'
import { queueCardsNext, queuedCards, queueShelf, setQueue } from './queue.ts'
import { reviewShelf, type Review } from './review.ts'
import { graded } from './schedule.ts'
import type { Change } from './session.ts'

const NOTHING: CardNotes = { draft: '', last: '' }
const CHOICE = 'now'
const SHELVES: readonly string[] = [reviewShelf, notesShelf, queueShelf, interviewShelf].map(({ name }) => name)

export class CardStore {
  readonly #storage: PracticeStorage
  readonly #interview: InterviewStore
  /** Reviews as they were last read: they are asked for often, and reading holds each against the schema. */
  #reviews: ReadonlyMap<string, Review> | undefined

  constructor(storage: PracticeStorage) {
    this.#storage = storage
    this.#interview = new InterviewStore(storage)
    storage.subscribe((shelf) => {
      if (shelf === undefined || shelf === reviewShelf.name) this.#reviews = undefined
    })
  }

  /** Every record by the id of its card, those of cards that left the guide included. */
  reviews(): ReadonlyMap<string, Review> {
    return (this.#reviews ??= this.#storage.all(reviewShelf))
  }

  /** When the interview begins, in milliseconds since 1970, if it is set. */
  interview(): number | undefined {
    return this.#interview.get()?.start
  }

  queued(): readonly string[] {
    return queuedCards(this.#storage)
  }

  notes(id: string): CardNotes {
    return this.#storage.get(notesShelf, id) ?? NOTHING
  }

  /** Keeps the attempt that is being typed. */
  type(id: string, draft: string): void {
    const notes = this.notes(id)
    if (notes.draft !== draft) this.#storage.put(notesShelf, id, { ...notes, draft })
  }

  choice(): CardChoice | undefined {
    return this.#storage.get(choiceShelf, CHOICE)
  }

  choose(choice: CardChoice): void {
    this.#storage.put(choiceShelf, CHOICE, choice)
  }

  /** Writes a grade, puts the notes by and takes the card out of the queue. Returns what `undo` needs. */
  grade(id: string, grade: Grade, now: number, end: number): Change {
    const review = this.reviews().get(id)
    const notes = this.#storage.get(notesShelf, id)
    const queued = this.queued()
    this.#storage.put(reviewShelf, id, graded(review, grade, now, end))
    if (notes) this.#storage.put(notesShelf, id, settled(notes))
    if (queued.includes(id)) {
      setQueue(
        this.#storage,
        queued.filter((other) => other !== id),
      )
    }
    return { id, before: { review, notes, queued } }
  }

  /** Takes a grade back: everything is as it was before it. */
  undo({ id, before }: Change): void {
    if (before.review) this.#storage.put(reviewShelf, id, before.review)
    else this.#storage.remove(reviewShelf, id)
    if (before.notes) this.#storage.put(notesShelf, id, before.notes)
    else this.#storage.remove(notesShelf, id)
    if (before.queued.includes(id)) this.#queueAgain(id, before.queued)
  }

  /** The card goes back to its place, or to the front when another tab has changed the queue since. */
  #queueAgain(id: string, queued: readonly string[]): void {
    const unchanged = queued.filter((other) => other !== id).join() === this.queued().join()
    if (unchanged) setQueue(this.#storage, queued)
    else queueCardsNext(this.#storage, [id])
  }

  /** Calls `listener` when something changes that cards show, also in another tab. */
  subscribe(listener: () => void): () => void {
    return this.#storage.subscribe((shelf) => {
      if (shelf === undefined || SHELVES.includes(shelf)) listener()
    })
  }
}
