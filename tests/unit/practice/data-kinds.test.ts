/** No kind of record is forgotten by the export, nor without a name in the overview. */
import { globSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect, test } from '@playwright/test'
import { isOnlyHere, transferKind } from '../../../src/practice/data/codes.ts'
import { countKept } from '../../../src/practice/data/data-store.ts'
import { counted, sizeInWords } from '../../../src/practice/data/data-words.ts'
import { recordKinds } from '../../../src/practice/data/record-kinds.ts'

const names = (some: readonly { name: string }[]) => some.map(({ name }) => name).toSorted()

/** Every kind of records that the sources declare. */
async function declared(): Promise<{ name: string }[]> {
  const kinds: { name: string }[] = []
  for (const file of globSync('src/practice/**/*.ts')) {
    const constants = [...readFileSync(file, 'utf8').matchAll(/^(.*)const (\w+): RecordKind</gm)]
    if (constants.length === 0) continue
    const module = (await import(pathToFileURL(resolve(file)).href)) as Record<string, { name: string }>
    for (const [, before, name = ''] of constants) {
      const kind = before === 'export ' ? module[name] : undefined
      kinds.push(kind ?? { name: `${name} of ${file}, which is not exported` })
    }
  }
  return kinds
}

test('nothing that is stored is missing from the export', async () => {
  const kinds = await declared()
  expect(kinds.length).toBeGreaterThan(5)
  const travels = names([...recordKinds, transferKind])
  expect(travels, 'add the kind to src/practice/data/record-kinds.ts').toEqual(names(kinds))
})

test('no two kinds share a name or a title, and no name looks like one that was set aside', () => {
  expect(new Set(names(recordKinds)).size).toBe(recordKinds.length)
  expect(new Set(recordKinds.map(({ title }) => title)).size).toBe(recordKinds.length)
  expect(names(recordKinds).filter((name) => !/^[a-z-]+$/.test(name))).toEqual([])
})

test('what is kept is counted without what was removed', () => {
  const records = { a: { at: 7, value: 1 }, b: { at: 3, value: null }, c: { at: 9, value: 'odd' } }
  expect(countKept(records, 1)).toEqual({ count: 1, unsound: 1, since: 7 })
  expect(countKept({}, 0)).toEqual({ count: 0, unsound: 0, since: undefined })
})

test('counts and sizes in words', () => {
  expect([counted(0, 'record'), counted(1, 'record'), counted(2, 'record')]).toEqual([
    ...['0 records', '1 record', '2 records'],
  ])
  expect([1, 999, 1000, 12_400, 1_400_000].map(sizeInWords)).toEqual(['1 byte', '999 bytes', '1 KB', '12 KB', '1.4 MB'])
})

test('hosts that mean this device only', () => {
  expect(['localhost', 'guide.localhost', '127.0.0.1', '[::1]', ''].filter((host) => !isOnlyHere(host))).toEqual([])
  expect(['guide.example', '192.168.1.7', 'notlocalhost', '10.127.0.1'].filter(isOnlyHere)).toEqual([])
})
