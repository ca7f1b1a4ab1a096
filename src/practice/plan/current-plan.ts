/** The plan as it stands: what was chosen, laid from the moment of that choice, without what was done by then. */
import { array, number, object, optional, picklist, pipe, safeInteger, string, type InferOutput } from 'valibot'
import { DAY, type Interview } from '../interview/interview.ts'
import type { Shelf } from '../storage.ts'
import { layPlan, type LaidPlan } from './plan.ts'
import type { Slot } from './sittings.ts'
import { paceOf, type DoneTasks, type Task } from './task.ts'

export const VARIANTS = ['sprint', 'week'] as const
export type Variant = (typeof VARIANTS)[number]

/** Days before the interview that a variant may use. */
const DAYS: Readonly<Record<Variant, number>> = { sprint: 3, week: 7 }

export const planChoice = object({
  /** When the plan was laid; it does not move afterwards. In milliseconds since 1970. */
  from: pipe(number(), safeInteger()),
  /** Left out when nothing was chosen. */
  variant: optional(picklist(VARIANTS)),
  /** Ids of the tasks that had been ticked by then: they have no place in it. */
  without: array(string()),
})

export type PlanChoice = InferOutput<typeof planChoice>

/** One record, `plan`. */
export const planShelf: Shelf<PlanChoice> = { name: 'plan', version: 1, schema: planChoice }

/** The week needs most of its days; with less time the sprint is laid. */
const WEEK_FROM = 6 * DAY

/** What was chosen, or fits the time that there was when the plan was laid. Without an interview three days are assumed. */
export const variantOf = (
  { from, variant }: Pick<PlanChoice, 'from' | 'variant'>,
  interview: Interview | undefined,
): Variant => variant ?? (interview && interview.start - from >= WEEK_FROM ? 'week' : 'sprint')

/** What is laid while nothing was chosen. */
export const unlaid = (now: number, done: DoneTasks): PlanChoice => ({ from: now, without: [...done.keys()] })

export interface CurrentPlan extends LaidPlan {
  /** Ids of what had been ticked when the plan was laid. */
  earlier: string[]
  /** What tasks take against their estimates; the plan counts with it. */
  pace: number
}

/** `tasks` are those of `variantOf`, in order. */
export function currentPlan(
  tasks: readonly Task[],
  done: DoneTasks,
  choice: PlanChoice,
  interview: Interview,
): CurrentPlan {
  const { from, without } = choice
  const before = new Map([...done].filter(([id]) => without.includes(id)))
  const pace = paceOf(tasks, before)
  const open = tasks.filter(({ id }) => !before.has(id))
  return {
    ...layPlan(open, { interview, from, days: DAYS[variantOf(choice, interview)], pace }),
    earlier: tasks.filter(({ id }) => before.has(id)).map(({ id }) => id),
    pace,
  }
}

/** Where a task stands: ticked, to be done now, later, or over without a tick. */
export type SlotState = 'done' | 'now' | 'later' | 'late'

export function stateOf({ id, start, end }: Slot, done: DoneTasks, now: number): SlotState {
  if (done.has(id)) return 'done'
  if (now >= end) return 'late'
  return now >= start ? 'now' : 'later'
}

/** The slots that are not ticked, in order. */
export const openSlots = ({ slots }: LaidPlan, done: DoneTasks): Slot[] => slots.filter(({ id }) => !done.has(id))
