/** Which cards come now, and in which order. */
import { MINUTE } from '../interview/interview.ts'
import type { Card } from './card.ts'
import { parentOf } from './card.ts'
import { GRADES } from './grade.ts'
import { strengthOf, type Review } from './review.ts'
import { dueAt, phaseOf } from './schedule.ts'

/** Where cards are taken from: everything, the eight to rehearse first (with their follow-ups), or an area by its id. */
export const SCOPES = ['all', 'top', 'top-follow-ups'] as const

/** Which of them: what is due and then what is new, only what is due, or every card, the worst first. */
export const CHOICES = ['due-and-new', 'due', 'every'] as const
export type Choice = (typeof CHOICES)[number]

export interface Asked {
  cards: readonly Card[]
  reviews: ReadonlyMap<string, Review>
  /** One of `SCOPES` or an area. */
  scope: string
  choice: Choice
  now: number
  /** When the interview begins. */
  end: number
  /** Ids that were put in front, for example by the debrief of a mock interview. */
  queued: readonly string[]
  /** Ids graded in this session. */
  seen: ReadonlySet<string>
}

/** A forgotten card may come this much early when nothing else is left. */
const AHEAD = 20 * MINUTE

/** The cards to come. Queued ones are first, whatever the filters say; a plain pass asks every other card once. */
export function hand(asked: Asked): Card[] {
  const { cards, queued, scope } = asked
  const first = queued.map((id) => cards.find((card) => card.id === id)).filter((card) => card !== undefined)
  const rest = within(cards, scope).filter(({ id }) => !queued.includes(id))
  return [...first, ...chosen(rest, asked)]
}

/** The cards of a scope, in the order of the content. */
export function within(cards: readonly Card[], scope: string): Card[] {
  const top = new Set(cards.filter((card) => card.top !== undefined).map(({ id }) => id))
  const inTop = (id: string) => top.has(id)
  if (scope === 'top') return cards.filter(({ id }) => inTop(id))
  if (scope === 'top-follow-ups') return cards.filter(({ id }) => inTop(parentOf(id)))
  return scope === 'all' ? [...cards] : cards.filter(({ area }) => area === scope)
}

function chosen(cards: readonly Card[], { choice, reviews, now, end, seen }: Asked): Card[] {
  const phase = phaseOf(now, end)
  if (phase === 'over' || choice === 'every') {
    return worstFirst(
      cards.filter(({ id }) => !seen.has(id)),
      reviews,
    )
  }
  const untilBy = (by: number) => (card: Card) => isDue(reviews.get(card.id), end, by)
  const due = cards.filter(untilBy(now))
  const fresh = choice === 'due' ? [] : cards.filter(({ id }) => !reviews.has(id))
  const coming = due.length + fresh.length > 0 ? due : cards.filter(untilBy(now + AHEAD))
  if (phase === 'last-hour') return worstFirst([...coming, ...fresh], reviews)
  return [...worstFirst(coming, reviews), ...topFirst(fresh)]
}

const isDue = (held: Review | undefined, end: number, by: number) =>
  held !== undefined && dueAt(held, end) < end && dueAt(held, end) <= by

/**
 * Weak cards by their grade and then by how little their memory holds; cards never attempted, the eight to rehearse
 * first before the others; fair and strong ones. Equal ones keep the order of the content.
 */
export function worstFirst(cards: readonly Card[], reviews: ReadonlyMap<string, Review>): Card[] {
  return topFirst(cards).toSorted((a, b) => compare(reviews.get(a.id), reviews.get(b.id)))
}

function compare(a: Review | undefined, b: Review | undefined): number {
  const rank = rankOf(a) - rankOf(b)
  if (rank !== 0 || !a || !b) return rank
  const grade = rankOf(a) === RANKS.weak ? GRADES.indexOf(a.grade) - GRADES.indexOf(b.grade) : 0
  return grade || a.stability - b.stability || a.last - b.last
}

const RANKS = { weak: 0, never: 1, fair: 2, strong: 3 } as const
const rankOf = (held: Review | undefined) => (held ? RANKS[strengthOf(held)] : RANKS.never)

/** The questions to rehearse first in their order, then the others as they stand. */
const topFirst = (cards: readonly Card[]) => cards.toSorted((a, b) => (a.top ?? Infinity) - (b.top ?? Infinity) || 0)

/** When the next card of a scope is due after now; undefined when none comes before the interview. */
export function nextDue({ cards, scope, reviews, now, end }: Asked): number | undefined {
  const times = within(cards, scope)
    .map(({ id }) => reviews.get(id))
    .filter((held) => held !== undefined)
    .map((held) => dueAt(held, end))
    .filter((due) => due > now && due < end)
  return times.length > 0 ? Math.min(...times) : undefined
}
