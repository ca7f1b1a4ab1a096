/** Where a session stands: its steps, and since which of them the present round and the present pass count. */
import { seenIn, type Session, type Step } from './session.ts'

/** Cards of a round; after so many it is time to look up. */
export const ROUND = 20

export interface Round {
  steps: Session
  /** Steps before this round. */
  from: number
  /** Steps before this pass over every card. */
  passFrom: number
}

export const NO_ROUND: Round = { steps: [], from: 0, passFrom: 0 }

/** A new round; with `pass`, cards that were asked may be asked again. */
export const nextRound = ({ steps, passFrom }: Round, pass: boolean): Round => ({
  steps,
  from: steps.length,
  passFrom: pass ? steps.length : passFrom,
})

export const stepped = (round: Round, step: Step): Round => ({ ...round, steps: [...round.steps, step] })

/** Without the last step. A round that had just begun gives way to the one before it. */
export function stepBack({ steps, from, passFrom }: Round): { round: Round; step: Step | undefined } {
  const rest = steps.slice(0, -1)
  const most = rest.length
  return { round: { steps: rest, from: Math.min(from, most), passFrom: Math.min(passFrom, most) }, step: steps.at(-1) }
}

/** Steps of this round. */
export const stepsOf = ({ steps, from }: Round): Session => steps.slice(from)

/** Cards that this pass has asked. */
export const seenInPass = ({ steps, passFrom }: Round): Set<string> => seenIn(steps.slice(passFrom))

/** How many cards this round still holds, of those to come. */
export const leftOf = (round: Round, coming: number): number => Math.min(ROUND - stepsOf(round).length, coming)
