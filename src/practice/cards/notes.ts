/** What was typed for a card: the attempt that is being made, and the one before, given back with the answer. */
import { object, string, type InferOutput } from 'valibot'
import type { Shelf } from '../storage.ts'

export const cardNotes = object({
  /** The attempt that is being made; empty when there is none. */
  draft: string(),
  /** What was typed for the last attempt that was graded; empty when nothing was. */
  last: string(),
})

export type CardNotes = InferOutput<typeof cardNotes>

/** Under the card's id. */
export const notesShelf: Shelf<CardNotes> = { name: 'card-notes', version: 1, schema: cardNotes }

/** After a grade: what was typed becomes the last attempt; an attempt without words leaves the last one. */
export const settled = ({ draft, last }: CardNotes): CardNotes => ({ draft: '', last: draft.trim() ? draft : last })
