/** The tasks of the plan: each has a name of its own, those that it needs exist and come before it, and a week holds each of them once. */
import { closest } from 'fastest-levenshtein'
import { entriesOf, type Entry, type Manuscript } from '../manuscript.ts'
import type { Problem } from '../problem.ts'
import type { Task } from '../../schemas/plan.ts'
import type { ValuePath } from '../source.ts'

export function planProblems(manuscript: Manuscript): Problem[] {
  return entriesOf(manuscript, 'plan').flatMap((entry) => {
    const tasks = tasksOf(entry)
    const ids = tasks.map(({ id }) => id)
    const named = [
      ...tasks.flatMap(({ needs, path }) => needs.map((id, at) => ({ id, path: [...path, 'needs', at] }))),
      ...entry.data.week.flatMap((day, one) => day.tasks.map((id, at) => ({ id, path: ['week', one, 'tasks', at] }))),
    ]
    return [
      ...tasks.filter(({ id }, at) => ids.indexOf(id) < at).map(({ id, path }) => sameTask(entry, path, id)),
      ...named.filter(({ id }) => !ids.includes(id)).map(({ id, path }) => unknownTask(entry, path, id, ids)),
      ...new Set(ids).values().flatMap((id) => countInWeek(entry, id)),
      ...tasks.flatMap((task) => needsLater(entry, task)),
    ]
  })
}

interface PlacedTask extends Task {
  path: ValuePath
}

/** All tasks with their places in the file. */
function tasksOf({ data }: Entry<'plan'>): PlacedTask[] {
  const sprint = data.days.flatMap(({ tasks }, one) =>
    tasks.map((task, at) => ({ ...task, path: ['days', one, 'tasks', at] as ValuePath })),
  )
  return [...sprint, ...data.more.map((task, at) => ({ ...task, path: ['more', at] as ValuePath }))]
}

function countInWeek(entry: Entry<'plan'>, id: string): Problem[] {
  const times = entry.data.week.flatMap(({ tasks }) => tasks).filter((task) => task === id).length
  if (times === 1) return []
  return [
    {
      file: entry.file,
      line: entry.lineOf(['week']),
      found: `a week with the task "${id}" ${times} times`,
      expected: 'every task of the sprint and of "more" once',
      todo: times === 0 ? 'give it a day' : 'leave it on one day',
    },
  ]
}

/** Plans are laid in the order of sprint and week; what is needed stands before. */
function needsLater(entry: Entry<'plan'>, { id, needs, path }: PlacedTask): Problem[] {
  const { days, week } = entry.data
  const orders = [days.flatMap(({ tasks }) => tasks.map((task) => task.id)), week.flatMap(({ tasks }) => tasks)]
  return needs.flatMap((need, at) => {
    const isLater = orders.some((order) => order.includes(id) && order.indexOf(need) >= order.indexOf(id))
    return isLater ? [laterNeed(entry, [...path, 'needs', at], need, id)] : []
  })
}

const laterNeed = (entry: Entry<'plan'>, path: ValuePath, need: string, id: string): Problem => ({
  file: entry.file,
  line: entry.lineOf(path),
  found: need === id ? `the task "${id}", which needs itself` : `"${need}", which comes after "${id}" that needs it`,
  expected: 'what a task needs before it, in the sprint and in the week',
  todo: need === id ? 'take it away from "needs"' : 'change their order, or take it away from "needs"',
})

const sameTask = (entry: Entry<'plan'>, path: ValuePath, id: string): Problem => ({
  file: entry.file,
  line: entry.lineOf([...path, 'id']),
  found: `a second task "${id}"`,
  expected: 'a name of its own for every task; what is ticked is remembered by it',
  todo: 'rename one of the two',
})

const unknownTask = (entry: Entry<'plan'>, path: ValuePath, id: string, ids: readonly string[]): Problem => ({
  file: entry.file,
  line: entry.lineOf(path),
  found: `the task "${id}", which does not exist`,
  expected: `one of ${ids.join(', ')}`,
  todo: `write "${closest(id, ids)}", or add the task`,
})
