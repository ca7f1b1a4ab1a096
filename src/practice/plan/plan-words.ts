/** How the plan is said: dates, hours and lengths. */
import { localOf } from '../interview/interview.ts'
import type { Slot } from './sittings.ts'

/** A date of the plan, `2026-11-25`, as `Wednesday 25 November`. */
export const dateInWords = (date: string): string =>
  // A date has no zone; noon in UTC is on it wherever the words are made.
  new Date(`${date}T12:00Z`).toLocaleDateString('en-GB', {
    timeZone: 'UTC',
    weekday: 'long',
    day: 'numeric',
    month: 'long',
  })

/** From when to when, as clocks in `zone` show it: `09:00–12:15`. */
export const hoursInWords = ({ start, end }: Pick<Slot, 'start' | 'end'>, zone: string): string =>
  `${localOf(start, zone).slice(11)}–${localOf(end, zone).slice(11)}`

/** `45 min`, `2 h`, `2 h 30 min`. */
export function lengthInWords(minutes: number): string {
  const [hours, rest] = [Math.floor(minutes / 60), Math.round(minutes % 60)]
  return [hours > 0 && `${hours} h`, (rest > 0 || hours === 0) && `${rest} min`].filter(Boolean).join(' ')
}

/** `1 task`, `3 tasks`. */
export const tasksInWords = (count: number): string => `${count} ${count === 1 ? 'task' : 'tasks'}`
