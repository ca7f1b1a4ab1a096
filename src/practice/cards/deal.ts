/** Which cards come and in which order; what a grade does to the round, and how it is taken back. Knows no page. */
import { MINUTE } from '../kit/time.ts'
import { parentOf, type Card } from './card.ts'
import { GRADES, strengthOf, type Grade, type Review } from './review.ts'
import { graded } from './schedule.ts'
import { dueAt, endOf, phaseOf } from './due.ts'
import type { CardStore, Change, Choice } from './store.ts'

/** Cards of a round; after so many it is time to look up. */
export const ROUND = 20

/** What decides which cards come. */
export interface Criteria {
  cards: readonly Card[]
  reviews: ReadonlyMap<string, Review>
  /** `all`, `top` (the questions to rehearse first), `top-follow-ups` (those and what follows them), or an area. */
  scope: string
  choice: Choice
  now: number
  /** When the interview begins. */
  end: number
  /** Ids that were put in front, for example by the debrief of a mock interview. */
  queued: readonly string[]
  /** Ids that this pass over every card has asked. */
  seen: ReadonlySet<string>
  /** Ids that alone are asked, whatever else is chosen or due: a page that is read has asked for them. */
  only?: readonly string[] | undefined
}

/** A forgotten card may come this much early when nothing else is left. */
const AHEAD = 20 * MINUTE

/** The cards to come. Queued ones are first, whatever the filters say; a plain pass asks every other card once. */
export function comingCards(criteria: Criteria): Card[] {
  const { cards, queued, scope, only } = criteria
  const withIds = (ids: readonly string[]) => ids.flatMap((id) => cards.find((card) => card.id === id) ?? [])
  if (only) return withIds(only)
  const first = withIds(queued)
  const rest = inScope(cards, scope).filter(({ id }) => !queued.includes(id))
  return [...first, ...chosen(rest, criteria)]
}

/** The cards of a scope, in the order of the content. */
function inScope(cards: readonly Card[], scope: string): readonly Card[] {
  if (scope === 'all') return cards
  if (scope === 'top') return cards.filter(({ top }) => top !== undefined)
  if (scope !== 'top-follow-ups') return cards.filter(({ area }) => area === scope)
  const top = new Set(cards.filter((card) => card.top !== undefined).map(({ id }) => id))
  return cards.filter(({ id }) => top.has(parentOf(id)))
}

/** Whether every card comes once, due or not. */
const isPlainPass = ({ choice, now, end, only }: Criteria) =>
  !only && (choice === 'every' || phaseOf(now, end) === 'over')

function chosen(cards: readonly Card[], criteria: Criteria): Card[] {
  const { choice, reviews, now, end, seen } = criteria
  if (isPlainPass(criteria))
    return worstFirst(
      cards.filter(({ id }) => !seen.has(id)),
      reviews,
    )
  const dueBy = (by: number) => (card: Card) => isDue(reviews.get(card.id), end, by)
  const due = cards.filter(dueBy(now))
  const fresh = choice === 'due' ? [] : cards.filter(({ id }) => !reviews.has(id))
  const coming = due.length + fresh.length > 0 ? due : cards.filter(dueBy(now + AHEAD))
  if (phaseOf(now, end) === 'last-hour') return worstFirst([...coming, ...fresh], reviews)
  return [...worstFirst(coming, reviews), ...topFirst(fresh)]
}

function isDue(held: Review | undefined, end: number, by: number): boolean {
  const due = held && dueAt(held, end)
  return due !== undefined && due < end && due <= by
}

/**
 * Weak cards by their grade and then by how little their memory holds; cards never attempted, the eight to rehearse
 * first before the others; fair and strong ones. Equal ones keep the order of the content.
 */
const worstFirst = (cards: readonly Card[], reviews: ReadonlyMap<string, Review>): Card[] =>
  topFirst(cards).toSorted((a, b) => compare(reviews.get(a.id), reviews.get(b.id)))

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
export function nextDue({ cards, scope, reviews, now, end }: Criteria): number | undefined {
  const times = inScope(cards, scope)
    .map(({ id }) => reviews.get(id))
    .filter((held) => held !== undefined)
    .map((held) => dueAt(held, end))
    .filter((due) => due > now && due < end)
  return times.length > 0 ? Math.min(...times) : undefined
}

/** A grade that was given since the page was opened. */
export interface Step extends Change {
  grade: Grade
  /** Whether the answer was looked at before an attempt. */
  early: boolean
}

/** How often each grade was given. */
export function countsOf(steps: readonly Step[]): Record<Grade, number> {
  const counts = { again: 0, hard: 0, good: 0, easy: 0 }
  for (const { grade } of steps) counts[grade] += 1
  return counts
}

/** Why a round ended: enough cards, none left that are due, or each of a plain pass asked once. */
export type Ending = 'round' | 'empty' | 'pass'

/** How the cards stand at a moment. Found once for all that is shown of it: the order of all cards is its cost. */
export interface Deal extends Criteria {
  /** Whether nobody set the date of the interview. */
  assumed: boolean
  coming: readonly Card[]
  isPass: boolean
  /** Grades of this round. */
  steps: readonly Step[]
  /** How many cards this round still holds. */
  left: number
  /** Why the round ends, if it does now. */
  ending: Ending
  canUndo: boolean
}

/** The card to ask: `wanted` if it may still come, else the first one. Undefined ends the round. */
export const nextCard = ({ coming, left }: Deal, wanted?: string): Card | undefined =>
  left > 0 ? (coming.find(({ id }) => id === wanted) ?? coming[0]) : undefined

export class Dealer {
  scope = 'all'
  choice: Choice = 'due-and-new'
  readonly #store: CardStore
  readonly #cards: readonly Card[]
  readonly #now: () => number
  readonly #steps: Step[] = []
  /** Ids of a round that asks these alone. */
  #only: readonly string[] | undefined
  /** Steps before this round, and before this pass over every card. */
  #roundFrom = 0
  #passFrom = 0

  /** `now` is the clock, in milliseconds since 1970. */
  constructor(store: CardStore, cards: readonly Card[], now: () => number) {
    this.#store = store
    this.#cards = cards
    this.#now = now
  }

  /** A new round; with `pass`, cards that were asked may be asked again; with `only`, it asks these and ends. */
  begin(pass: boolean, only?: readonly string[]): void {
    this.#only = only
    this.#roundFrom = this.#steps.length
    if (pass) this.#passFrom = this.#steps.length
  }

  deal(): Deal {
    const criteria = this.#criteria()
    const coming = comingCards(criteria)
    const isPass = isPlainPass(criteria)
    const steps = this.#steps.slice(this.#roundFrom)
    const left = Math.max(0, Math.min(ROUND - steps.length, coming.length))
    return {
      ...criteria,
      coming,
      isPass,
      steps,
      left,
      ending: coming.length > 0 || criteria.only ? 'round' : isPass ? 'pass' : 'empty',
      canUndo: this.#steps.length > 0,
    }
  }

  grade(id: string, grade: Grade, early: boolean): void {
    const { reviews, now, end } = this.#criteria()
    const change = this.#store.grade(id, graded(reviews.get(id), grade, now, end))
    this.#steps.push({ ...change, grade, early })
  }

  /** Takes the last grade back and returns what it was. A round that had just begun gives way to the one before it. */
  undo(): Step | undefined {
    const step = this.#steps.pop()
    this.#roundFrom = Math.min(this.#roundFrom, this.#steps.length)
    this.#passFrom = Math.min(this.#passFrom, this.#steps.length)
    if (step) this.#store.undo(step)
    return step
  }

  #criteria(): Criteria & { assumed: boolean } {
    const now = this.#now()
    const reviews = this.#store.reviews()
    const { at: end, assumed } = endOf(this.#store.interview(), reviews.values(), now)
    const queued = this.#store.queued()
    const seen = new Set(this.#steps.slice(this.#passFrom).map(({ id }) => id))
    const asked = this.#steps.slice(this.#roundFrom).map(({ id }) => id)
    const only = this.#only?.filter((id) => !asked.includes(id))
    return {
      cards: this.#cards,
      reviews,
      scope: this.scope,
      choice: this.choice,
      now,
      end,
      assumed,
      queued,
      seen,
      only,
    }
  }
}
