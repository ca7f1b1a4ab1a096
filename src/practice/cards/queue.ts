/** Cards that are put in front of all others, for example by the debrief of a mock interview. */
import { array, object, string, type InferOutput } from 'valibot'
import type { PracticeStorage, Shelf } from '../storage.ts'

export const cardQueue = object({
  /** Ids of cards, the next one first, none twice. */
  ids: array(string()),
})

export type CardQueue = InferOutput<typeof cardQueue>

/** One record, `next`. */
export const queueShelf: Shelf<CardQueue> = { name: 'card-queue', version: 1, schema: cardQueue }

const RECORD = 'next'

export const queuedCards = (storage: PracticeStorage): readonly string[] => storage.get(queueShelf, RECORD)?.ids ?? []

export function setQueue(storage: PracticeStorage, ids: readonly string[]): void {
  storage.put(queueShelf, RECORD, { ids: [...ids] })
}

/** Puts cards in front, in their order; what was queued before follows. A card leaves the queue when it is graded. */
export function queueCardsNext(storage: PracticeStorage, ids: readonly string[]): void {
  setQueue(storage, [...new Set([...ids, ...queuedCards(storage)])])
}
