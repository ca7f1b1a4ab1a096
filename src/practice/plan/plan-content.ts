/** The tasks as the server renders them: read from the content, with their worth. Not for the browser. */
import { getPlan, getTopQuestions } from '../../content/entries.ts'
import type { Hours } from '../../schemas/hours.ts'
import type { InlineText } from '../../schemas/text.ts'
import type { Plan, Task as ContentTask } from '../../schemas/plan.ts'
import type { Variant } from './current-plan.ts'
import { worthOf, type Task } from './task.ts'

export interface WrittenTask extends Task {
  title: string
  detail: InlineText
  hours: Hours
}

export interface WrittenDay {
  day: number
  title: string
  tasks: WrittenTask[]
}

/** The days of both variants. */
export function getPlanDays(): Record<Variant, WrittenDay[]> {
  const { days, week, more } = getPlan()
  const top = new Set(getTopQuestions().map(({ id }) => id))
  const sprint = days.map(({ day, title, tasks }) => ({ day, title, tasks: tasks.map((task) => written(task, top)) }))
  const all = [...sprint.flatMap(({ tasks }) => tasks), ...more.map((task) => written(task, top))]
  return { sprint, week: week.map((day) => ({ ...day, tasks: day.tasks.map((id) => taskWith(id, all, week)) })) }
}

function written({ id, title, detail, hours, serves, needs }: ContentTask, top: ReadonlySet<string>): WrittenTask {
  const [from, to] = [hours.from * 60, hours.to * 60]
  return { id, title, detail, hours, from, to, needs, worth: worthOf(serves, top) }
}

function taskWith(id: string, all: readonly WrittenTask[], week: Plan['week']): WrittenTask {
  const task = all.find((candidate) => candidate.id === id)
  if (!task) throw new Error(`"${id}" is no task of content/plan.yaml, but among the ${week.length} days of its week`)
  return task
}
