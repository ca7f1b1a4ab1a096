/** The paths as the browser needs them. Not for the browser, which fetches them. */
import { getPaths } from '../../content/entries.ts'
import { targetOf } from '../../content/targets.ts'
import { inlineHtml } from '../../manuscript/current.ts'
import type { Path } from './path.ts'

export const getPathFacts = (): Path[] =>
  getPaths().map(({ id, title, stops }) => ({
    id,
    title,
    href: targetOf(`path:${id}`).href,
    stops: stops.map(({ to, minutes, worth, do: task }) => ({
      to,
      minutes,
      worth,
      do: inlineHtml(task, import.meta.env.BASE_URL),
      ...targetOf(to),
    })),
  }))
