/** Which questions are suggested, how a choice is ordered, and what is remembered of it. */
import { expect, test } from '@playwright/test'
import fc from 'fast-check'
import { AsksStore, isSettled, marksKind, seenKind, UNMARKED } from '../../../src/practice/asks/asks-store.ts'
import { amountOf, AUDIENCES, moved, suggest, withChoice, type Ask } from '../../../src/practice/asks/asks.ts'
import { entriesOf } from '../../../src/manuscript/manuscript.ts'
import { readSoundManuscript } from '../../../src/manuscript/check.ts'
import { PracticeStorage } from '../../../src/practice/kit/storage/storage.ts'
import { MemoryArea } from './memory-area.ts'

const ASKS: Ask[] = entriesOf(readSoundManuscript('content'), 'ask').map(({ data }) => data)
const none = () => false

for (const [audience, ids] of [
  // These are the six of the guide's day-of card.
  ['tech-lead', ['owned-apis', 'pain-points', 'latency-slos', 'observability-stack', 'first-months', 'integration']],
  ['manager', ['owned-apis', 'pain-points', 'first-months', 'squad', 'integration', 'on-site-days']],
  ['recruiter', ['squad', 'growth', 'loop', 'visa', 'on-site-days']],
] as const) {
  test(`the suggestion for the ${audience}`, () => {
    expect(suggest(ASKS, audience, none)).toEqual(ids)
  })
}

test('what is settled gives way to the next question', () => {
  const ids = suggest(ASKS, 'tech-lead', (id) => id === 'latency-slos')
  expect(ids).not.toContain('latency-slos')
  expect(ids).toHaveLength(6)
})

const anyAsks = fc.uniqueArray(
  fc.record({
    id: fc.string({ minLength: 1, maxLength: 3 }),
    group: fc.constantFrom('work', 'team', 'company', 'practical'),
    audience: fc.subarray([...AUDIENCES], { minLength: 1 }),
    chosen: fc.boolean(),
  }),
  { selector: ({ id }) => id, maxLength: 20 },
)

test('a suggestion is at most six that the audience knows, none settled, spread over the groups', () => {
  fc.assert(
    fc.property(anyAsks, fc.constantFrom(...AUDIENCES), fc.func(fc.boolean()), (asks, audience, settled) => {
      const known = asks.filter((ask) => ask.audience.includes(audience) && !settled(ask.id))
      const ids = suggest(asks, audience, settled)
      expect(ids).toEqual(known.map(({ id }) => id).filter((id) => ids.includes(id)))
      expect(ids).toHaveLength(Math.min(6, known.length))
      expect(suggest(asks, audience, settled)).toEqual(ids)
      // Nothing of the guide's own choice is left out for a question that it did not choose.
      const taken = known.filter(({ id }) => ids.includes(id))
      if (known.some((ask) => ask.chosen && !taken.includes(ask))) expect(taken.every((ask) => ask.chosen)).toBe(true)
    }),
  )
})

test('a group gives two more than another only where that one has nothing left to give', () => {
  fc.assert(
    fc.property(anyAsks, fc.constantFrom(...AUDIENCES), (some, audience) => {
      const asks = some.map((ask) => ({ ...ask, chosen: false }))
      const ids = suggest(asks, audience, none)
      const count = (group: string) => asks.filter((ask) => ids.includes(ask.id) && ask.group === group).length
      const most = Math.max(...asks.map(({ group }) => count(group)))
      const left = asks.filter((ask) => ask.audience.includes(audience) && !ids.includes(ask.id))
      for (const { group } of left) expect(count(group)).toBeGreaterThanOrEqual(most - 1)
    }),
  )
})

for (const [id, by, after] of [
  ['b', -1, ['b', 'a', 'c']],
  ['b', 1, ['a', 'c', 'b']],
  ['a', -1, ['a', 'b', 'c']],
  ['c', 5, ['a', 'b', 'c']],
  ['d', 1, ['a', 'b', 'c']],
] as const) {
  test(`moving ${id} by ${by} of a b c gives ${after.join(' ')}`, () => {
    expect(moved(['a', 'b', 'c'], id, by)).toEqual(after)
  })
}

test('moving keeps every question and goes back by the same step', () => {
  const lists = fc.uniqueArray(fc.string({ minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 9 })
  fc.assert(
    fc.property(lists, fc.nat(), fc.integer({ min: -9, max: 9 }), (ids, seed, by) => {
      const id = ids[seed % ids.length] ?? ''
      const after = moved(ids, id, by)
      expect(after.toSorted()).toEqual(ids.toSorted())
      expect(moved(after, id, ids.indexOf(id) - after.indexOf(id))).toEqual(ids)
    }),
  )
})

test('a choice is added at the end once, and dropped', () => {
  expect(withChoice(['a', 'b'], 'a', true)).toEqual(['b', 'a'])
  expect(withChoice(['a', 'b'], 'a', false)).toEqual(['b'])
})

test('four to six are enough', () => {
  expect([0, 3, 4, 6, 7].map(amountOf)).toEqual(['few', 'few', 'enough', 'enough', 'many'])
})

test('struck out or answered is settled, an empty answer is not', () => {
  expect(isSettled(UNMARKED)).toBe(false)
  expect(isSettled({ ...UNMARKED, struck: true })).toBe(true)
  expect(isSettled({ ...UNMARKED, answer: 'answered' })).toBe(true)
  expect(isSettled({ ...UNMARKED, answer: 'not-answered' })).toBe(false)
})

const opened = (area = new MemoryArea()) => {
  let now = 0
  const storage = new PracticeStorage(area, 'prep:/:', () => ++now)
  return { area, storage, store: new AsksStore(storage) }
}

test('the list stays as it is once the call begins, whatever is answered', () => {
  const { store } = opened()
  store.beginCall(ASKS)
  const before = store.chosen(ASKS, 'tech-lead')
  store.mark('owned-apis', { answer: 'answered' })
  expect(store.chosen(ASKS, 'tech-lead')).toEqual(before)
  expect(store.setup()).toEqual({ audience: 'tech-lead', call: true })
  // The next round does not ask it again.
  expect(store.chosen(ASKS, 'manager')).not.toContain('owned-apis')
})

test('what is struck out leaves the list, and comes back to its place', () => {
  const { store } = opened()
  store.choose('tech-lead', ['pain-points', 'squad', 'owned-apis'])
  store.mark('squad', { struck: true })
  expect(store.chosen(ASKS, 'tech-lead')).toEqual(['pain-points', 'owned-apis'])
  store.mark('squad', { struck: false })
  expect(store.chosen(ASKS, 'tech-lead')).toEqual(['pain-points', 'squad', 'owned-apis'])
})

test('a question that left the guide, or never was for this audience, is not asked; its record stays', () => {
  const { store, storage } = opened()
  store.choose('recruiter', ['gone', 'loop', 'latency-slos', 'loop'])
  store.mark('gone', { note: 'they said so' })
  expect(store.chosen(ASKS, 'recruiter')).toEqual(['loop'])
  expect(storage.all(marksKind).get('gone')?.note).toBe('they said so')
})

test('ticks and flags are cleared, notes and strikes stay', () => {
  const { store, storage } = opened()
  store.mark('squad', { answer: 'not-answered', note: 'eight people', struck: true })
  store.setSeen('churn', true)
  store.clearTicks()
  expect(store.marks('squad')).toEqual({ answer: 'none', note: 'eight people', struck: true })
  expect(store.isSeen('churn')).toBe(false)
  expect(storage.all(seenKind).size).toBe(0)
})

test('a damaged record is as good as none', () => {
  const area = new MemoryArea()
  area.setItem('prep:/:ask-setup', '{"version":1,"records":{"now":{"at":1,"value":{"audience":"boss","call":1}}}}')
  area.setItem('prep:/:ask-lists', 'no JSON')
  const { store } = opened(area)
  expect(store.setup()).toEqual({ audience: 'tech-lead', call: false })
  expect(store.chosen(ASKS, 'tech-lead')).toHaveLength(6)
})
