/**
 * What to do next, given the time left: at most two things. Days before the interview the plan leads; on the last day
 * what is weak and what only the candidate can fill in; in the last hours nothing new if something is weak; in the last
 * hour nothing is studied any more.
 */
import { DAY, HOUR } from '../kit/time.ts'
import type { SlotState } from '../plan/current-plan.ts'
import { LAST_CALM } from '../plan/work-days.ts'
import type { Standing } from './readiness.ts'

/** From here on nothing new is begun while something is weak. In milliseconds before the interview. */
const LAST_HOURS = 4 * HOUR

export interface Situation {
  /** Milliseconds until the interview, negative when it has begun; undefined without a date. */
  left: number | undefined
  areas: readonly Standing[]
  /** How many blanks are not filled in. */
  openBlanks: number
  /** The first task that is not ticked. */
  task: { id: string; state: SlotState } | undefined
}

/** A suggestion; the words for it stand in the page under its kind. */
export type Suggestion =
  | { kind: 'last-minutes' | 'over' }
  | { kind: 'weak'; count: number; area: string }
  | { kind: 'untried'; area: string; attempted: number; total: number }
  | { kind: 'blanks'; count: number }
  | { kind: 'task'; id: string; state: SlotState }

export function nextSteps(situation: Situation): Suggestion[] {
  const { left } = situation
  const [weak, untried, blanks, task] = [weakCards, untriedCards, openBlanks, openTask].map((find) => find(situation))
  const lastMinutes = { kind: 'last-minutes' } as const
  const firstTwo = (...some: (Suggestion | undefined)[]) => some.filter((one) => one !== undefined).slice(0, 2)
  // The form that asks for the date stands above.
  if (left === undefined) return firstTwo(weak ?? untried ?? blanks)
  if (left <= 0) return [{ kind: 'over' }]
  if (left <= LAST_CALM) return [lastMinutes]
  if (left <= LAST_HOURS) return firstTwo(weak ?? untried, lastMinutes)
  if (left <= DAY) return firstTwo(weak, blanks, task, untried, lastMinutes)
  return firstTwo(task, weak, blanks, untried, lastMinutes)
}

/** All weak cards, and the area that has most of them. */
function weakCards({ areas }: Situation): Suggestion | undefined {
  const count = areas.reduce((sum, { weak }) => sum + weak, 0)
  const [worst] = areas.toSorted((a, b) => b.weak - a.weak)
  return count > 0 && worst ? { kind: 'weak', count, area: worst.title } : undefined
}

/** The area of which the smallest share was attempted. */
function untriedCards({ areas }: Situation): Suggestion | undefined {
  const open = areas.filter(({ never }) => never > 0)
  const [least] = open.toSorted((a, b) => a.attempted / a.total - b.attempted / b.total)
  return least && { kind: 'untried', area: least.title, attempted: least.attempted, total: least.total }
}

const openBlanks = ({ openBlanks: count }: Situation): Suggestion | undefined =>
  count > 0 ? { kind: 'blanks', count } : undefined

const openTask = ({ task }: Situation): Suggestion | undefined => task && { kind: 'task', ...task }
