/**
 * The plan and the interview for a calendar, as iCalendar text (RFC 5545). All times are stamps in UTC, so every calendar
 * shows its own clock and no file has to know when clocks change. Each entry keeps its UID in every export: a second
 * import moves it instead of adding one.
 */
import ical, { ICalAlarmType, ICalCalendarMethod } from 'ical-generator'
import type { Slot } from './sittings.ts'

/** A task, or the interview itself. */
export interface CalendarEntry extends Omit<Slot, 'minutes'> {
  title: string
  /** Plain text. */
  detail: string
  /** Address in the guide. */
  url: string
  /** Minutes before it at which the calendar reminds of it. */
  reminder: number
}

/** No task has this name, for those have no dot. */
export const INTERVIEW_ENTRY = 'interview.date'

/** `guide` tells the plans of several guides apart (`about-you`); `now` is the moment of the export, in milliseconds. */
export function calendarOf(entries: readonly CalendarEntry[], guide: string, name: string, now: number): string {
  const calendar = ical({ prodId: '//interview guide//plan//EN', method: ICalCalendarMethod.PUBLISH, name })
  for (const { id, start, end, title, detail, url, reminder } of entries) {
    calendar.createEvent({
      id: `${id}.${guide}@interview-guide`,
      stamp: new Date(now),
      // Calendars take the entry with the higher number; minutes since 1970 rise with every export.
      sequence: Math.floor(now / 60_000),
      start: new Date(start),
      end: new Date(end),
      summary: title,
      // The address stands in the text: the library would write a URL line after the alarm, where none may stand.
      description: `${detail}\n${url}`,
      alarms: [{ type: ICalAlarmType.display, triggerBefore: reminder * 60, description: title }],
    })
  }
  return `${calendar.toString()}\r\n`
}
