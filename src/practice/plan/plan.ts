/**
 * The plan laid back from the interview. Tasks keep their order and are put onto the last days that have room, the last
 * task first; all days get about the same work. Where everything does not fit, the tasks are kept that bring most in an
 * hour (`worthPerHour`), and the rest is named.
 */
import type { Interview } from '../interview/interview.ts'
import { DAY } from '../kit/time.ts'
import { hasRoom, laidInto, roundedUp, type Sized, type Slot } from './sittings.ts'
import { worthPerHour, type Task } from './task.ts'
import { LAST_CALM, workDays, type WorkDay } from './work-days.ts'

/** Most work of a day, in minutes: "eight working hours, breaks not counted" (the guide's path for one day). */
const MOST_WORK = 8 * 60
/** Steps in which the work of a day is raised until everything fits, in minutes. */
const CAP_STEP = 30

export interface LaidPlan {
  /** In order, none over another. */
  slots: Slot[]
  /** Ids of the tasks that have no room, in the order of the plan. */
  dropped: string[]
  /** Whether the lower ends of the estimates were taken, because the upper ones do not fit. */
  tight: boolean
}

export interface Frame {
  interview: Interview
  /** When the work can begin, in milliseconds since 1970. */
  from: number
  /** Days before the interview that the plan may use: 3 or 7. */
  days: number
  /** What tasks really take against their estimates; see `paceOf`. */
  pace: number
}

/** Lays the tasks that are still to be done. A need that is not among them counts as met. */
export function layPlan(tasks: readonly Task[], frame: Frame): LaidPlan {
  const { start, zone } = frame.interview
  const begin = roundedUp(Math.max(frame.from, start - frame.days * DAY))
  const days = workDays(begin, start - LAST_CALM, zone)
  const sized = (kept: readonly Task[], end: 'from' | 'to') =>
    kept.map((task) => ({ id: task.id, minutes: realMinutes(task[end], frame.pace) }))
  const kept = chosen(tasks, (some) => distributed(sized(some, 'from'), days, MOST_WORK) !== undefined)
  const ample = evenly(sized(kept, 'to'), days)
  return {
    slots: ample ?? evenly(sized(kept, 'from'), days) ?? [],
    dropped: tasks.filter((task) => !kept.includes(task)).map(({ id }) => id),
    tight: kept.length > 0 && ample === undefined,
  }
}

/** An estimate at the pace of the tasks done so far, in steps of five minutes. */
const realMinutes = (minutes: number, pace: number) => Math.max(5, Math.round((minutes * pace) / 5) * 5)

/** The tasks to keep, in the plan's order: by worth in an hour, each that still fits and whose needs are kept or met. */
function chosen(tasks: readonly Task[], fit: (some: readonly Task[]) => boolean): Task[] {
  if (fit(tasks)) return [...tasks]
  const waiting = tasks.toSorted((a, b) => worthPerHour(b) - worthPerHour(a))
  let kept: Task[] = []
  for (;;) {
    const open = new Set(tasks.filter((task) => !kept.includes(task)).map(({ id }) => id))
    const at = waiting.findIndex(({ needs }) => !needs.some((need) => open.has(need)))
    const [next] = at < 0 ? [] : waiting.splice(at, 1)
    if (!next) return kept
    const more = tasks.filter((task) => task === next || kept.includes(task))
    if (fit(more)) kept = more
  }
}

/** The slots with the least work on the fullest day, or undefined when the tasks do not fit. */
function evenly(tasks: readonly Sized[], days: readonly WorkDay[]): Slot[] | undefined {
  for (let cap = CAP_STEP; cap <= MOST_WORK; cap += CAP_STEP) {
    const each = distributed(tasks, days, cap)
    if (each) return days.flatMap((day, at) => laidInto(day, each[at] ?? []))
  }
  return undefined
}

/** The tasks of each day, the last ones as late as they can be; undefined when they have no room. */
function distributed(tasks: readonly Sized[], days: readonly WorkDay[], cap: number): Sized[][] | undefined {
  const each = days.map((): Sized[] => [])
  let at = days.length - 1
  for (const task of tasks.toReversed()) {
    for (; at >= 0; at--) {
      const [day, held] = [days[at], each[at]]
      if (!day || !held || !hasRoom([task, ...held], day, cap)) continue
      held.unshift(task)
      break
    }
    if (at < 0) return undefined
  }
  return each
}
