/**
 * The plan for a calendar, as iCalendar text (RFC 5545). All times are stamps in UTC, so every calendar shows its own
 * clock and no file has to know when clocks change. A task keeps its UID in every export: a second import moves the
 * entry instead of adding one.
 */
import ical, { ICalAlarmType, ICalCalendarMethod } from 'ical-generator'
import type { Slot } from './sittings.ts'

export interface CalendarEntry extends Slot {
  title: string
  /** Plain text. */
  detail: string
  /** Address of the task in the guide. */
  url: string
}

/** Seconds before a task at which the calendar reminds of it. */
const REMINDER = 10 * 60

/** `guide` tells the plans of several guides apart (`about-you`); `now` is the moment of the export, in milliseconds. */
export function calendarOf(entries: readonly CalendarEntry[], guide: string, name: string, now: number): string {
  const calendar = ical({ prodId: '//interview guide//plan//EN', method: ICalCalendarMethod.PUBLISH, name })
  for (const { id, start, end, title, detail, url } of entries) {
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
      alarms: [{ type: ICalAlarmType.display, triggerBefore: REMINDER, description: title }],
    })
  }
  return `${calendar.toString()}\r\n`
}
