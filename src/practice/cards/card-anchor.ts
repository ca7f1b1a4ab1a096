/** The part of an address that names cards: `#card-tail-latency`. */
import { parentOf, type Card } from './card.ts'

const PREFIX = 'card-'

/**
 * Of a card's id, or of a chapter's (`concept:redis`: `card-concept-redis`), which stands for its cards; also the place
 * in the list of all.
 */
export const cardAnchor = (id: string): string => PREFIX + id.replaceAll(/[^\w-]/g, '-')

/** The part of an address that begins a round at once, with the choice that was made last. */
export const ROUND_ANCHOR = 'round'

/** Selects all such places. */
export const ANCHORED = `[id^="${PREFIX}"]`

/** Ids of the cards that an address names by its part from `#` on; none where it names no card of the guide. */
export function cardsNamed(hash: string, cards: readonly Pick<Card, 'id'>[]): string[] {
  const anchor = decoded(hash.slice(1))
  const ids = cards.map(({ id }) => id)
  const named = ids.filter((id) => cardAnchor(id) === anchor)
  return named.length > 0 ? named : ids.filter((id) => cardAnchor(parentOf(id)) === anchor)
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
