/** When a card is due, given when the interview is: what is known without the model of memory, which is large. */
import { DAY, HOUR } from '../kit/time.ts'
import { isWeak, type Review } from './review.ts'

/** Without a date the interview is taken to be this long after the first review. */
export const ASSUMED = 3 * DAY

/** When practice ends. */
export interface End {
  /** Start of the interview, in milliseconds since 1970. */
  at: number
  /** Whether nobody set it. */
  assumed: boolean
}

/** The interview if it is set, else three days from the first review, or from now before that. */
export function endOf(interview: number | undefined, reviews: Iterable<Review>, now: number): End {
  if (interview !== undefined) return { at: interview, assumed: false }
  const first = [...reviews].reduce((least, held) => Math.min(least, held.first), Infinity)
  return { at: (Number.isFinite(first) ? first : now) + ASSUMED, assumed: true }
}

/** How near the interview is. In the `last-hour` the worst comes first; once it is `over`, all of it does. */
export type Phase = 'sprint' | 'final-day' | 'last-hour' | 'over'

export function phaseOf(now: number, end: number): Phase {
  if (now >= end) return 'over'
  if (now >= end - HOUR) return 'last-hour'
  return now >= end - DAY ? 'final-day' : 'sprint'
}

/** When a card is due with the interview at `end`, which may have been moved since it was graded. Never after it. */
export function dueAt(held: Review, end: number): number {
  if (!isWeak(held) || held.last >= end) return Math.min(held.due, end)
  const half = held.last + Math.floor((end - held.last) / 2)
  return Math.min(held.due, half, ...lastLooks(end).filter((look) => held.last < look))
}

/** Moments at which everything weak comes once more. */
const lastLooks = (end: number) => [end - DAY, end - HOUR]

/** How a card stands: never graded, weak whether it is due or not, due again, or known until then. */
export type CardState = 'new' | 'weak' | 'due' | 'known'

export function cardStateOf(held: Review | undefined, now: number, end: number): CardState {
  if (!held) return 'new'
  if (isWeak(held)) return 'weak'
  return dueAt(held, end) <= now && now < end ? 'due' : 'known'
}
