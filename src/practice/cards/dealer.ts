/** Deals the cards: which one comes, what a grade does to the round, and how it is taken back. Knows no page. */
import type { CardStore } from './card-store.ts'
import type { Card } from './card.ts'
import type { Grade } from './grade.ts'
import { hand, type Asked, type Choice } from './hand.ts'
import { leftOf, NO_ROUND, nextRound, seenInPass, stepBack, stepped, stepsOf, type Round } from './round.ts'
import { endOf, phaseOf } from './schedule.ts'
import type { Session, Step } from './session.ts'

/** Why a round ended: enough cards, none left that are due, or each of a plain pass asked once. */
export type Ending = 'round' | 'empty' | 'pass'

export class Dealer {
  scope = 'all'
  choice: Choice = 'due-and-new'
  readonly #store: CardStore
  readonly #cards: readonly Card[]
  readonly #now: () => number
  #round: Round = NO_ROUND

  /** `now` is the clock, in milliseconds since 1970. */
  constructor(store: CardStore, cards: readonly Card[], now: () => number) {
    this.#store = store
    this.#cards = cards
    this.#now = now
  }

  /** A new round; with `pass`, cards that were asked may be asked again. */
  begin(pass: boolean): void {
    this.#round = nextRound(this.#round, pass)
  }

  /** The card to ask: `wanted` if it may still come, else the first one. Undefined ends the round. */
  next(wanted?: string): Card | undefined {
    const coming = this.coming()
    if (leftOf(this.#round, coming.length) <= 0) return undefined
    return coming.find(({ id }) => id === wanted) ?? coming[0]
  }

  grade(id: string, grade: Grade, early: boolean): void {
    const { now, end } = this.asked()
    this.#round = stepped(this.#round, { ...this.#store.grade(id, grade, now, end), grade, early })
  }

  /** Takes the last grade back and returns what it was. */
  undo(): Step | undefined {
    const { round, step } = stepBack(this.#round)
    this.#round = round
    if (step) this.#store.undo(step)
    return step
  }

  get canUndo(): boolean {
    return this.#round.steps.length > 0
  }

  /** Grades of this round. */
  get steps(): Session {
    return stepsOf(this.#round)
  }

  coming(): Card[] {
    return hand(this.asked())
  }

  /** How many cards this round still holds, of those to come. */
  left(coming: readonly Card[]): number {
    return Math.max(0, leftOf(this.#round, coming.length))
  }

  get ending(): Ending {
    if (this.coming().length > 0) return 'round'
    return this.isPass ? 'pass' : 'empty'
  }

  /** Whether every card comes once, due or not. */
  get isPass(): boolean {
    const { now, end } = this.asked()
    return this.choice === 'every' || phaseOf(now, end) === 'over'
  }

  get end() {
    return endOf(this.#store.interview(), this.#store.reviews().values(), this.#now())
  }

  asked(): Asked {
    return {
      ...{ cards: this.#cards, reviews: this.#store.reviews(), queued: this.#store.queued() },
      ...{ scope: this.scope, choice: this.choice, now: this.#now(), end: this.end.at },
      seen: seenInPass(this.#round),
    }
  }
}
