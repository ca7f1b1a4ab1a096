/** What is exported comes back; what is broken, foreign or hostile changes nothing. */
import { expect, test } from '@playwright/test'
import fc from 'fast-check'
import { array, number, object, optional, string } from 'valibot'
import { DataStore } from '../../../src/practice/data/data-store.ts'
import { LARGEST, nameOfFile, readExport, textOf } from '../../../src/practice/data/exchange.ts'
import { transferKind } from '../../../src/practice/data/codes.ts'
import type { RecordKind, Records } from '../../../src/practice/kit/storage/record-kind.ts'
import { PracticeStorage } from '../../../src/practice/kit/storage/storage.ts'
import type { Area } from '../../../src/practice/kit/storage/local-storage.ts'
import { MemoryArea } from './memory-area.ts'

const notes: RecordKind<{ text: string }> = {
  name: 'notes',
  title: 'Notes',
  version: 1,
  schema: object({ text: string() }),
}
/** Version 1 held plain numbers. */
const scores: RecordKind<{ score: number; why?: string | undefined }> = {
  name: 'scores',
  title: 'Scores',
  version: 2,
  schema: object({ score: number(), why: optional(string()) }),
  migrate: (value) => {
    if (typeof value !== 'number') throw new Error('no score')
    return { score: value }
  },
}
const lists: RecordKind<string[]> = { name: 'lists', title: 'Lists', version: 1, schema: array(string()) }
const kinds: readonly RecordKind<unknown>[] = [notes, scores, lists]
const NOW = Date.parse('2026-11-23T10:00:00Z')

function device(area: Area | undefined = new MemoryArea()) {
  const storage = new PracticeStorage(area, 'prep:/:', () => 1000)
  return { storage, data: new DataStore(storage, kinds) }
}

/** Everything that a device holds. */
const stateOf = (data: DataStore) => data.export(NOW)

/** Reads a text on a device and takes what it offers. */
function bring(data: DataStore, text: string) {
  const reading = readExport(text, data.kinds)
  return 'refusal' in reading ? reading.refusal : data.take(reading)
}

const file = (shelves: unknown, more: object = {}) =>
  JSON.stringify({
    format: 'interview-guide-practice',
    version: 1,
    exportedAt: '2026-11-23T10:00:00.000Z',
    shelves,
    ...more,
  })

test('the file has a name with the date, as the device shows it', () => {
  expect(nameOfFile(new Date(2026, 10, 3, 23, 59))).toBe('interview-practice-2026-11-03.json')
})

test('the file holds removed and unsound records, and what was set aside', () => {
  const area = new MemoryArea()
  area.texts.set('prep:/:notes', JSON.stringify({ version: 1, records: { odd: { at: 5, value: { text: 7 } } } }))
  area.texts.set('prep:/:lists', '{"vers')
  const { storage, data } = device(area)
  storage.put(notes, 'a', { text: 'kept' })
  storage.put(notes, 'b', { text: 'given up' })
  storage.remove(notes, 'b')
  storage.put(transferKind, 'x.1', { transfer: 'x', number: 1, total: 1, payload: 'p' })
  expect(JSON.parse(data.export(NOW))).toEqual({
    format: 'interview-guide-practice',
    version: 1,
    exportedAt: '2026-11-23T10:00:00.000Z',
    shelves: {
      notes: {
        version: 1,
        records: {
          odd: { at: 5, value: { text: 7 } },
          a: { at: 1000, value: { text: 'kept' } },
          b: { at: 1001, value: null },
        },
      },
    },
    damaged: { lists: '{"vers' },
  })
})

test('what a newer guide wrote goes out with its own version', () => {
  const area = new MemoryArea()
  area.texts.set('prep:/:notes', JSON.stringify({ version: 3, records: { a: { at: 5, value: ['x'] } } }))
  const { data } = device(area)
  expect(data.isNewer()).toBe(true)
  expect(JSON.parse(data.export(NOW))).toHaveProperty('shelves.notes.version', 3)
})

for (const [why, text, refusal] of [
  ['nothing', '', 'empty'],
  ['white space', ' \n', 'empty'],
  ['half a file', file({}).slice(0, -9), 'broken'],
  ['a text', 'Dear diary', 'broken'],
  ['a number', '7', 'foreign'],
  ['null', 'null', 'foreign'],
  ['a list', '[{"format":"interview-guide-practice"}]', 'foreign'],
  ['the export of another program', '{"decks":[],"version":1}', 'foreign'],
  ['a format to come', file({}, { version: 2 }), 'newer'],
  ['a file without its version', file({}, { version: null }), 'damaged'],
  ['a file without its date', file({}, { exportedAt: 'yesterday' }), 'damaged'],
  ['a file without shelves', file(null), 'damaged'],
  ['shelves without a version', file({ notes: { records: {} } }), 'damaged'],
  ['records without a time', file({ notes: { version: 1, records: { a: { value: 1 } } } }), 'damaged'],
  ['a kind that is a list', file({ notes: { version: 1, records: [] } }), 'damaged'],
] as const) {
  test(`${why} is refused as ${refusal}`, () => {
    expect(readExport(text, kinds)).toEqual({ refusal })
  })
}

test('a huge file is refused before it is decoded or parsed', () => {
  const parse = JSON.parse
  let parsed = 0
  JSON.parse = (...of: Parameters<typeof parse>): unknown => {
    parsed += 1
    return parse(...of)
  }
  try {
    const read = [textOf(new Uint8Array(50_000_000)), readExport(' '.repeat(LARGEST + 1), kinds)]
    // The assertions parse something themselves.
    const before = parsed
    expect([...read, before]).toEqual([{ refusal: 'large' }, { refusal: 'large' }, 0])
  } finally {
    JSON.parse = parse
  }
})

test('brackets without end are refused, not followed', () => {
  expect(readExport('['.repeat(LARGEST), kinds)).toEqual({ refusal: 'broken' })
  const deep = file({ lists: { version: 1, records: { a: { at: 1, value: 0 } } } }).replace(
    '"value":0',
    `"value":${'['.repeat(200_000)}${']'.repeat(200_000)}`,
  )
  expect(() => readExport(deep, kinds)).not.toThrow()
})

test('an older version is migrated; what cannot be stays in the file', () => {
  const { storage, data } = device()
  const records = { a: { at: 1, value: 7 }, b: { at: 1, value: 'seven' }, c: { at: 2, value: null } }
  const reading = readExport(file({ scores: { version: 1, records } }), data.kinds)
  expect(reading).toMatchObject({ unsound: 1, unknown: 0 })
  expect(bring(data, file({ scores: { version: 1, records } }))).toMatchObject({ taken: 2 })
  expect(storage.records(scores)).toEqual({ a: { at: 1, value: { score: 7 } }, c: { at: 2, value: null } })
})

test('a record that its schema refuses stays in the file, and takes no place of a sound one', () => {
  const { storage, data } = device()
  storage.put(notes, 'a', { text: 'sound' })
  const records = {
    a: { at: 9e12, value: { text: 7 } },
    b: { at: 1, value: 'text' },
    c: { at: -1, value: { text: '' } },
  }
  const text = file({ notes: { version: 1, records } })
  expect(readExport(text, data.kinds)).toMatchObject({ unsound: 3 })
  expect(bring(data, text)).toMatchObject({ taken: 0, newerHere: 0, same: 0 })
  expect(storage.records(notes)).toEqual({ a: { at: 1000, value: { text: 'sound' } } })
})

test('of what a schema does not know nothing is taken', () => {
  const { storage, data } = device()
  bring(data, file({ notes: { version: 1, records: { a: { at: 1, value: { text: 'x', more: ['y'] } } } } }))
  expect(storage.records(notes)).toEqual({ a: { at: 1, value: { text: 'x' } } })
})

test('kinds that only a newer guide knows stay in the file, the others are taken', () => {
  const { storage, data } = device()
  const one = { a: { at: 1, value: { text: 'x' } } }
  const text = file({
    notes: { version: 1, records: one },
    lists: { version: 2, records: one },
    odd: { version: 1, records: one },
  })
  expect(readExport(text, data.kinds)).toMatchObject({ unknown: 2, unsound: 0 })
  expect(bring(data, text)).toMatchObject({ taken: 1 })
  expect([storage.all(notes).size, storage.all(lists).size]).toEqual([1, 0])
})

test('pieces of a hand-over do not travel in a file', () => {
  const { storage, data } = device()
  const value = { transfer: 'x', number: 1, total: 1, payload: 'p' }
  bring(data, file({ transfer: { version: 1, records: { 'x.1': { at: 1, value } } } }))
  expect(storage.all(transferKind).size).toBe(0)
})

test('the newer record counts, and the numbers say so', () => {
  const { storage, data } = device()
  for (const id of ['a', 'b', 'c']) storage.put(notes, id, { text: 'here' })
  const value = { text: 'there' }
  const records = {
    a: { at: 999, value },
    b: { at: 1000, value: { text: 'here' } },
    c: { at: 2000, value },
    d: { at: 1, value },
  }
  const outcome = bring(data, file({ notes: { version: 1, records } }))
  expect(outcome).toEqual({ taken: 2, newerHere: 1, same: 1, trouble: undefined })
  expect(Object.fromEntries([...storage.all(notes)].map(([id, { text }]) => [id, text]))).toEqual({
    a: 'here',
    b: 'here',
    c: 'there',
    d: 'there',
  })
})

test('full and absent storage is told', () => {
  const area = new MemoryArea()
  area.full = true
  const text = file({ notes: { version: 1, records: { a: { at: 1, value: { text: 'x' } } } } })
  expect(bring(device(area).data, text)).toMatchObject({ taken: 1, trouble: 'full' })
  const { storage, data } = device(new PracticeStorageless())
  expect(bring(data, text)).toMatchObject({ taken: 1 })
  expect(storage.get(notes, 'a')).toEqual({ text: 'x' })
})

test('a kind with room does not hide one without', () => {
  const area = new MemoryArea()
  const { storage } = device(area)
  area.full = true
  storage.put(notes, 'a', { text: 'no room' })
  area.full = false
  storage.put(lists, 'a', ['room'])
  expect([...storage.troubles]).toEqual(['full'])
  storage.put(notes, 'b', { text: 'room now' })
  expect([...storage.troubles]).toEqual([])
})

test('keys that mean something to JavaScript are harmless', () => {
  const { storage, data } = device()
  const records =
    '{"__proto__":{"at":1,"value":{"text":"p"}},"constructor":{"at":1,"value":{"text":"c","__proto__":{"x":1}}}}'
  const text = file({}).replace(
    '"shelves":{}',
    `"__proto__":{"x":1},"shelves":{"__proto__":{"version":1,"records":{}},"notes":{"version":1,"records":${records}}}`,
  )
  expect(bring(data, text)).toMatchObject({ taken: 1 })
  expect([...storage.all(notes)]).toEqual([['constructor', { text: 'c' }]])
  expect(({} as Record<string, unknown>)['x']).toBeUndefined()
  expect(bring(data, text)).toMatchObject({ taken: 0, same: 1 })
})

test('deleting takes what was set aside with it', () => {
  const area = new MemoryArea()
  area.texts.set('prep:/:notes', '{')
  const { storage, data } = device(area)
  storage.put(lists, 'a', ['x'])
  expect([data.damaged(), data.isEmpty()]).toEqual([0, false])
  storage.all(notes)
  expect(data.damaged()).toBe(1)
  expect(data.clear()).toBe(true)
  expect([area.texts.size, data.isEmpty(), storage.troubles.size]).toEqual([0, true, 0])
})

/** Storage that throws at every touch, as a browser's does when it is blocked. */
class PracticeStorageless extends MemoryArea {
  override blocked = true
  override full = true
}

const id = fc.oneof(fc.constantFrom('a', 'b', 'c', 'constructor', 'toString', '__proto__'), fc.string())
const at = fc.integer({ min: 0, max: 50 })
const record = <T>(value: fc.Arbitrary<T>) => fc.record({ at, value: fc.option(value, { nil: null }) })
const records = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<Records> =>
  fc.dictionary(
    id.filter((name) => name !== '__proto__'),
    record(value),
    { noNullPrototype: true },
  )
const sound = fc.record({
  notes: fc.record({ version: fc.constant(1), records: records(fc.record({ text: fc.string() })) }),
  scores: fc.record({ version: fc.constant(2), records: records(fc.record({ score: fc.integer() })) }),
  lists: fc.record({ version: fc.constant(1), records: records(fc.array(fc.string())) }),
})
/** Values that are right, nearly right, or anything. */
const odd = fc.oneof(
  ...[fc.record({ text: fc.string() }), fc.record({ text: fc.integer() }), fc.record({ score: fc.string() })],
  ...[fc.integer(), fc.array(fc.string()), fc.jsonValue()],
)
/** Right on the outside, anything inside. */
const almost = fc.dictionary(
  fc.oneof({ weight: 4, arbitrary: fc.constantFrom('notes', 'scores', 'lists') }, fc.constantFrom('__proto__', 'odd')),
  fc.record({ version: fc.integer({ min: 0, max: 3 }), records: fc.dictionary(id, record(odd)) }),
)

test.describe('whatever is brought', () => {
  test('bytes, texts and JSON that are no export change nothing and throw nothing', () => {
    const text = fc.oneof(
      fc.uint8Array({ maxLength: 400 }).map((bytes) => {
        const read = textOf(bytes)
        return 'text' in read ? read.text : ''
      }),
      ...[fc.string(), fc.string({ unit: 'binary' }), fc.json()],
      fc.tuple(sound, fc.nat()).map(([shelves, cut]) => file(shelves).slice(0, cut % file(shelves).length)),
    )
    const { storage, data } = device()
    storage.put(notes, 'a', { text: 'kept' })
    const before = stateOf(data)
    fc.assert(
      fc.property(text, (brought) => {
        expect(typeof bring(data, brought)).toBe('string')
        expect(stateOf(data)).toBe(before)
      }),
      { numRuns: 500 },
    )
  })

  test('a file that is right on the outside takes no sound value away but for a newer sound one or its removal', () => {
    fc.assert(
      fc.property(sound, almost, (mine, theirs) => {
        const { storage, data } = device()
        bring(data, file(mine))
        const before = kinds.map((kind) => storage.records(kind))
        expect(typeof bring(data, file(theirs))).toBe('object')
        kinds.forEach((kind, index) => {
          const after = storage.records(kind)
          const values = storage.all(kind)
          for (const [name, old] of Object.entries(before[index] ?? {})) {
            const now = after[name]
            expect(now).toBeDefined()
            if (JSON.stringify(now) !== JSON.stringify(old)) expect(now?.at).toBeGreaterThanOrEqual(old.at)
            expect(now?.value === null || values.has(name)).toBe(true)
          }
        })
      }),
      { numRuns: 200 },
    )
  })

  test('asking what it holds changes nothing', () => {
    fc.assert(
      fc.property(sound, almost, (mine, theirs) => {
        const { data } = device()
        bring(data, file(mine))
        const before = stateOf(data)
        const reading = readExport(file(theirs), data.kinds)
        if (!('refusal' in reading)) data.compare(reading)
        expect(stateOf(data)).toBe(before)
      }),
    )
  })
})

test.describe('exports', () => {
  /** Order of keys aside. */
  const contents = (data: DataStore) => (JSON.parse(stateOf(data)) as { shelves: unknown }).shelves

  test('come back whole on an empty device', () => {
    fc.assert(
      fc.property(sound, (mine) => {
        const [one, two] = [device(), device()]
        bring(one.data, file(mine))
        bring(two.data, stateOf(one.data))
        expect(contents(two.data)).toEqual(contents(one.data))
        expect(contents(two.data)).toEqual(
          Object.fromEntries(Object.entries(mine).filter(([, { records }]) => Object.keys(records).length > 0)),
        )
      }),
    )
  })

  test('merge alike in either order, and once is enough', () => {
    fc.assert(
      fc.property(sound, sound, (mine, theirs) => {
        const [one, two] = [device(), device()]
        for (const shelves of [mine, theirs]) bring(one.data, file(shelves))
        for (const shelves of [theirs, mine]) bring(two.data, file(shelves))
        expect(contents(one.data)).toEqual(contents(two.data))
        const before = stateOf(one.data)
        expect(bring(one.data, file(theirs))).toMatchObject({ taken: 0 })
        expect(bring(one.data, stateOf(two.data))).toMatchObject({ taken: 0, newerHere: 0 })
        expect(stateOf(one.data)).toBe(before)
      }),
    )
  })

  test('carried both ways leave two devices with the same', () => {
    fc.assert(
      fc.property(sound, sound, (mine, theirs) => {
        const [one, two] = [device(), device()]
        bring(one.data, file(mine))
        bring(two.data, file(theirs))
        bring(two.data, stateOf(one.data))
        bring(one.data, stateOf(two.data))
        expect(contents(one.data)).toEqual(contents(two.data))
      }),
    )
  })
})
