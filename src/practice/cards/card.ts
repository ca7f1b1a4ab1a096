/**
 * What can be asked. A card is named after where it stands in the content, and its record hangs on that name for ever:
 *
 *     tail-latency                    a question: the name of its file, which is its address too
 *     tail-latency/ttl-only           a follow-up: its question, then its own id
 *     concept:redis/volatile-lru      a self-check: the chapter, then its own id
 *
 * Chapters are marked because a chapter and a question may have the same name.
 */

export type CardKind = 'question' | 'follow-up' | 'check'

export interface Card {
  id: string
  /** Area of the question; `chapters` for a self-check. */
  area: string
  /** Place among the questions to rehearse first; left out for all others. */
  top?: number | undefined
}

/** The area of the self-checks, beside those of `content/areas.yaml`. */
export const CHAPTERS = 'chapters'

export const questionCard = (question: string): string => question
export const followUpCard = (question: string, followUp: string): string => `${question}/${followUp}`
export const checkCard = (concept: string, check: string): string => `concept:${concept}/${check}`

export function kindOf(id: string): CardKind {
  if (id.startsWith('concept:')) return 'check'
  return id.includes('/') ? 'follow-up' : 'question'
}

/** The question that a follow-up follows, the chapter that a self-check closes (`concept:redis`), else the card itself. */
export const parentOf = (id: string): string => id.split('/', 1)[0] ?? id

/**
 * What the deck reckons with, on the page as JSON. The words of the cards stand in the markup beside it, each under
 * `data-card="id"`.
 */
export interface Deck {
  /** Name of the deck in Anki under which each area has its own. */
  name: string
  /** Titles of the areas by their ids. */
  areas: Readonly<Record<string, string>>
  /** The pages that say all of it, by what `parentOf` gives; `href` with the base path. */
  pages: Readonly<Record<string, { href: string; title: string }>>
  /** In the order of the content. */
  cards: readonly Card[]
}
