/** An export goes through codes piece by piece, in any order, and comes out as it went in, or not at all. */
import { expect, test } from '@playwright/test'
import { encode } from 'uqr'
import fc from 'fast-check'
import { numbersInWords } from '../../../src/practice/data/data-words.ts'
import { LARGEST } from '../../../src/practice/data/exchange.ts'
import {
  addPieces,
  collect,
  collectionIn,
  fragmentOf,
  MOST_CODES,
  pack,
  PIECE,
  piecesIn,
  split,
  transferKind,
  unpack,
} from '../../../src/practice/data/codes.ts'
import { PracticeStorage } from '../../../src/practice/kit/storage/storage.ts'
import { MemoryArea } from './memory-area.ts'

const ADDRESS = 'https://a-rather-long-name.example/some/base/practice/data/'
const packed = fc.stringMatching(/^[\w-]{1,5000}$/)

test('pieces in any order, some twice, are one text again', () => {
  fc.assert(
    fc.property(packed, fc.infiniteStream(fc.nat()), (text, chance) => {
      const pieces = split(text)
      const shuffled = [...pieces, ...pieces.slice(0, 2)]
        .map((piece) => ({ piece, at: chance.next().value as number }))
        .toSorted((a, b) => a.at - b.at)
        .map(({ piece }) => piece)
      expect(collect(shuffled)).toMatchObject({ missing: [], packed: text, total: pieces.length })
    }),
  )
})

test('what is missing is named, and nothing comes out before it is there', () => {
  const pieces = split('x'.repeat(PIECE * 4 + 1))
  expect(pieces).toHaveLength(5)
  const some = pieces.filter(({ number }) => number === 3 || number === 5)
  expect(collect(some)).toMatchObject({ total: 5, missing: [1, 2, 4], packed: undefined })
  expect(collect([])).toBeUndefined()
})

test('pieces of two transfers are not mixed; the later one counts', () => {
  const [one, two] = [split('x'.repeat(2000)), split('y'.repeat(2000))]
  expect(collect([...one.slice(0, 2), ...two.slice(0, 1)])).toMatchObject({
    missing: [2, 3],
    transfer: two[0]?.transfer,
  })
})

test('a piece that was changed on its way is noticed', () => {
  fc.assert(
    fc.property(packed, fc.nat(), (text, chance) => {
      const pieces = split(text)
      const at = chance % pieces.length
      const changed = pieces.map((piece, index) => (index === at ? { ...piece, payload: `${piece.payload}x` } : piece))
      expect(collect(changed)).toMatchObject({ missing: [], packed: undefined })
    }),
  )
})

test('links are found in whatever they were sent in', () => {
  fc.assert(
    fc.property(packed, fc.constantFrom('\n', ' ', '\r\n> ', ' and\n\n'), (text, between) => {
      const pieces = split(text)
      expect(piecesIn(pieces.map((piece) => ADDRESS + fragmentOf(piece)).join(between))).toEqual(pieces)
    }),
  )
})

for (const text of [
  '',
  'take=',
  '#take=a.0.1.x',
  '#take=a.2.1.x',
  `#take=a.1.${MOST_CODES + 1}.x`,
  '#take=A.1.1.x',
  '#take=a.1.1.',
]) {
  test(`"${text}" holds no piece`, () => {
    expect(piecesIn(text)).toEqual([])
  })
}

test('any text may be an address', () => {
  fc.assert(fc.property(fc.string(), (text) => Array.isArray(piecesIn(`#take=${text}`))))
})

test('a code holds a piece and a long address, and no more than a phone can read', () => {
  const links = split('-'.repeat(PIECE)).map((piece) => ADDRESS + fragmentOf(piece))
  expect(links.map((link) => encode(link, { ecc: 'L' }).version)).toEqual([22])
})

test('what is too much for codes makes none', () => {
  expect(split('x'.repeat(PIECE * MOST_CODES))).toHaveLength(MOST_CODES)
  expect(split('x'.repeat(PIECE * MOST_CODES + 1))).toEqual([])
})

test('packing is undone by unpacking', async () => {
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: 'grapheme' }), async (text) => {
      const signs = await pack(text)
      expect(signs).toMatch(/^[\w-]+$/)
      expect(await unpack(signs)).toBe(text)
    }),
  )
})

test('what was not packed comes out as nothing', async () => {
  await fc.assert(
    fc.asyncProperty(fc.oneof(fc.string(), packed), async (text) => {
      const out = await unpack(text)
      expect(out === undefined || typeof out === 'string').toBe(true)
    }),
  )
  expect(await unpack('§')).toBeUndefined()
})

test('a few signs that unpack into gigabytes are given up', async () => {
  const signs = await pack(' '.repeat(LARGEST + 1))
  // What is packed is limited as well.
  const bomb = await packMore(' '.repeat(LARGEST * 3))
  expect(bomb.length).toBeLessThan(100_000)
  expect(await unpack(bomb)).toBeUndefined()
  expect(await unpack(signs)).toBeUndefined()
})

async function packMore(text: string): Promise<string> {
  const stream = new Blob([text]).stream().pipeThrough(new CompressionStream('deflate-raw'))
  return Buffer.from(await new Response(stream).arrayBuffer()).toString('base64url')
}

test('pieces meet from several tabs, and leave no trace', () => {
  const area = new MemoryArea()
  const tab = (now: number) => new PracticeStorage(area, 'prep:/:', () => now)
  const pieces = split('x'.repeat(PIECE * 2))
  addPieces(tab(1), pieces.slice(0, 1))
  addPieces(tab(2), pieces.slice(1))
  const last = tab(3)
  expect(collectionIn(last)).toMatchObject({ missing: [], packed: 'x'.repeat(PIECE * 2) })
  last.drop(transferKind)
  expect([collectionIn(last), area.texts.size]).toEqual([undefined, 0])
})

test('numbers are said in words', () => {
  expect([[2], [2, 5], [2, 5, 7]].map(numbersInWords)).toEqual(['2', '2 and 5', '2, 5 and 7'])
  expect(numbersInWords(Array.from({ length: 12 }, (_, at) => at + 1))).toBe('1, 2, 3, 4, 5, 6, 7 and 5 more')
})
