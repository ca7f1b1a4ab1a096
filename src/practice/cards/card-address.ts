/** The way from a page that is read to its cards. Not for the browser. */
import { withBase } from '../../manuscript/addresses.ts'
import { cardAnchor } from './card-anchor.ts'

/**
 * Address at which the deck asks a card, or the cards of a chapter (`concept:redis`), at once; with the base path.
 * Without a script it leads to their place in the list.
 */
export const cardAddress = (id: string): string =>
  `${withBase(import.meta.env.BASE_URL, '/practice/cards/')}#${cardAnchor(id)}`
