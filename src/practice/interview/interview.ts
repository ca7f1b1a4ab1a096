/**
 * When the interview is: an instant, and the time zone of the place in which it is told.
 *
 * Not by `Temporal`, which Safari and older Chrome and Firefox lack: of `temporal-polyfill` the functions that would do
 * this weigh 7.7 KB compressed, on every practice page, and these weigh 0.6 KB.
 */
import { maxLength, maxValue, minValue, number, object, pipe, safeInteger, string, type InferOutput } from 'valibot'
import { cityOf, isZone } from '../../schemas/zone.ts'
import { DAY, MINUTE } from '../kit/time.ts'
import type { RecordKind } from '../kit/storage/record-kind.ts'

// Until their other readers ask `kit/time.ts`.
export { DAY, HOUR, inWords, MINUTE } from '../kit/time.ts'

/** The last instant that a date can hold, in milliseconds since 1970. */
const LAST = 8.64e15

export const interview = object({
  /** When it begins, in milliseconds since 1970. */
  start: pipe(number(), safeInteger(), minValue(-LAST), maxValue(LAST)),
  /** Zone in which it is shown, an IANA name such as `Europe/Paris`. An older guide also kept abbreviations. */
  zone: pipe(string(), maxLength(64)),
})

export type Interview = InferOutput<typeof interview>

/** One record, `when`. */
export const interviewKind: RecordKind<Interview> = {
  name: 'interview',
  title: 'Date of the interview',
  version: 1,
  schema: interview,
}

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

/** What clocks in `zone` show at an instant, as `2026-11-25T14:30`. Throws for a zone that the browser does not know. */
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

const formats = new Map<string, Intl.DateTimeFormat>()

function formatOf(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone)
  if (known) return known
  const numeric = 'numeric'
  const format = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    hourCycle: 'h23',
    year: numeric,
    month: numeric,
    day: numeric,
    hour: numeric,
    minute: numeric,
    second: numeric,
  })
  formats.set(timeZone, format)
  return format
}

/** `Wednesday 25 Nov, 14:30 Paris`: the one line that stands for the date, as the clocks there show it. */
export const whenInWords = (interview: Interview): string =>
  `${dateAndHour(interview, 'long')} ${cityOf(interview.zone)}`

/** `Wed 25 Nov, 14:30 (Europe/Paris)`, as the clocks there show it. */
export const clockOf = (interview: Interview): string => `${dateAndHour(interview, 'short')} (${interview.zone})`

function dateAndHour({ start, zone }: Interview, weekday: 'long' | 'short'): string {
  const text = new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    weekday,
    day: 'numeric',
    month: 'short',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).formatToParts(start)
  const part = (type: Intl.DateTimeFormatPartTypes) => text.find((one) => one.type === type)?.value ?? ''
  return `${part('weekday')} ${part('day')} ${part('month')}, ${part('hour')}:${part('minute')}`
}

/** Where the interview stands: how long until it begins, in whole minutes, or that it is over. */
export function untilInterview(start: number, now: number): { minutes: number; over: boolean } {
  return { minutes: Math.max(0, Math.ceil((start - now) / MINUTE)), over: now >= start }
}
