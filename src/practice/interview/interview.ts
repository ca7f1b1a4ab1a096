/** When the interview is: an instant, and the time zone of the place in which it is told. */
import { check, maxValue, minValue, number, object, pipe, safeInteger, string, type InferOutput } from 'valibot'
import type { Shelf } from '../storage.ts'

/** The last instant that a date can hold, in milliseconds since 1970. */
const LAST = 8.64e15

export const interview = object({
  /** When it begins, in milliseconds since 1970. */
  start: pipe(number(), safeInteger(), minValue(-LAST), maxValue(LAST)),
  /** Zone in which it is shown, one that this browser knows: an IANA name such as `Europe/Paris`. */
  zone: pipe(string(), check(isZone)),
})

export type Interview = InferOutput<typeof interview>

/** One record, `when`. */
export const interviewShelf: Shelf<Interview> = { name: 'interview', version: 1, schema: interview }

export const MINUTE = 60_000
export const HOUR = 60 * MINUTE
export const DAY = 24 * HOUR

/**
 * The instant at which clocks in `zone` show `local` (`2026-11-25T14:30`). Where clocks jump, the hour that does not
 * exist is taken as if they had not jumped yet, and of an hour that comes twice the first one. Undefined for a text
 * that is no time, or a zone that is none.
 */
export function instantOf(local: string, zone: string): number | undefined {
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/.test(local) || !isZone(zone)) return undefined
  const asIfUtc = Date.parse(`${local}:00Z`)
  if (Number.isNaN(asIfUtc)) return undefined
  // The offset before and after the instant; they differ only around a jump.
  const before = offsetAt(asIfUtc - DAY, zone)
  const after = offsetAt(asIfUtc + DAY, zone)
  const fitting = [before, after]
    .map((offset) => asIfUtc - offset)
    .filter((instant) => localOf(instant, zone) === local)
  return fitting.length > 0 ? Math.min(...fitting) : asIfUtc - before
}

/** What clocks in `zone` show at an instant, as `2026-11-25T14:30`. */
export function localOf(instant: number, zone: string): string {
  return new Date(instant + offsetAt(instant, zone)).toISOString().slice(0, 16)
}

/** Milliseconds that clocks in `zone` are ahead of UTC at an instant. */
export function offsetAt(instant: number, zone: string): number {
  const parts = Object.fromEntries(
    formatOf(zone)
      .formatToParts(instant)
      .map(({ type, value }) => [type, Number(value)]),
  )
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = parts
  return Date.UTC(year, month - 1, day, hour, minute, second) - Math.floor(instant / 1000) * 1000
}

export function isZone(zone: string): boolean {
  try {
    formatOf(zone)
    return true
  } catch {
    return false
  }
}

const formats = new Map<string, Intl.DateTimeFormat>()

function formatOf(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone)
  if (known) return known
  const numeric = 'numeric'
  const format = new Intl.DateTimeFormat('en-GB', {
    ...{ timeZone, hourCycle: 'h23', year: numeric, month: numeric, day: numeric },
    ...{ hour: numeric, minute: numeric, second: numeric },
  })
  formats.set(timeZone, format)
  return format
}

/** Where the interview stands: how long until it begins, in whole minutes, or that it is over. */
export function untilInterview(start: number, now: number): { minutes: number; over: boolean } {
  return { minutes: Math.max(0, Math.ceil((start - now) / MINUTE)), over: now >= start }
}

/** `2 days 3 hours`, `3 hours 20 minutes`, `12 minutes`: the two largest parts. */
export function inWords(minutes: number): string {
  const parts = [
    [Math.floor(minutes / 1440), 'day'],
    [Math.floor((minutes % 1440) / 60), 'hour'],
    [minutes % 60, 'minute'],
  ] as const
  const first = parts.findIndex(([count]) => count > 0)
  const said = parts.slice(first < 0 ? 2 : first, first < 0 ? 3 : first + 2)
  return said
    .filter(([count], at) => at === 0 || count > 0)
    .map(([count, name]) => `${count} ${name}${count === 1 ? '' : 's'}`)
    .join(' ')
}
