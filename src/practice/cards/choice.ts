/** What was chosen on the page of the cards, so that a reload goes on where it was. */
import { boolean, object, optional, picklist, string, type InferOutput } from 'valibot'
import type { Shelf } from '../storage.ts'
import { CHOICES } from './hand.ts'

export const cardChoice = object({
  /** `all`, `top`, `top-follow-ups` or an area. */
  scope: string(),
  choice: picklist(CHOICES),
  /** The card that was asked last and not graded yet. */
  card: optional(string()),
  /** Whether the clock of the attempt is out of sight. */
  noClock: optional(boolean()),
})

export type CardChoice = InferOutput<typeof cardChoice>

/** One record, `now`. */
export const choiceShelf: Shelf<CardChoice> = { name: 'card-choice', version: 1, schema: cardChoice }
