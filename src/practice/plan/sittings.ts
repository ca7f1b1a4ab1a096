/** Tasks laid into a day, one after the other, with breaks. Everything in minutes unless said otherwise. */
import { MINUTE } from '../kit/time.ts'
import type { WorkDay } from './work-days.ts'

/** Longest stretch without a break. */
const STRETCH = 90
/** A break, inside a long task and between tasks. */
const BREAK = 15
/** A meal. */
const MEAL = 45
/** Most work between two meals. */
const BETWEEN_MEALS = 270

/** A task that takes a certain time. */
export interface Sized {
  id: string
  /** Work, breaks not counted. */
  minutes: number
}

/** A task with its place in time; instants in milliseconds since 1970. The breaks inside a long task belong to it. */
export interface Slot extends Sized {
  start: number
  end: number
}

/** Work and the breaks inside it: three hours take a quarter more. */
const withBreaks = (minutes: number) => minutes + BREAK * (Math.ceil(minutes / STRETCH) - 1)

/** Where each task begins, from the beginning of the first. */
function offsets(tasks: readonly Sized[]): { task: Sized; at: number }[] {
  let at = 0
  let sinceMeal = 0
  return tasks.map((task, place) => {
    if (place > 0) {
      const meal = sinceMeal + task.minutes > BETWEEN_MEALS
      at += meal ? MEAL : BREAK
      if (meal) sinceMeal = 0
    }
    const placed = { task, at }
    at += withBreaks(task.minutes)
    sinceMeal += task.minutes
    return placed
  })
}

/** Time from the first task's beginning to the last one's end. */
function lengthOf(tasks: readonly Sized[]): number {
  const last = offsets(tasks).at(-1)
  return last ? last.at + withBreaks(last.task.minutes) : 0
}

/** Whether the tasks have room in a day without more than `cap` minutes of work. */
export const hasRoom = (tasks: readonly Sized[], day: WorkDay, cap: number): boolean =>
  tasks.reduce((sum, { minutes }) => sum + minutes, 0) <= cap && day.start + lengthOf(tasks) * MINUTE <= day.end

/** The tasks in a day that has room for them; they begin at the usual hour, or earlier when they would not end in time. */
export function laidInto(day: WorkDay, tasks: readonly Sized[]): Slot[] {
  const latest = day.end - lengthOf(tasks) * MINUTE
  const begin = Math.max(day.start, Math.min(day.usual, roundedDown(latest)))
  return offsets(tasks).map(({ task, at }) => {
    const start = begin + at * MINUTE
    return { ...task, start, end: start + withBreaks(task.minutes) * MINUTE }
  })
}

const QUARTER = 15 * MINUTE
const roundedDown = (instant: number) => Math.floor(instant / QUARTER) * QUARTER
/** The next full quarter of an hour, at which a plan can begin. */
export const roundedUp = (instant: number): number => Math.ceil(instant / QUARTER) * QUARTER
