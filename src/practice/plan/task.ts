/** A task of the plan: its estimate, its worth, and that it was done. */
import { maxValue, minValue, number, object, pipe, safeInteger, type InferOutput } from 'valibot'
import type { RecordKind } from '../kit/storage/record-kind.ts'

export interface Task {
  id: string
  /** The estimate, in minutes: at least, at most. */
  from: number
  to: number
  /** What it brings, see `worthOf`. */
  worth: number
  /** Ids of the tasks without which it makes no sense. */
  needs: readonly string[]
}

/** Longest time that may be entered for a task, in minutes. */
export const LONGEST_TASK = 24 * 60

export const doneTask = object({
  /** When it was ticked, in milliseconds since 1970. */
  at: pipe(number(), safeInteger()),
  /** What it really took, in minutes. */
  minutes: pipe(number(), safeInteger(), minValue(1), maxValue(LONGEST_TASK)),
})

export type DoneTask = InferOutput<typeof doneTask>
export type DoneTasks = ReadonlyMap<string, DoneTask>

/** A record for each ticked task, by its id in `content/plan.yaml`. */
export const tasksKind: RecordKind<DoneTask> = { name: 'tasks', title: 'Tasks ticked', version: 1, schema: doneTask }

/** What one of the eight questions to rehearse first counts, beside one of the others. */
const TOP_WORTH = 3

/** A task is worth the questions that it makes easier to answer: three for each of the top eight, one for another. */
export const worthOf = (serves: readonly string[], top: ReadonlySet<string>): number =>
  serves.reduce((sum, question) => sum + (top.has(question) ? TOP_WORTH : 1), 0)

/** The middle of the estimate, in minutes. */
export const estimateOf = ({ from, to }: Task): number => (from + to) / 2

/** What an hour of the task brings: the measure by which tasks are kept when time is short. */
export const worthPerHour = (task: Task): number => (task.worth / estimateOf(task)) * 60

/** Bounds of the pace: one slow task says little about the next. */
const PACE = { min: 0.75, max: 2 } as const

/** How long the ticked tasks took against their estimates: 1.5 is half as long again. 1 while nothing is ticked. */
export function paceOf(tasks: readonly Task[], done: DoneTasks): number {
  const ticked = tasks.flatMap((task) => {
    const held = done.get(task.id)
    return held ? [{ real: held.minutes, estimate: estimateOf(task) }] : []
  })
  if (ticked.length === 0) return 1
  const sum = (of: 'real' | 'estimate') => ticked.reduce((all, one) => all + one[of], 0)
  return Math.min(Math.max(sum('real') / sum('estimate'), PACE.min), PACE.max)
}
