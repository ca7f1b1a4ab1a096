/** The plan is laid back from the interview: by table for what a person would expect, by property for what must hold. */
import { expect, test } from '@playwright/test'
import fc from 'fast-check'
import { parse } from 'yaml'
import { instantOf, localOf } from '../../../src/practice/interview/interview.ts'
import { DAY, HOUR, MINUTE } from '../../../src/practice/kit/time.ts'
import { currentPlan, openSlots, PlanStore, stateOf, variantOf } from '../../../src/practice/plan/current-plan.ts'
import { layPlan } from '../../../src/practice/plan/plan.ts'
import { paceOf, worthOf, worthPerHour, type DoneTask, type Task } from '../../../src/practice/plan/task.ts'
import { workDays } from '../../../src/practice/plan/work-days.ts'
import { PracticeStorage } from '../../../src/practice/kit/storage/storage.ts'
import type { Plan } from '../../../src/schemas/plan.ts'
import { filesIn, textOf } from '../../content/content.ts'
import { MemoryArea } from './memory-area.ts'

const BERLIN = 'Europe/Berlin'
const NEW_YORK = 'America/New_York'
const at = (local: string, zone = BERLIN) => instantOf(local, zone) ?? NaN

/** As the file has it: what the schema fills in may be missing. */
type Written = Omit<Plan['more'][number], 'needs'> & { needs?: string[] }
const content = parse(textOf('plan.yaml')) as {
  days: { tasks: Written[] }[]
  week: Plan['week']
  more: Written[]
}
const top = new Set(
  filesIn('questions')
    .filter((file) => /^top:/m.test(textOf(file)))
    .map((file) => /([^/]+)\.mdx$/.exec(file)?.[1] ?? ''),
)
const taskOf = ({ id, hours, serves, needs }: Written): Task => ({
  id,
  from: hours.from * 60,
  to: hours.to * 60,
  worth: worthOf(serves, top),
  needs: needs ?? [],
})
const SPRINT = content.days.flatMap(({ tasks }) => tasks.map(taskOf))
const ALL = [...SPRINT, ...content.more.map(taskOf)]
const WEEK = content.week.flatMap(({ tasks }) => tasks.flatMap((id) => ALL.find((task) => task.id === id) ?? []))
const NONE = new Map<string, DoneTask>()

/** A plan as a person reads it: `2026-11-25 09:00–12:15 go-crash-course`. */
function readable(tasks: readonly Task[], start: string, from: string, zone = BERLIN, days = 3) {
  const plan = layPlan(tasks, { interview: { start: at(start, zone), zone }, from: at(from, zone), days, pace: 1 })
  const line = plan.slots.map(
    ({ id, start, end }) => `${localOf(start, zone).slice(5).replace('T', ' ')}–${localOf(end, zone).slice(11)} ${id}`,
  )
  return { lines: line, dropped: plan.dropped, tight: plan.tight }
}

for (const from of ['2026-11-22T10:00', '2026-11-22T20:00']) {
  test(`laid from ${from} on, the sprint before an afternoon talk is the three days of the brief`, () => {
    expect(readable(SPRINT, '2026-11-25T14:30', from)).toEqual({
      lines: [
        '11-23 09:00–12:15 go-crash-course',
        '11-23 13:00–15:15 grpc-skeleton',
        '11-24 09:00–12:15 mysql-redis',
        '11-24 12:30–13:30 pprof',
        '11-24 14:15–15:15 star-stories',
        // From nine it would not end in time.
        '11-25 08:00–10:15 design-mock',
        '11-25 10:30–12:45 rehearse-answers',
        '11-25 13:00–13:30 asks-and-pitch',
      ],
      dropped: [],
      tight: false,
    })
  })
}

test('before a morning talk the work lies on the days before', () => {
  const { lines, dropped } = readable(SPRINT, '2026-11-25T10:00', '2026-11-22T10:00')
  expect(lines.at(-1)).toBe('11-25 08:30–09:00 asks-and-pitch')
  expect(lines.at(-2)).toMatch(/^11-24 .* rehearse-answers$/)
  expect(dropped).toEqual([])
})

test('with less time the lower estimates count, and then what brings least in an hour is left out', () => {
  const evening = readable(SPRINT, '2026-11-25T14:30', '2026-11-24T17:00')
  expect(evening.dropped).toEqual(['grpc-skeleton', 'mysql-redis'])
  expect(evening.lines).toHaveLength(6)
  const morning = readable(SPRINT, '2026-11-25T14:30', '2026-11-25T10:20')
  expect(morning.lines.map((line) => line.split(' ').at(-1))).toEqual([
    'star-stories',
    'rehearse-answers',
    'asks-and-pitch',
  ])
  expect(morning.tight).toBe(true)
})

test('a task is not kept without what it needs', () => {
  const task = (id: string, worth: number, needs: string[] = []): Task => ({ id, from: 120, to: 120, worth, needs })
  const tasks = [task('ground', 1), task('house', 100, ['ground']), task('garden', 10)]
  const keptIn = (hours: number) => {
    const interview = { start: at('2026-11-25T20:00'), zone: BERLIN }
    return layPlan(tasks, { interview, from: interview.start - (hours + 1) * HOUR, days: 3, pace: 1 }).dropped
  }
  expect(keptIn(2.5)).toEqual(['ground', 'house'])
  expect(keptIn(5.5)).toEqual(['house'])
  expect(keptIn(8)).toEqual([])
})

test('a need that was done is met', () => {
  const only: Task[] = [{ id: 'house', from: 60, to: 60, worth: 1, needs: ['ground'] }]
  expect(readable(only, '2026-11-25T14:30', '2026-11-24T14:00').dropped).toEqual([])
})

for (const [what, start, from] of [
  ['the interview is over', '2026-11-25T14:30', '2026-11-25T15:00'],
  ['the last hour has begun', '2026-11-25T14:30', '2026-11-25T13:40'],
  ['it is night, and the talk is early', '2026-11-25T08:30', '2026-11-24T22:10'],
] as const) {
  test(`when ${what}, everything is left out`, () => {
    const { lines, dropped } = readable(SPRINT, start, from)
    expect(lines).toEqual([])
    expect(dropped).toHaveLength(SPRINT.length)
  })
}

test('a week spreads over its days', () => {
  const { lines, dropped, tight } = readable(WEEK, '2026-11-25T14:30', '2026-11-18T10:00', BERLIN, 7)
  expect([dropped, tight]).toEqual([[], false])
  const days = Map.groupBy(lines, (line) => line.slice(0, 5))
  expect(days.size).toBeGreaterThanOrEqual(7)
  expect(Math.max(...[...days.values()].map(({ length }) => length))).toBeLessThanOrEqual(3)
})

test('the worth of the sprint is the order of the brief: "never the stories, the rehearsal or the profile"', () => {
  const order = SPRINT.toSorted((a, b) => worthPerHour(b) - worthPerHour(a)).map(({ id }) => id)
  expect(order.slice(0, 4)).toEqual(['rehearse-answers', 'asks-and-pitch', 'star-stories', 'pprof'])
})

test('what tasks really took stretches what is left', () => {
  const done = new Map([['go-crash-course', { at: at('2026-11-23T14:00'), minutes: 270 }]])
  expect(paceOf(SPRINT, done)).toBe(1.5)
  expect(paceOf(SPRINT, NONE)).toBe(1)
  expect(paceOf(SPRINT, new Map([['pprof', { at: 0, minutes: 5 }]]))).toBe(0.75)
  expect(paceOf(SPRINT, new Map([['pprof', { at: 0, minutes: 900 }]]))).toBe(2)
  const interview = { start: at('2026-11-25T14:30'), zone: BERLIN }
  const plan = currentPlan(SPRINT, done, { from: at('2026-11-23T14:00'), without: ['go-crash-course'] }, interview)
  expect(plan.earlier).toEqual(['go-crash-course'])
  expect(plan.slots.find(({ id }) => id === 'grpc-skeleton')?.minutes).toBe(180)
})

test('a plan that was laid does not move when a task is ticked', () => {
  const interview = { start: at('2026-11-25T14:30'), zone: BERLIN }
  const choice = { from: at('2026-11-22T10:00'), without: ['pprof'] }
  const done = new Map([['go-crash-course', { at: at('2026-11-23T16:00'), minutes: 400 }]])
  const [before, after] = [NONE, done].map((ticked) => currentPlan(SPRINT, ticked, choice, interview))
  expect(after).toEqual(before)
  expect(before && openSlots(before, done)[0]?.id).toBe('grpc-skeleton')
})

test('a slot is late when it is over without a tick', () => {
  const slot = { id: 'a', minutes: 60, start: 1000, end: 2000 }
  expect([999, 1000, 1999, 2000].map((now) => stateOf(slot, NONE, now))).toEqual(['later', 'now', 'now', 'late'])
  expect(stateOf(slot, new Map([['a', { at: 0, minutes: 5 }]]), 3000)).toBe('done')
})

test('a week is assumed when there are six days or more, else the sprint', () => {
  const interview = { start: 10 * DAY, zone: 'UTC' }
  expect(variantOf({ from: 4 * DAY }, interview)).toBe('week')
  expect(variantOf({ from: 4 * DAY + 1 }, interview)).toBe('sprint')
  expect(variantOf({ from: 0 }, undefined)).toBe('sprint')
  expect(variantOf({ from: 9 * DAY, variant: 'week' }, interview)).toBe('week')
})

test('ticks and the chosen plan are kept', () => {
  const area = new MemoryArea()
  const open = () => new PlanStore(new PracticeStorage(area, 'prep:/:', () => 5))
  const store = open()
  store.lay(3, 'week')
  store.lay(7)
  store.tick('pprof', 60, 11)
  store.tick('pprof', 75, 99)
  store.tick('star-stories', 30, 12)
  store.untick('star-stories')
  expect(open().choice()).toEqual({ variant: 'week', from: 7, without: [] })
  store.lay(8)
  expect(open().choice()?.without).toEqual(['pprof'])
  expect([...open().done()]).toEqual([['pprof', { at: 11, minutes: 75 }]])
})

/** Moments around the days on which clocks change, in both zones and both directions, and anywhere else. */
const CHANGES = ['2026-10-25T01:00Z', '2026-11-01T06:00Z', '2027-03-14T07:00Z', '2027-03-28T01:00Z'].map(Date.parse)
const moment = fc.oneof(
  fc.integer({ min: Date.parse('2026-01-01'), max: Date.parse('2028-01-01') }),
  fc
    .tuple(fc.constantFrom(...CHANGES), fc.integer({ min: -5 * DAY, max: 8 * DAY }))
    .map(([change, off]) => change + off),
)
const zone = fc.constantFrom(BERLIN, NEW_YORK, 'UTC', 'Asia/Kathmandu', 'Pacific/Apia', 'America/Havana')
const frame = fc.record({
  start: moment,
  zone,
  ahead: fc.oneof(fc.integer({ min: -DAY, max: 9 * DAY }), fc.integer({ min: 0, max: 30 * HOUR })),
  days: fc.constantFrom(3, 7),
  pace: fc.double({ min: 0.75, max: 2, noNaN: true }),
})
const tasks = fc.oneof(
  fc.constantFrom(SPRINT, WEEK),
  fc
    .array(
      fc.tuple(
        fc.integer({ min: 5, max: 300 }),
        fc.integer({ min: 0, max: 120 }),
        fc.integer({ max: 30, min: 1 }),
        fc.nat(9),
      ),
      { maxLength: 12 },
    )
    .map((made) =>
      made.map(([from, more, worth, need], id): Task => ({
        id: `t${id}`,
        from,
        to: from + more,
        worth,
        needs: need < id ? [`t${need}`] : [],
      })),
    ),
)

test('for any interview, any now and any tasks the plan keeps its rules', () => {
  fc.assert(
    fc.property(frame, tasks, ({ start, zone, ahead, days, pace }, some) => {
      const from = start - ahead
      const { slots, dropped } = layPlan(some, { interview: { start, zone }, from, days, pace })
      // Everything is either laid or named as left out, once, in its order.
      const kept = slots.map(({ id }) => id)
      expect(kept).toEqual(some.map(({ id }) => id).filter((id) => !dropped.includes(id)))
      expect(dropped).toEqual(some.map(({ id }) => id).filter((id) => !kept.includes(id)))
      for (const [place, slot] of slots.entries()) {
        const [begins, ends] = [localOf(slot.start, zone), localOf(slot.end, zone)]
        expect(slot.end - slot.start).toBeGreaterThanOrEqual(slot.minutes * MINUTE)
        expect(slot.start).toBeGreaterThanOrEqual(Math.max(from, start - days * DAY))
        expect(slot.end).toBeLessThanOrEqual(start - 60 * MINUTE)
        expect(begins.slice(0, 10)).toBe(ends.slice(0, 10))
        expect(begins.slice(11) >= '08:00' && ends.slice(11) <= '22:00').toBe(true)
        // A break lies between two tasks.
        if (place > 0) expect(slot.start).toBeGreaterThanOrEqual((slots[place - 1]?.end ?? 0) + 15 * MINUTE)
      }
      // Nothing is kept without what it needs, and nothing is left out while there is room for everything.
      const needed = some.filter(({ id }) => kept.includes(id)).flatMap(({ needs }) => needs)
      expect(needed.filter((need) => dropped.includes(need))).toEqual([])
    }),
    { numRuns: 300 },
  )
})

test('more time never keeps less worth of the sprint', () => {
  const worth = (kept: readonly string[]) =>
    SPRINT.filter(({ id }) => !kept.includes(id)).reduce((sum, task) => sum + task.worth, 0)
  fc.assert(
    fc.property(moment, fc.nat(3 * DAY), fc.nat(DAY), (start, ahead, more) => {
      const dropped = (from: number) =>
        layPlan(SPRINT, { interview: { start, zone: BERLIN }, from, days: 3, pace: 1 }).dropped
      expect(worth(dropped(start - ahead - more))).toBeGreaterThanOrEqual(worth(dropped(start - ahead)))
    }),
    { numRuns: 100 },
  )
})

for (const [zone, before, after] of [
  [BERLIN, '2026-10-24', '2026-10-25'],
  [BERLIN, '2027-03-27', '2027-03-28'],
  [NEW_YORK, '2026-10-31', '2026-11-01'],
  [NEW_YORK, '2027-03-13', '2027-03-14'],
] as const) {
  test(`clocks in ${zone} change in the night to ${after}, and every day still runs from eight to ten`, () => {
    const days = workDays(at(`${before}T00:00`, zone), at(`${after}T23:30`, zone), zone)
    const shown = days.map(({ date, start, end }) => [date, localOf(start, zone), localOf(end, zone)])
    expect(shown).toEqual([before, after].map((date) => [date, `${date}T08:00`, `${date}T22:00`]))
    const [one, two] = days
    expect(Math.abs((two?.start ?? 0) - (one?.start ?? 0) - DAY)).toBe(HOUR)
  })
}
