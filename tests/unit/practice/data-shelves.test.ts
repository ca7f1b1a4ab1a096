/** No kind of record is forgotten by the export, nor without a name in the overview. */
import { globSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect, test } from '@playwright/test'
import { kinds } from '../../../src/practice/data/kinds.ts'
import { counted, countKept, isOnlyHere, sizeInWords } from '../../../src/practice/data/kept.ts'
import { transferShelf } from '../../../src/practice/data/transfer.ts'
import { shelves } from '../../../src/practice/shelves.ts'

const ROOM = 'src/practice'
const names = (some: readonly { name: string }[]) => some.map(({ name }) => name).toSorted()

test('every shelf that the sources export is listed', async () => {
  const found: { name: string }[] = []
  for (const file of globSync(`${ROOM}/**/*.ts`)) {
    const exported = [...readFileSync(file, 'utf8').matchAll(/^export const (\w+): Shelf</gm)]
    if (exported.length === 0) continue
    const module = (await import(pathToFileURL(resolve(file)).href)) as Record<string, { name: string }>
    for (const [, name = ''] of exported) found.push({ name: module[name]?.name ?? `${name} of ${file}` })
  }
  expect(found.length).toBeGreaterThan(5)
  expect(names(shelves), 'add the shelf to src/practice/shelves.ts').toEqual(names(found))
})

test('no other shelf is defined in the sources', () => {
  const hidden = globSync(`${ROOM}/**/*.ts`).flatMap((file) =>
    [...readFileSync(file, 'utf8').matchAll(/^(?!export).*: Shelf<[^>]*> = \{/gm)].map(([line]) => `${file}: ${line}`),
  )
  expect(hidden, 'export the shelf').toEqual([])
})

test('no two shelves share a name, and no name looks like one that was set aside', () => {
  expect(new Set(names(shelves)).size).toBe(shelves.length)
  expect(names(shelves).filter((name) => !/^[a-z-]+$/.test(name))).toEqual([])
})

test('every kind has a name in the overview', () => {
  const shown = kinds.map(({ shelf }) => ({ name: shelf }))
  const kept = shelves.filter(({ name }) => name !== transferShelf.name)
  expect(names(shown), 'add the kind to src/practice/data/kinds.ts').toEqual(names(kept))
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
