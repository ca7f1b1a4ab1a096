/** The exported calendar, read by another library than the one that writes it. */
import { expect, test } from '@playwright/test'
import fc from 'fast-check'
import ICAL from 'ical.js'
import { instantOf, localOf } from '../../../src/practice/interview/interview.ts'
import { calendarOf, INTERVIEW_ENTRY, type CalendarEntry } from '../../../src/practice/plan/calendar.ts'
import { layPlan } from '../../../src/practice/plan/plan.ts'

const NOW = Date.parse('2026-10-23T09:00Z')
const entry = (id: string, start: number, end: number, title = id, detail = 'x'): CalendarEntry => ({
  id,
  start,
  end,
  title,
  detail,
  reminder: 10,
  url: `https://guide.example/plan/#${id}`,
})

/** Each line as it travels, folded lines apart. */
const linesOf = (text: string) => text.split('\r\n')
const eventsOf = (text: string) =>
  new ICAL.Component(ICAL.parse(text) as unknown[]).getAllSubcomponents('vevent').map((one) => new ICAL.Event(one))

/** A plan in Berlin over the night in which its clocks go back. */
const plan = layPlan(
  ['one', 'two', 'three', 'four'].map((id) => ({ id, from: 240, to: 240, worth: 1, needs: [] })),
  {
    interview: { start: instantOf('2026-10-26T14:30', 'Europe/Berlin') ?? 0, zone: 'Europe/Berlin' },
    from: instantOf('2026-10-23T09:00', 'Europe/Berlin') ?? 0,
    days: 3,
    pace: 1,
  },
)

test('a plan over a change of clocks is read with the instants that were laid', () => {
  const text = calendarOf(
    plan.slots.map((slot) => entry(slot.id, slot.start, slot.end)),
    'about-you',
    'Plan',
    NOW,
  )
  const events = eventsOf(text)
  expect(plan.slots).toHaveLength(4)
  expect(
    events.map(({ startDate, endDate }) => [startDate.toJSDate().getTime(), endDate.toJSDate().getTime()]),
  ).toEqual(plan.slots.map(({ start, end }) => [start, end]))
  expect(
    events.every(
      ({ startDate, endDate }) =>
        startDate.zone === ICAL.Timezone.utcTimezone && endDate.zone === ICAL.Timezone.utcTimezone,
    ),
  ).toBe(true)
  // The same hour there, an hour apart in UTC.
  const nine = plan.slots.filter(({ start }) => localOf(start, 'Europe/Berlin').endsWith('09:00'))
  expect(new Set(nine.map(({ start }) => new Date(start).getUTCHours()))).toEqual(new Set([7, 8]))
  expect(text).not.toContain('TZID')
})

test('a second export keeps the names of the entries and raises their number', () => {
  const [first, second] = [
    calendarOf([entry('pprof', NOW, NOW + 3_600_000)], 'about-you', 'Plan', NOW),
    calendarOf([entry('pprof', NOW + 7_200_000, NOW + 9_000_000)], 'about-you', 'Plan', NOW + 60_000),
  ].map((text) => eventsOf(text)[0])
  expect(first?.uid).toBe('pprof.about-you@interview-guide')
  expect(second?.uid).toBe(first?.uid)
  expect(second?.sequence).toBe((first?.sequence ?? 0) + 1)
  expect(eventsOf(calendarOf([entry('pprof', NOW, NOW + 1000)], 'another', 'Plan', NOW))[0]?.uid).not.toBe(first?.uid)
})

test('it names its maker, reminds ten minutes before, and says where the task stands', () => {
  const text = calendarOf([entry('pprof', NOW, NOW + 3_600_000, 'pprof', 'One profile.')], 'about-you', 'Plan', NOW)
  const calendar = new ICAL.Component(ICAL.parse(text) as unknown[])
  expect(calendar.getFirstPropertyValue('prodid')).toBe('-//interview guide//plan//EN')
  expect(calendar.getFirstPropertyValue('version')).toBe('2.0')
  expect(calendar.getFirstPropertyValue('method')).toBe('PUBLISH')
  const event = calendar.getFirstSubcomponent('vevent')
  expect(String(event?.getFirstPropertyValue('dtstamp'))).toBe('2026-10-23T09:00:00Z')
  expect(event?.getFirstPropertyValue('description')).toBe('One profile.\nhttps://guide.example/plan/#pprof')
  const alarm = event?.getFirstSubcomponent('valarm')
  expect([alarm?.getFirstPropertyValue('action'), String(alarm?.getFirstPropertyValue('trigger'))]).toEqual([
    'DISPLAY',
    '-PT10M',
  ])
  // Properties of an entry stand before its alarm, as the grammar has it.
  expect(text).toMatch(/END:VALARM\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n$/)
})

test('the interview is an entry of its own that no task can take over, with its own reminder', () => {
  const start = instantOf('2026-10-26T14:30', 'Europe/Berlin') ?? 0
  const appointment = { ...entry(INTERVIEW_ENTRY, start, start + 3_600_000, 'Interview'), reminder: 60 }
  const text = calendarOf([entry('interview', NOW, NOW + 60_000), appointment], 'about-you', 'Plan', NOW)
  const [task, event] = eventsOf(text)
  expect(event?.uid).toBe('interview.date.about-you@interview-guide')
  expect(task?.uid).not.toBe(event?.uid)
  expect([String(event?.startDate), String(event?.endDate)]).toEqual(['2026-10-26T13:30:00Z', '2026-10-26T14:30:00Z'])
  expect(text).toContain('TRIGGER:-PT1H')
})

test('an empty plan is a calendar without entries', () => {
  expect(eventsOf(calendarOf([], 'about-you', 'Plan', NOW))).toEqual([])
})

test('any text comes back as it was, in lines of at most 75 bytes that end in CRLF', () => {
  const words = fc.stringMatching(/^[^\p{C}\s]([^\p{C}]|\n){0,300}$/u)
  fc.assert(
    fc.property(words, words, (title, detail) => {
      const oneLine = title.replaceAll('\n', ' ')
      const text = calendarOf([entry('a', NOW, NOW + 60_000, oneLine, detail)], 'g', 'Plan', NOW)
      expect(eventsOf(text)[0]?.summary).toBe(oneLine)
      expect(eventsOf(text)[0]?.description).toBe(`${detail}\nhttps://guide.example/plan/#a`)
      expect(Math.max(...linesOf(text).map((line) => new TextEncoder().encode(line).length))).toBeLessThanOrEqual(75)
      expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
    }),
  )
})
