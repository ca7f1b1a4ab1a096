/** What is kept survives tabs, clocks, versions and broken storage. */
import { expect, test } from '@playwright/test'
import { object, string } from 'valibot'
import type { RecordKind } from '../../../src/practice/kit/storage/record-kind.ts'
import { PracticeStorage } from '../../../src/practice/kit/storage/storage.ts'
import { MemoryArea } from './memory-area.ts'

interface Note {
  text: string
}
const notes: RecordKind<Note> = { name: 'notes', title: 'Notes', version: 1, schema: object({ text: string() }) }
const words: RecordKind<Note> = { ...notes, name: 'words', title: 'Words' }
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
  const unsubscribe = storage.subscribe((kind) => heard.push(kind))
  storage.put(notes, 'a', { text: '' })
  storage.changedElsewhere(KEY)
  storage.changedElsewhere('prep:/other/:notes')
  storage.changedElsewhere(null)
  unsubscribe()
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
  const later: RecordKind<Note> = { ...notes, version: 2, migrate: (text) => ({ text }) }
  expect(tab(area).get(later, 'a')).toEqual({ text: 'plain' })

  const fromTheFuture = JSON.stringify({ version: 3, records: { a: { at: 1, value: { text: 'x', more: 1 } } } })
  area.texts.set(KEY, fromTheFuture)
  const storage = tab(area)
  storage.put(later, 'b', { text: 'here' })
  expect(storage.troubles.has('newer')).toBe(true)
  expect(area.texts.get(KEY)).toBe(fromTheFuture)
  expect(storage.get(later, 'b')).toEqual({ text: 'here' })
})

test('values of an older version are written back in the new one, removed ones as removed', () => {
  const area = new MemoryArea()
  const old = { a: { at: 1, value: 'plain' }, gone: { at: 2, value: null } }
  area.texts.set(KEY, JSON.stringify({ version: 1, records: old }))
  const later: RecordKind<Note> = { ...notes, version: 2, migrate: (text) => ({ text }) }
  tab(area).put(later, 'b', { text: 'new' })
  expect(JSON.parse(area.texts.get(KEY) ?? '')).toEqual({
    version: 2,
    records: { a: { at: 1, value: { text: 'plain' } }, gone: old.gone, b: { at: 1000, value: { text: 'new' } } },
  })
})

test('a value that cannot be migrated is not shown and not lost, and hides no other', () => {
  const area = new MemoryArea()
  const old = { odd: { at: 1, value: 7 }, a: { at: 1, value: 'plain' } }
  area.texts.set(KEY, JSON.stringify({ version: 1, records: old }))
  const later: RecordKind<Note> = { ...notes, version: 2, migrate: (text) => ({ text: (text as string).trim() }) }
  const storage = tab(area)
  expect(Object.fromEntries(storage.all(later))).toEqual({ a: { text: 'plain' } })
  storage.put(later, 'b', { text: 'new' })
  expect(area.texts.get(KEY)).toContain('"odd":{"at":1,"value":7}')
})

test('a newer guide in another tab is told, and what this tab writes stays in memory', () => {
  const area = new MemoryArea()
  const storage = tab(area)
  storage.put(notes, 'a', { text: 'old' })
  const fromTheFuture = JSON.stringify({ version: 2, records: { a: { at: 2000, value: { text: 'x', more: 1 } } } })
  area.texts.set(KEY, fromTheFuture)
  storage.changedElsewhere(KEY)
  storage.put(notes, 'b', { text: 'here' })
  storage.remove(notes, 'a')
  expect(Object.fromEntries(storage.all(notes))).toEqual({ b: { text: 'here' } })
  expect([storage.versionOf(notes), [...storage.troubles]]).toEqual([2, ['newer']])
  expect(area.texts.get(KEY)).toBe(fromTheFuture)
})

test('what a newer guide wrote stops the saving of its own kind only, from the first write on', () => {
  const area = new MemoryArea()
  const fromTheFuture = JSON.stringify({ version: 3, records: { a: { at: 1, value: { text: 'x', more: 1 } } } })
  area.texts.set(KEY, fromTheFuture)
  const storage = tab(area)
  storage.put(notes, 'b', { text: 'here' })
  storage.put(words, 'a', { text: 'kept' })
  expect(area.texts.get(KEY)).toBe(fromTheFuture)
  expect(tab(area).get(words, 'a')).toEqual({ text: 'kept' })
  expect([...storage.troubles]).toEqual(['newer'])

  area.texts.delete(KEY)
  storage.changedElsewhere(KEY)
  storage.put(notes, 'c', { text: 'again' })
  expect(tab(area).get(notes, 'c')).toEqual({ text: 'again' })
  expect([...storage.troubles]).toEqual([])
})

test('the store of a kind hears of its own records only', () => {
  const area = new MemoryArea()
  const storage = tab(area)
  const store = storage.store(notes)
  let heard = 0
  const unsubscribe = store.subscribe(() => (heard += 1))
  store.put('a', { text: 'x' })
  storage.put(words, 'a', { text: 'y' })
  storage.changedElsewhere(null)
  store.remove('a')
  unsubscribe()
  store.put('b', { text: 'z' })
  expect([heard, store.get('a'), [...store.all().keys()]]).toEqual([3, undefined, ['b']])
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

test('text that cannot be read is set aside as soon as there is room, and what was kept in memory is saved', () => {
  const area = new MemoryArea()
  area.texts.set(KEY, '{')
  // No room for another key: the text goes back to its place.
  area.setItem = (key, text) => {
    if (area.full && key !== KEY) throw new DOMException('full', 'QuotaExceededError')
    area.texts.set(key, text)
  }
  area.full = true
  const storage = tab(area)
  storage.put(notes, 'a', { text: 'first' })
  expect([area.texts.get(KEY), [...storage.troubles]]).toEqual(['{', ['full', 'damaged']])
  area.full = false
  storage.put(notes, 'b', { text: 'second' })
  expect([...tab(area).all(notes).keys()]).toEqual(['a', 'b'])
  expect([storage.damaged(), [...storage.troubles]]).toEqual([{ notes: '{' }, ['damaged']])
})

test('a text that was damaged leaves the other kinds alone, and its notice ends when everything is deleted', () => {
  const area = new MemoryArea()
  area.texts.set(KEY, '{')
  const storage = tab(area)
  storage.put(words, 'a', { text: 'sound' })
  expect([storage.all(notes).size, storage.get(words, 'a')]).toEqual([0, { text: 'sound' }])
  expect([...storage.troubles]).toEqual(['damaged'])
  storage.clear()
  expect([[...storage.troubles], area.texts.size]).toEqual([[], 0])
})

test('a removal that found no room is not undone by another tab', () => {
  const area = new MemoryArea()
  const [one, two] = [tab(area), tab(area)]
  one.put(notes, 'a', { text: 'x' })
  area.full = true
  one.remove(notes, 'a')
  area.full = false
  two.put(notes, 'b', { text: 'from two' })
  one.changedElsewhere(KEY)
  one.put(notes, 'c', { text: 'more' })
  expect([...tab(area).all(notes).keys()]).toEqual(['b', 'c'])
})

test('what found no room is forgotten when another tab deletes everything', () => {
  const area = new MemoryArea()
  const [one, two] = [tab(area), tab(area)]
  one.put(notes, 'a', { text: 'kept' })
  area.full = true
  one.put(notes, 'b', { text: 'no room' })
  area.full = false
  two.clear()
  one.changedElsewhere(KEY)
  one.put(notes, 'c', { text: 'anew' })
  expect([...tab(area).all(notes).keys()]).toEqual(['c'])
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
