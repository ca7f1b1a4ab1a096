/** The hours in which there is work: dates of the interview's zone, from a humane hour to the evening. */
import { instantOf, localOf } from '../interview/interview.ts'
import { DAY, MINUTE } from '../kit/time.ts'

/** Nothing lies before this hour of the day there. */
export const DAY_BEGINS = '08:00'
/** Where there is no hurry, a day begins here. */
export const USUAL_BEGIN = '09:00'
/** Nothing lies after this hour: sleep keeps what was learned, and no task crosses midnight. */
export const DAY_ENDS = '22:00'
/** Before the interview nothing more is studied: "stop 60 to 90 minutes before" (the brief). In milliseconds. */
export const LAST_CALM = 60 * MINUTE

/** The working hours of a date; instants in milliseconds since 1970. */
export interface WorkDay {
  /** The date there, `2026-11-25`. */
  date: string
  start: number
  end: number
  /** When a day without hurry begins; not before `start`. */
  usual: number
}

/** The work days between two instants, in order; a date on which no time is left is not among them. */
export function workDays(from: number, until: number, zone: string): WorkDay[] {
  return datesBetween(from, until, zone).flatMap((date) => {
    const at = (hour: string) => instantOf(`${date}T${hour}`, zone) ?? NaN
    const start = Math.max(at(DAY_BEGINS), from)
    const end = Math.min(at(DAY_ENDS), until)
    return start < end ? [{ date, start, end, usual: Math.max(at(USUAL_BEGIN), start) }] : []
  })
}

/** The dates that clocks there show between two instants. */
function datesBetween(from: number, until: number, zone: string): string[] {
  const last = dateOf(until, zone)
  const dates: string[] = []
  for (let date = dateOf(from, zone); date <= last; date = dayAfter(date)) dates.push(date)
  return dates
}

/** The date there, `2026-11-25`. */
export const dateOf = (instant: number, zone: string): string => localOf(instant, zone).slice(0, 10)

// Dates are counted in UTC, where every day has 24 hours.
const dayAfter = (date: string) => new Date(Date.parse(`${date}T00:00Z`) + DAY).toISOString().slice(0, 10)
