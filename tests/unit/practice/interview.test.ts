/** The interview is an instant, told in the clocks of its place. */
import { expect, test } from '@playwright/test'
import { safeParse } from 'valibot'
import { InterviewStore } from '../../../src/practice/interview/interview-store.ts'
import { interview, instantOf, localOf, untilInterview } from '../../../src/practice/interview/interview.ts'
import { inWords } from '../../../src/practice/kit/time.ts'
import { PracticeStorage } from '../../../src/practice/kit/storage/storage.ts'
import { MemoryArea } from './memory-area.ts'

for (const [local, zone, utc] of [
  ['2026-11-25T14:30', 'Europe/Berlin', '2026-11-25T13:30:00Z'],
  ['2026-07-01T09:00', 'Europe/Berlin', '2026-07-01T07:00:00Z'],
  ['2026-11-25T14:30', 'America/New_York', '2026-11-25T19:30:00Z'],
  ['2026-11-25T14:30', 'Asia/Kathmandu', '2026-11-25T08:45:00Z'],
  // Clocks jump from two to three: there is no half past two, and this is an hour after half past one.
  ['2027-03-28T02:30', 'Europe/Berlin', '2027-03-28T01:30:00Z'],
  // Clocks go back from three to two: half past two comes twice, and the first one is meant.
  ['2026-10-25T02:30', 'Europe/Berlin', '2026-10-25T00:30:00Z'],
] as const) {
  test(`${local} in ${zone} is ${utc}`, () => {
    const instant = instantOf(local, zone)
    expect(instant).toBe(Date.parse(utc))
    if (!local.startsWith('2027-03-28')) expect(localOf(instant ?? 0, zone)).toBe(local)
  })
}

for (const [local, zone] of [
  ['', 'Europe/Berlin'],
  ['tomorrow', 'Europe/Berlin'],
  ['2026-13-45T99:00', 'Europe/Berlin'],
  ['2026-11-25T14:30', 'Europe/Atlantis'],
  ['2026-11-25T14:30', 'BST'],
] as const) {
  test(`"${local}" in ${zone} is no time`, () => {
    expect(instantOf(local, zone)).toBeUndefined()
  })
}

test('the last minute counts as one, the start as over', () => {
  expect(untilInterview(60_000, 1)).toEqual({ minutes: 1, over: false })
  expect(untilInterview(60_000, 60_000)).toEqual({ minutes: 0, over: true })
})

for (const [minutes, words] of [
  [0, '0 minutes'],
  [1, '1 minute'],
  [61, '1 hour 1 minute'],
  [180, '3 hours'],
  [1441, '1 day'],
  [3000, '2 days 2 hours'],
] as const) {
  test(`${minutes} minutes are ${words}`, () => {
    expect(inWords(minutes)).toBe(words)
  })
}

test('a date whose zone is none is kept, and is no date until it is clear', () => {
  for (const zone of ['BST', 'Europe/Atlantis']) {
    const store = new InterviewStore(new PracticeStorage(new MemoryArea(), 'prep:/:', () => 1))
    store.set({ start: 1, zone })
    expect(store.get()).toBeUndefined()
    expect(store.unclear()).toEqual({ start: 1, zone })
    store.set({ start: 1, zone: 'Europe/London' })
    expect(store.get()?.zone).toBe('Europe/London')
    expect(store.unclear()).toBeUndefined()
  }
})

test('a record that this browser could not show is none', () => {
  expect(safeParse(interview, { start: 1, zone: 'Europe/Berlin' }).success).toBe(true)
  expect(safeParse(interview, { start: 9e15, zone: 'Europe/Berlin' }).success).toBe(false)
})
