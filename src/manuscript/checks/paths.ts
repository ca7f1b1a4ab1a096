/** A path through the guide must fit its time, each stop the text it leads to, and no place is a stop twice. */
import { entriesOf, type Entry, type Manuscript } from '../manuscript.ts'
import type { Problem } from '../problem.ts'
import { minutesToRead } from '../reading-time.ts'

export function pathProblems(manuscript: Manuscript): Problem[] {
  const lengths = new Map(manuscript.entries.map((entry) => [`${entry.kind}:${entry.id}`, minutesToRead(entry)]))
  return entriesOf(manuscript, 'path').flatMap((entry) => {
    const { stops, minutes } = entry.data
    const total = stops.reduce((sum, stop) => sum + stop.minutes, 0)
    const each = stops.flatMap((stop, at) => {
      const needed = lengths.get(stop.to) ?? 0
      const short = stop.minutes < needed ? [tooShort(entry, at, stop.minutes, needed)] : []
      const isAgain = stops.findIndex(({ to }) => to === stop.to) < at
      return isAgain ? [...short, again(entry, at, stop.to)] : short
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
  found: `${minutes} minutes for a text that takes ${needed} to read`,
  expected: `at least ${needed}`,
  todo: 'give the stop more time, or lead to a shorter one',
})

const again = (entry: Entry<'path'>, at: number, to: string): Problem => ({
  file: entry.file,
  line: entry.lineOf(['stops', at, 'to']),
  found: `"${to}" once more`,
  expected: 'each place once in a path, for a tick is kept by its place',
  todo: 'put what is to be done there into one stop',
})
