/** The plan's days as lanes: an hour is as long everywhere, and a day is a heading. */
import type { Lanes } from '../../schemas/lanes.ts'
import type { Plan } from '../../schemas/plan.ts'
import { spanOf, totalOf } from '../../ui/hours.ts'

type Day = Plan['days'][number]

export function planLanes({ days }: Plan): Lanes {
  const longest = Math.max(...days.map(({ tasks }) => totalOf(tasks.map(({ hours }) => hours)).to))
  const hours = Array.from({ length: Math.ceil(longest) + 1 }, (_, hour) => hour)
  return {
    axis: {
      from: 0,
      to: Math.ceil(longest),
      label: 'hours of work since the day began',
      ticks: hours.map((at) => ({ at, text: String(at) })),
    },
    lanes: days.flatMap(lanesOfDay),
    moments: [],
  }
}

/** A lane for each task; it begins where the one before ends at the latest. */
function lanesOfDay({ day, title, tasks }: Day): Lanes['lanes'] {
  let from = 0
  return tasks.map(({ title: name, hours }, at) => {
    const start = from
    from += hours.to
    const bars = [
      { from: start, to: start + hours.from, look: 'solid', tone: 'accent', endless: false },
      { from: start + hours.from, to: start + hours.to, look: 'dashed', tone: 'accent', endless: false },
    ] as const
    const part = `Day ${day}: ${title} (${spanOf(totalOf(tasks.map((task) => task.hours)))})`
    return {
      name,
      value: spanOf(hours),
      ...(at === 0 && { part }),
      bars: bars.filter((bar) => bar.to > bar.from),
    }
  })
}
