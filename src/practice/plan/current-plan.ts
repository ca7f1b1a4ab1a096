/** The plan as it stands: what was chosen, laid from the moment of that choice, without what was done by then. */
import { array, number, object, optional, picklist, pipe, safeInteger, string, type InferOutput } from 'valibot'
import { interviewKind, type Interview } from '../interview/interview.ts'
import { DAY } from '../kit/time.ts'
import type { RecordKind } from '../kit/storage/record-kind.ts'
import type { PracticeStorage } from '../kit/storage/storage.ts'
import { layPlan, type LaidPlan } from './plan.ts'
import type { Slot } from './sittings.ts'
import { paceOf, tasksKind, type DoneTasks, type Task } from './task.ts'

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
export const planKind: RecordKind<PlanChoice> = { name: 'plan', title: 'Chosen plan', version: 1, schema: planChoice }

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

const RECORD = 'plan'

/** Remembers which plan was chosen, and what was ticked. */
export class PlanStore {
  readonly #storage: PracticeStorage

  constructor(storage: PracticeStorage) {
    this.#storage = storage
  }

  choice(): PlanChoice | undefined {
    return this.#storage.get(planKind, RECORD)
  }

  /** Lays the plan of what is not ticked anew from `from` on, in milliseconds; the variant stays unless one is given. */
  lay(from: number, variant?: Variant): void {
    this.#storage.put(planKind, RECORD, {
      ...this.choice(),
      ...unlaid(from, this.done()),
      ...(variant && { variant }),
    })
  }

  done(): DoneTasks {
    return this.#storage.all(tasksKind)
  }

  /** Ticks a task, or corrects how many minutes it took. */
  tick(id: string, minutes: number, now: number): void {
    this.#storage.put(tasksKind, id, { at: this.#storage.get(tasksKind, id)?.at ?? now, minutes })
  }

  untick(id: string): void {
    this.#storage.remove(tasksKind, id)
  }

  /** Calls `listener` when something changes that the plan shows, also in another tab. Returns what ends that. */
  subscribe(listener: () => void): () => void {
    return this.#storage.watch([planKind, tasksKind, interviewKind], listener)
  }
}
