/** A path through the guide must fit its time, and each stop its page. */
import type { Targets } from '../addresses.ts'
import { entriesOf, type Entry, type Manuscript } from '../manuscript.ts'
import type { Problem } from '../problem.ts'
import { minutesToRead } from '../reading-time.ts'
import { dangling } from './references.ts'

export function pathProblems(manuscript: Manuscript, targets: Targets): Problem[] {
  const lengths = new Map(manuscript.entries.map(({ kind, id, body }) => [`${kind}:${id}`, minutesToRead(body)]))
  return entriesOf(manuscript, 'path').flatMap((entry) => {
    const { stops, minutes } = entry.data
    const total = stops.reduce((sum, stop) => sum + stop.minutes, 0)
    const each = stops.flatMap((stop, at) => {
      if (!targets.has(stop.to)) return [dangling(entry, ['stops', at, 'to'], stop.to, targets)]
      const needed = lengths.get(stop.to) ?? 0
      return stop.minutes < needed ? [tooShort(entry, at, stop.minutes, needed)] : []
    })
    return total > minutes ? [tooLong(entry, total), ...each] : each
  })
}

const tooLong = (entry: Entry<'path'>, total: number): Problem => ({
  file: entry.file,
  line: entry.lineOf(['stops']),
  found: `stops that need ${total} minutes together`,
  expected: `at most ${entry.data.minutes}, the time of "${entry.data.title}"`,
  todo: 'shorten or drop a stop',
})

const tooShort = (entry: Entry<'path'>, at: number, minutes: number, needed: number): Problem => ({
  file: entry.file,
  line: entry.lineOf(['stops', at, 'minutes']),
  found: `${minutes} minutes for a page that takes ${needed} to read`,
  expected: `at least ${needed}`,
  todo: 'give the stop more time, or lead to a shorter page',
})
