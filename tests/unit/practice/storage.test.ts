/** What is kept survives tabs, clocks, versions and broken storage. */
import { expect, test } from '@playwright/test'
import { object, string } from 'valibot'
import { PracticeStorage, type Shelf } from '../../../src/practice/storage.ts'
import { MemoryArea } from './memory-area.ts'

interface Note {
  text: string
}
const notes: Shelf<Note> = { name: 'notes', version: 1, schema: object({ text: string() }) }
const KEY = 'prep:/:notes'

function tab(area: MemoryArea | undefined, now = () => 1000) {
  return new PracticeStorage(area, 'prep:/:', now)
}

test('a value comes back in the next visit', () => {
  const area = new MemoryArea()
  tab(area).put(notes, 'a', { text: 'kept' })
  expect(tab(area).get(notes, 'a')).toEqual({ text: 'kept' })
  expect(JSON.parse(area.texts.get(KEY) ?? '')).toEqual({
    version: 1,
    records: { a: { at: 1000, value: { text: 'kept' } } },
  })
})

test('two tabs do not overwrite each other', () => {
  const area = new MemoryArea()
  const [one, two] = [tab(area), tab(area)]
  expect(two.all(notes).size).toBe(0)
  one.put(notes, 'a', { text: 'from one' })
  two.put(notes, 'b', { text: 'from two' })
  one.changedElsewhere(KEY)
  expect(Object.fromEntries(one.all(notes))).toEqual({ a: { text: 'from one' }, b: { text: 'from two' } })
})

test('a listener hears of changes here and in another tab, and of no other site', () => {
  const heard: (string | undefined)[] = []
  const storage = tab(new MemoryArea())
  const leave = storage.subscribe((shelf) => heard.push(shelf))
  storage.put(notes, 'a', { text: '' })
  storage.changedElsewhere(KEY)
  storage.changedElsewhere('prep:/other/:notes')
  storage.changedElsewhere(null)
  leave()
  storage.remove(notes, 'a')
  expect(heard).toEqual(['notes', 'notes', undefined])
})

test('a clock that was set back loses no change', () => {
  let now = 5000
  const area = new MemoryArea()
  const storage = tab(area, () => now)
  storage.put(notes, 'a', { text: 'first' })
  now = 10
  storage.put(notes, 'a', { text: 'second' })
  expect(tab(area).get(notes, 'a')).toEqual({ text: 'second' })
})

test('what was removed stays removed when an older record is merged', () => {
  const storage = tab(new MemoryArea(), () => 2000)
  storage.put(notes, 'a', { text: 'old' })
  storage.remove(notes, 'a')
  expect(storage.merge(notes, { a: { at: 1500, value: { text: 'old' } }, b: { at: 1, value: { text: 'new' } } })).toBe(
    1,
  )
  expect(Object.fromEntries(storage.all(notes))).toEqual({ b: { text: 'new' } })
})

test('without storage everything works until the page is left', () => {
  const storage = tab(undefined)
  storage.put(notes, 'a', { text: 'in memory' })
  expect(storage.get(notes, 'a')).toEqual({ text: 'in memory' })
  expect([...storage.troubles]).toEqual(['absent'])
})

test('blocked storage is told, not thrown', () => {
  const area = new MemoryArea()
  const storage = tab(area)
  area.blocked = true
  expect(storage.all(notes).size).toBe(0)
  expect(storage.troubles.has('absent')).toBe(true)
})

test('full storage keeps in memory, tells, and saves all of it when there is room again', () => {
  const area = new MemoryArea()
  const storage = tab(area)
  area.full = true
  storage.put(notes, 'a', { text: 'no room' })
  expect(storage.get(notes, 'a')).toEqual({ text: 'no room' })
  expect([...storage.troubles]).toEqual(['full'])
  area.full = false
  storage.put(notes, 'b', { text: 'room' })
  expect([...storage.troubles]).toEqual([])
  expect([...tab(area).all(notes).keys()]).toEqual(['a', 'b'])
})

for (const text of ['', '{', '[]', '{"version":1}', '{"version":1,"records":{"a":{"at":"now","value":1}}}']) {
  test(`text that cannot be read (${text || 'empty'}) is set aside and told`, () => {
    const area = new MemoryArea()
    area.texts.set(KEY, text)
    const storage = tab(area)
    storage.put(notes, 'a', { text: 'new' })
    expect(area.texts.get(`${KEY}:damaged`)).toBe(text)
    expect([...storage.troubles]).toEqual(['damaged'])
    expect(tab(area).get(notes, 'a')).toEqual({ text: 'new' })
  })
}

test('a value that the schema refuses is not shown and not lost', () => {
  const area = new MemoryArea()
  area.texts.set(KEY, JSON.stringify({ version: 1, records: { odd: { at: 1, value: { text: 7 } } } }))
  const storage = tab(area)
  storage.put(notes, 'a', { text: 'sound' })
  expect([...storage.all(notes).keys()]).toEqual(['a'])
  expect(area.texts.get(KEY)).toContain('"odd":{"at":1,"value":{"text":7}}')
})

test('an older version is migrated, a newer one is left alone', () => {
  const area = new MemoryArea()
  area.texts.set(KEY, JSON.stringify({ version: 1, records: { a: { at: 1, value: 'plain' } } }))
  const later: Shelf<Note> = { ...notes, version: 2, migrate: (text) => ({ text }) }
  expect(tab(area).get(later, 'a')).toEqual({ text: 'plain' })

  const fromTheFuture = JSON.stringify({ version: 3, records: { a: { at: 1, value: { text: 'x', more: 1 } } } })
  area.texts.set(KEY, fromTheFuture)
  const storage = tab(area)
  storage.put(later, 'b', { text: 'here' })
  expect(storage.troubles.has('newer')).toBe(true)
  expect(area.texts.get(KEY)).toBe(fromTheFuture)
  expect(storage.get(later, 'b')).toEqual({ text: 'here' })
})

test('deleting everything leaves other sites alone', () => {
  const area = new MemoryArea()
  area.texts.set('theme', 'dark')
  area.texts.set(`${KEY}:damaged`, '{')
  const storage = tab(area)
  storage.put(notes, 'a', { text: 'x' })
  storage.clear()
  expect([...area.texts.keys()]).toEqual(['theme'])
  expect(storage.all(notes).size).toBe(0)
})

test('text that cannot be read and finds no room elsewhere is not written over', () => {
  const area = new MemoryArea()
  area.texts.set(KEY, '{')
  area.setItem = (key, text) => {
    // Room for what was there, and for nothing more.
    if (key !== KEY || text !== '{') throw new DOMException('full', 'QuotaExceededError')
    area.texts.set(key, text)
  }
  const storage = tab(area)
  storage.put(notes, 'a', { text: 'new' })
  expect(area.texts.get(KEY)).toBe('{')
  expect(storage.get(notes, 'a')).toEqual({ text: 'new' })
  expect(storage.troubles.has('damaged')).toBe(true)
})

test('what found no room stays in memory when another tab writes, and is saved with the next change', () => {
  const area = new MemoryArea()
  const [one, two] = [tab(area), tab(area)]
  area.full = true
  one.put(notes, 'a', { text: 'no room' })
  area.full = false
  two.put(notes, 'b', { text: 'from two' })
  one.changedElsewhere(KEY)
  expect(one.get(notes, 'a')).toEqual({ text: 'no room' })
  one.put(notes, 'c', { text: 'more' })
  expect([...tab(area).all(notes).keys()].toSorted()).toEqual(['a', 'b', 'c'])
})

test('a page that was asleep reads anew, and does not bring back what was deleted meanwhile', () => {
  const area = new MemoryArea()
  const [asleep, other] = [tab(area), tab(area)]
  asleep.put(notes, 'a', { text: 'old' })
  other.clear()
  asleep.refresh()
  asleep.put(notes, 'b', { text: 'new' })
  expect([...tab(area).all(notes).keys()]).toEqual(['b'])
})

test('a second text that is set aside does not replace the first', () => {
  const area = new MemoryArea()
  for (const text of ['{first', '{second']) {
    area.texts.set(KEY, text)
    tab(area).all(notes)
  }
  expect(area.texts.get(`${KEY}:damaged`)).toBe('{first\n{second')
})
