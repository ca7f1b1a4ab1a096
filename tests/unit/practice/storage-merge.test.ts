/** Records of several tabs and devices are merged one by one and come out the same, whoever wrote first. */
import { expect, test } from '@playwright/test'
import fc from 'fast-check'
import { object, string } from 'valibot'
import { wins } from '../../../src/practice/kit/storage/merge.ts'
import type { Kept, RecordKind, Records } from '../../../src/practice/kit/storage/record-kind.ts'
import { PracticeStorage } from '../../../src/practice/kit/storage/storage.ts'
import { MemoryArea } from './memory-area.ts'

interface Note {
  text: string
}
const notes: RecordKind<Note> = { name: 'notes', title: 'Notes', version: 1, schema: object({ text: string() }) }
const KEY = 'prep:/:notes'

const tab = (area: MemoryArea, now = () => 1000) => new PracticeStorage(area, 'prep:/:', now)

// Few ids, times and texts, so that they meet.
const id = fc.constantFrom('a', 'b', 'constructor')
const text = fc.constantFrom('', 'one', 'two')
const kept: fc.Arbitrary<Kept> = fc.record({
  at: fc.nat(3),
  value: fc.oneof(fc.constant(null), fc.record({ text })),
})
const records: fc.Arbitrary<Records> = fc.dictionary(id, kept, { noNullPrototype: true })

test('of two records exactly one wins, unless they are the same', () => {
  fc.assert(
    fc.property(kept, kept, (one, other) => {
      const same = JSON.stringify(one) === JSON.stringify(other)
      expect(Number(wins(one, other)) + Number(wins(other, one))).toBe(same ? 0 : 1)
      expect(wins(one, undefined)).toBe(true)
    }),
  )
})

test('what several devices wrote is the same in whatever order it is merged, and however often', () => {
  const orders = fc
    .array(records, { minLength: 1, maxLength: 4 })
    .chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })))
  fc.assert(
    fc.property(orders, ([all, shuffled]) => {
      const [one, other] = [tab(new MemoryArea()), tab(new MemoryArea())]
      for (const some of all) one.merge(notes, some)
      for (const some of [...shuffled, ...shuffled]) other.merge(notes, some)
      expect(other.records(notes)).toEqual(one.records(notes))
      for (const [name, winner] of Object.entries(one.records(notes))) {
        const written = all.flatMap((some) => (Object.hasOwn(some, name) ? [some[name]] : []))
        expect(written).toContainEqual(winner)
        expect(written.some((record) => record && wins(record, winner))).toBe(false)
      }
    }),
  )
})

test('a merge takes what wins record by record, and says how many', () => {
  const storage = tab(new MemoryArea(), () => 5)
  for (const name of ['old', 'same', 'new']) storage.put(notes, name, { text: 'here' })
  storage.remove(notes, 'gone')
  const taken = storage.merge(notes, {
    old: { at: 4, value: { text: 'there' } },
    same: { at: 5, value: { text: 'here' } },
    new: { at: 6, value: { text: 'there' } },
    gone: { at: 4, value: { text: 'there' } },
    more: { at: 0, value: null },
  })
  expect(taken).toBe(2)
  expect(storage.records(notes)).toEqual({
    old: { at: 5, value: { text: 'here' } },
    same: { at: 5, value: { text: 'here' } },
    new: { at: 6, value: { text: 'there' } },
    gone: { at: 5, value: null },
    more: { at: 0, value: null },
  })
})

test('a removed record is gone for every tab, and may be written anew', () => {
  const area = new MemoryArea()
  const [one, two] = [tab(area), tab(area)]
  one.put(notes, 'a', { text: 'x' })
  two.remove(notes, 'a')
  one.changedElsewhere(KEY)
  expect([one.get(notes, 'a'), one.all(notes).size]).toEqual([undefined, 0])
  one.put(notes, 'a', { text: 'again' })
  expect(tab(area).get(notes, 'a')).toEqual({ text: 'again' })
})

/** What happens to two tabs: one writes or removes, hears of the other, the clock is set, or room runs out. */
type Step = { do: 'write' | 'remove'; tab: 0 | 1; id: string; text: string } | { do: 'hear'; tab: 0 | 1 } | Setting
type Setting = { do: 'clock'; now: number } | { do: 'room'; full: boolean }

const either = fc.constantFrom(0 as const, 1 as const)
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ do: fc.constantFrom('write', 'remove'), tab: either, id, text }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('hear' as const), tab: either }) },
  fc.record({ do: fc.constant('clock' as const), now: fc.nat(9) }),
  fc.record({ do: fc.constant('room' as const), full: fc.boolean() }),
)

test('whatever two tabs do, each shows what it wrote last, and in the end both show the same', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 25 }), (steps) => {
      let now = 5
      const area = new MemoryArea()
      const tabs = [tab(area, () => now), tab(area, () => now)] as const
      for (const one of steps) {
        if (one.do === 'clock') now = one.now
        else if (one.do === 'room') area.full = one.full
        else if (one.do === 'hear') tabs[one.tab].changedElsewhere(KEY)
        else if (one.do === 'remove') {
          tabs[one.tab].remove(notes, one.id)
          expect(tabs[one.tab].get(notes, one.id)).toBeUndefined()
        } else {
          tabs[one.tab].put(notes, one.id, { text: one.text })
          expect(tabs[one.tab].get(notes, one.id)).toEqual({ text: one.text })
        }
      }
      area.full = false
      for (const [at, one] of tabs.entries()) one.put(notes, `last ${at}`, { text: '' })
      for (const one of tabs) one.changedElsewhere(KEY)
      expect(tabs[1].records(notes)).toEqual(tabs[0].records(notes))
      expect(tab(area).records(notes)).toEqual(tabs[0].records(notes))
      expect([...tabs[0].troubles, ...tabs[1].troubles]).toEqual([])
    }),
    { numRuns: 500 },
  )
})
