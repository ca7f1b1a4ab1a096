/** Length, shares and actors of a story, and which story is planned too often. */
import { expect, test } from '@playwright/test'
import fc from 'fast-check'
import {
  actorVerdict,
  lengthVerdict,
  metricsOf,
  PARTS,
  sharesOf,
  shareVerdict,
  spoken,
  type Telling,
} from '../../../src/practice/stories/metrics.ts'
import { overused, usesOf } from '../../../src/practice/stories/planned-uses.ts'

const words = (count: number, word = 'word') => Array.from({ length: count }, () => word).join(' ')
const told = (parts: Partial<Telling> = {}): Telling => ({
  headline: '',
  situation: '',
  task: '',
  action: '',
  result: '',
  ...parts,
})

const telling = fc.record({
  headline: fc.string(),
  situation: fc.string(),
  task: fc.string(),
  action: fc.string({ unit: 'grapheme' }),
  result: fc.lorem(),
})

test('a story on its marks', () => {
  const metrics = metricsOf(
    told({
      headline: words(20),
      situation: words(56),
      task: words(28),
      action: `${words(150)} ${words(12, 'I')} ${words(6, 'we')}`,
      result: words(28),
    }),
  )
  expect(metrics.words).toBe(300)
  // 300 words at 160 and at 130 a minute.
  expect(metrics.seconds).toEqual({ least: 113, most: 138 })
  expect(PARTS.map((part) => metrics.parts[part].share)).toEqual([20, 10, 60, 10])
  expect(metrics.said).toEqual({ i: 12, we: 6 })
  expect(PARTS.map((part) => shareVerdict(part, metrics))).toEqual(['fits', 'fits', 'fits', 'fits'])
  expect(lengthVerdict(metrics)).toBe('a good length')
  expect(actorVerdict(metrics)).toBe('too much “we”')
})

test('nothing told is nothing, and no division by it', () => {
  const metrics = metricsOf(told())
  expect(metrics).toEqual({
    words: 0,
    seconds: { least: 0, most: 0 },
    parts: Object.fromEntries(PARTS.map((part) => [part, { words: 0, share: 0 }])),
    said: { i: 0, we: 0 },
  })
  expect(lengthVerdict(metrics)).toBe('250 short of 250')
  expect(actorVerdict(metrics)).toBe('say what you did')
})

for (const [count, verdict] of [
  [249, '1 short of 250'],
  [250, 'a good length'],
  [350, 'a good length'],
  [351, '1 over 350'],
] as const) {
  test(`${count} words: ${verdict}`, () => {
    expect(lengthVerdict(metricsOf(told({ action: words(count) })))).toBe(verdict)
  })
}

for (const [action, said] of [
  ["I ran it, I'd checked, and I've kept it", { i: 3, we: 0 }],
  ['We did; we’ve done', { i: 0, we: 2 }],
  ['I/O was slow, phase II and Iris too, well', { i: 0, we: 0 }],
] as const) {
  test(`who acts in “${action}”`, () => {
    expect(metricsOf(told({ action })).said).toEqual(said)
  })
}

test('shares are whole, within 0 and 100, sum to 100 and are off by less than one', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(5000), { minLength: 1, maxLength: 6 }), (counts) => {
      const shares = sharesOf(counts)
      const total = counts.reduce((sum, count) => sum + count, 0)
      expect(shares.every((share) => Number.isInteger(share) && share >= 0 && share <= 100)).toBe(true)
      expect(shares.reduce((sum, share) => sum + share, 0)).toBe(total === 0 ? 0 : 100)
      shares.forEach((share, at) => {
        if (total > 0) expect(Math.abs(share - (100 * (counts[at] ?? 0)) / total)).toBeLessThan(1)
      })
    }),
  )
})

test('no text makes a measure that is no number, and words add up', () => {
  fc.assert(
    fc.property(telling, (texts) => {
      const { words, seconds, parts, said } = metricsOf(texts)
      const numbers = [words, seconds.least, seconds.most, said.i, said.we]
      expect(numbers.every((number) => Number.isInteger(number) && number >= 0)).toBe(true)
      expect(seconds.least).toBeLessThanOrEqual(seconds.most)
      const inParts = PARTS.reduce((sum, part) => sum + parts[part].words, 0)
      expect(inParts).toBeLessThanOrEqual(words)
      expect(PARTS.reduce((sum, part) => sum + parts[part].share, 0)).toBe(inParts === 0 ? 0 : 100)
    }),
  )
})

for (const [seconds, text] of [
  [0, '0 s'],
  [58, '58 s'],
  [120, '2 min'],
  [125, '2 min 5 s'],
] as const) {
  test(`${seconds} seconds are ${text}`, () => {
    expect(spoken(seconds)).toBe(text)
  })
}

test('the third use of a story is one too many', () => {
  const twice = [
    ['a', 'outage'],
    ['b', 'outage'],
    ['c', 'listing'],
  ] as const
  expect(overused(usesOf(twice))).toEqual([])
  expect(overused(usesOf([...twice, ['d', 'outage']]))).toEqual(['outage'])
  expect(usesOf(twice).get('outage')).toEqual(['a', 'b'])
})

test('a story is warned of exactly when three questions or more have it', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.constantFrom('a', 'b', 'c')), (plan) => {
      const entries = Object.entries(plan)
      const often = ['a', 'b', 'c'].filter((story) => entries.filter(([, planned]) => planned === story).length >= 3)
      expect(overused(usesOf(entries)).toSorted()).toEqual(often)
    }),
  )
})
