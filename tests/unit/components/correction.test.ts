/** Misspelt words are corrected to words of the index; known ones are never touched. */
import { expect, test } from '@playwright/test'
import fc from 'fast-check'
import { correct, Vocabulary } from '../../../src/components/search/correction.ts'

const WORDS = [
  ...['redis', 'cache', 'goroutine', 'goroutines', 'invalidation', 'idempotent', 'kubernetes', 'postmortem'],
  ...['terraform', 'observability', 'pagination', 'replication', 'eviction', 'benchmark', 'personalisation'],
  ...['salary', 'negotiation', 'latency', 'context', 'channel', 'query', 'index', 'slo', 'grpc'],
]
const vocabulary = new Vocabulary(WORDS)

for (const [typed, meant] of [
  ['gorutine', 'goroutine'],
  ['invaldation', 'invalidation'],
  ['idempotant', 'idempotent'],
  ['postmortom', 'postmortem'],
  ['terrafrom', 'terraform'],
  ['obsevability', 'observability'],
  ['paginaton', 'pagination'],
  ['replicaton', 'replication'],
  ['evicton', 'eviction'],
  ['benchmrak', 'benchmark'],
  ['personalizaton', 'personalisation'],
  ['salery', 'salary'],
  ['negotation', 'negotiation'],
  ['latancy', 'latency'],
  ['chanel', 'channel'],
  ['redsi cahce', 'redis cache'],
] as const) {
  test(`${typed} is read as ${meant}`, () => {
    expect(correct(typed, vocabulary)).toEqual({ query: meant, corrected: true, unknown: [] })
  })
}

for (const typed of ['redis', 'Redis', 'caches', 'cached', 'gorout', 'latenc', 'SLO', 'context channel', 'N+1']) {
  test(`${typed} stays as it was typed`, () => {
    expect(correct(typed, vocabulary).corrected).toBe(false)
  })
}

test('a word that is like none is left out and named', () => {
  expect(correct('redis xylophonist', vocabulary)).toEqual({
    query: 'redis',
    corrected: false,
    unknown: ['xylophonist'],
  })
})

test('among words equally near, the more frequent is meant', () => {
  expect(new Vocabulary(['cart', 'card']).nearest('carx')).toBe('cart')
  expect(new Vocabulary(['card', 'cart']).nearest('carx')).toBe('card')
})

test('the first letter is rarely the wrong one', () => {
  expect(new Vocabulary(['rache', 'cachi']).nearest('cache')).toBe('cachi')
})

test('the nearest words are offered however far they are', () => {
  expect(vocabulary.near('zzzzzzzzzz', 5)).toHaveLength(5)
})

test('a known word is never changed', () => {
  fc.assert(
    fc.property(fc.constantFrom(...WORDS), (word) => {
      expect(correct(word, vocabulary)).toEqual({ query: word, corrected: false, unknown: [] })
    }),
  )
})

test('whatever is typed, what is searched for is known or too short to be judged', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 40 }), (typed) => {
      const words = correct(typed, vocabulary).query.match(/\p{L}[\p{L}\p{N}]*/gu) ?? []
      expect(words.filter((word) => !vocabulary.knows(word.toLowerCase()))).toEqual([])
    }),
  )
})

test('one wrong letter in a long word is always put right', () => {
  const long = WORDS.filter((word) => word.length >= 8)
  fc.assert(
    fc.property(fc.constantFrom(...long), fc.nat(), (word, at) => {
      const place = 1 + (at % (word.length - 1))
      const { query, unknown } = correct(`${word.slice(0, place)}q${word.slice(place + 1)}`, vocabulary)
      expect(unknown).toEqual([])
      expect(vocabulary.knows(query)).toBe(true)
    }),
  )
})
