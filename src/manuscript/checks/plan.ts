/** The tasks of the plan: what they serve and need must exist, and a week holds each of them once. */
import { closest } from 'fastest-levenshtein'
import type { Targets } from '../addresses.ts'
import { entriesOf, type Entry, type Manuscript } from '../manuscript.ts'
import type { Problem } from '../problem.ts'
import type { ValuePath } from '../source.ts'
import { dangling } from './references.ts'

export function planProblems(manuscript: Manuscript, targets: Targets): Problem[] {
  return entriesOf(manuscript, 'plan').flatMap((entry) => {
    const tasks = tasksOf(entry)
    const ids = tasks.map(({ id }) => id)
    const named = [
      ...tasks.flatMap(({ needs, path }) => needs.map((id, at) => ({ id, path: [...path, 'needs', at] }))),
      ...entry.data.week.flatMap((day, one) => day.tasks.map((id, at) => ({ id, path: ['week', one, 'tasks', at] }))),
    ]
    return [
      ...tasks.flatMap(({ serves, path }) =>
        serves
          .map((id, at) => ({ reference: `question:${id}`, path: [...path, 'serves', at] }))
          .filter(({ reference }) => !targets.has(reference))
          .map(({ reference, path }) => dangling(entry, path, reference, targets)),
      ),
      ...named.filter(({ id }) => !ids.includes(id)).map(({ id, path }) => unknownTask(entry, path, id, ids)),
      ...ids.flatMap((id) => countInWeek(entry, id)),
    ]
  })
}

/** All tasks with their places in the file. */
function tasksOf({ data }: Entry<'plan'>) {
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

const unknownTask = (entry: Entry<'plan'>, path: ValuePath, id: string, ids: readonly string[]): Problem => ({
  file: entry.file,
  line: entry.lineOf(path),
  found: `the task "${id}", which does not exist`,
  expected: `one of ${ids.join(', ')}`,
  todo: `write "${closest(id, ids)}", or add the task`,
})
