/** Where somebody is on a path, what comes next, how long the rest takes, and what is left out to fit the time. */
import { expect, test } from '@playwright/test'
import fc from 'fast-check'
import { PracticeStorage } from '../../../src/practice/kit/storage/storage.ts'
import { MINUTE } from '../../../src/practice/kit/time.ts'
import { PathStore, underWay, type PathProgress } from '../../../src/practice/path/path-progress.ts'
import { leftInWords, placeInWords, stopsInWords } from '../../../src/practice/path/path-words.ts'
import {
  isTight,
  leftOutToFit,
  minutesOf,
  minutesUntil,
  nextAfter,
  standingOf,
  type Stop,
} from '../../../src/practice/path/path.ts'
import { MemoryArea } from './memory-area.ts'

const stop = (to: string, minutes = 5, worth = 2): Stop => ({ to, minutes, worth })
const STOPS = [stop('a', 3), stop('b', 4), stop('c', 5), stop('d', 6)]
const names = (stops: readonly Stop[]) => stops.map(({ to }) => to).join('')
const standing = (done: string, leftOut = '') => standingOf(STOPS, { done: done.split(''), leftOut: leftOut.split('') })

for (const [done, leftOut, next, minutes, stops] of [
  ['', '', 'a', 18, 'abcd'],
  ['ab', '', 'c', 11, 'abcd'],
  ['b', '', 'c', 14, 'abcd'],
  ['abd', '', 'c', 5, 'abcd'],
  ['dba', '', 'c', 5, 'abcd'],
  ['a', 'b', 'c', 11, 'acd'],
  ['a', 'ab', 'c', 11, 'acd'],
  ['d', 'bc', 'a', 3, 'ad'],
  ['abcd', '', undefined, 0, 'abcd'],
  ['ad', 'bc', undefined, 0, 'ad'],
  ['x', 'y', 'a', 18, 'abcd'],
  ['bx', '', 'c', 14, 'abcd'],
] as const) {
  test(`ticked "${done}", left out "${leftOut}": next is ${next ?? 'nothing'}, ${minutes} minutes are left`, () => {
    const found = standing(done, leftOut)
    expect(found.next?.to).toBe(next)
    expect(found.minutes).toBe(minutes)
    expect(names(found.stops)).toBe(stops)
  })
}

test('from a stop one goes to the next open one, at the end back to what was passed over', () => {
  expect(nextAfter(standing(''), 'a')?.to).toBe('b')
  expect(nextAfter(standing('bc'), 'a')?.to).toBe('d')
  expect(nextAfter(standing('c'), 'd')?.to).toBe('a')
  expect(nextAfter(standing('abc'), 'd')).toBeUndefined()
})

test('place and time in words', () => {
  const found = standing('a', 'b')
  expect(placeInWords(found, STOPS[2] ?? stop(''))).toBe('stop 2 of 3')
  expect(leftInWords(found)).toBe('11 min left')
  expect([stopsInWords(1), stopsInWords(4)]).toEqual(['1 stop', '4 stops'])
})

test('what is worth least is left out first, and of stops worth as much the longer', () => {
  const stops = [stop('job', 4, 1), stop('fit', 5, 3), stop('story', 8), stop('outage', 6), stop('sheet', 3, 3)]
  expect(leftOutToFit(stops, 26)).toEqual([])
  expect(leftOutToFit(stops, 25)).toEqual(['job'])
  expect(leftOutToFit(stops, 18)).toEqual(['story'])
  expect(leftOutToFit(stops, 14)).toEqual(['job', 'story'])
  expect(leftOutToFit(stops, 2)).toEqual(['job', 'fit', 'story', 'outage', 'sheet'])
})

const someStops = fc
  .array(fc.record({ minutes: fc.integer({ min: 1, max: 90 }), worth: fc.integer({ min: 1, max: 3 }) }), {
    maxLength: 20,
  })
  .map((some) => some.map((one, at): Stop => ({ to: `s${at}`, ...one })))

test('whatever the stops: the rest fits, and nothing is left out that had room beside what is worth as much', () => {
  fc.assert(
    fc.property(someStops, fc.nat(600), (stops, minutes) => {
      const out = leftOutToFit(stops, minutes)
      const kept = stops.filter(({ to }) => !out.includes(to))
      expect(minutesOf(kept)).toBeLessThanOrEqual(minutes)
      for (const missing of stops.filter(({ to }) => out.includes(to))) {
        const rivals = kept.filter(({ worth }) => worth >= missing.worth)
        expect(minutesOf(rivals) + missing.minutes).toBeGreaterThan(minutes)
      }
    }),
  )
})

test('whatever was ticked and left out: each stop is done, open or left out, and going on ends', () => {
  const marks = (stops: readonly Stop[]) => fc.subarray(stops.map(({ to }) => to))
  const cases = someStops.chain((stops) => fc.tuple(fc.constant(stops), marks(stops), marks(stops)))
  fc.assert(
    fc.property(cases, ([stops, ticked, leftOut]) => {
      const done = [...ticked]
      for (let left = standingOf(stops, { done, leftOut }).open.length; left > 0; left--) {
        const found = standingOf(stops, { done, leftOut })
        expect(found.stops.length + found.leftOut.length).toBe(stops.length)
        expect(found.open).toHaveLength(left)
        done.push(found.next?.to ?? 'none')
      }
      expect(standingOf(stops, { done, leftOut }).next).toBeUndefined()
    }),
  )
})

test('the time that there is ends with the first instant ahead', () => {
  const now = 1_000_000_000
  expect(minutesUntil([undefined, now - 1], now)).toBeUndefined()
  expect(minutesUntil([now + 30 * MINUTE, now + 20 * MINUTE, now - MINUTE], now)).toBe(20)
  expect(minutesUntil([now + 1], now)).toBe(1)
})

test('time is short when what follows the stop that is next has no room', () => {
  expect(isTight(standing(''), undefined)).toBe(false)
  expect(isTight(standing(''), 15)).toBe(false)
  expect(isTight(standing(''), 14)).toBe(true)
  expect(isTight(standing('abcd'), 1)).toBe(false)
})

const progress = (since: number, changes: Partial<PathProgress> = {}): PathProgress => ({
  since,
  done: [],
  leftOut: [],
  isLeft: false,
  ...changes,
})
const PATHS = [
  { id: 'short', stops: STOPS },
  { id: 'long', stops: STOPS },
]

test('the path under way is the one taken up last, not one that was left, is through, or left the guide', () => {
  const found = (records: Record<string, PathProgress>) => underWay(PATHS, new Map(Object.entries(records)))?.path.id
  expect(found({})).toBeUndefined()
  expect(found({ short: progress(1), long: progress(2) })).toBe('long')
  expect(found({ short: progress(1), long: progress(2, { isLeft: true }) })).toBe('short')
  expect(found({ short: progress(1), long: progress(2, { done: ['a', 'b', 'c', 'd'] }) })).toBe('short')
  expect(found({ short: progress(1), gone: progress(2) })).toBe('short')
  expect(found({ gone: progress(2) })).toBeUndefined()
})

test('beginning a path leaves the other one, which goes on where it was', () => {
  const store = new PathStore(new PracticeStorage(new MemoryArea(), 'prep:/:', () => 0))
  const now = () => underWay(PATHS, store.all())
  store.begin('short', 1)
  store.tick('short', 'a', true, 2)
  store.begin('long', 3)
  expect(now()?.path.id).toBe('long')
  store.begin('short', 4)
  expect(now()?.path.id).toBe('short')
  expect(now()?.next.to).toBe('b')
  store.leave('short')
  expect(now()).toBeUndefined()
  store.tick('short', 'b', true, 5)
  expect(now()).toBeUndefined()
  expect(store.get('short')?.done).toEqual(['a', 'b'])
})

test('a tick or a fit begins a path, a tick can be taken away, and beginning again forgets both', () => {
  const store = new PathStore(new PracticeStorage(new MemoryArea(), 'prep:/:', () => 0))
  store.tick('short', 'c', true, 1)
  store.tick('short', 'c', true, 2)
  store.fit('short', ['d'], 900, 3)
  expect(store.get('short')).toEqual(progress(1, { done: ['c'], leftOut: ['d'], until: 900 }))
  store.tick('short', 'c', false, 4)
  expect(store.get('short')?.done).toEqual([])
  store.restart('short', 5)
  expect(store.get('short')).toEqual(progress(5))
  store.fit('long', ['a'], undefined, 6)
  expect(store.get('short')?.isLeft).toBe(true)
  expect(underWay(PATHS, store.all())?.next.to).toBe('b')
})
