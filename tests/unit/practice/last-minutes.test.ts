/** The page for the last minutes: what fits, which answers are weakest, and that no sentence is cut. */
import { expect, test } from '@playwright/test'
import fc from 'fast-check'
import type { Review } from '../../../src/practice/cards/review.ts'
import { clockOf } from '../../../src/practice/interview/interview.ts'
import { fit, MOST_LINES, MOST_WORDS, roomOf, wordsIn, type Line } from '../../../src/practice/last-minutes/fit.ts'
import { boldSentence, firstSentence } from '../../../src/practice/last-minutes/sentence.ts'
import { byWeakness } from '../../../src/practice/last-minutes/weakest.ts'

const lineOf = (...wordings: [rank: number, words: number][]): Line =>
  wordings.map(([rank, words]) => ({ rank, words }))

for (const [name, lines, room, taken] of [
  ['everything fits', [lineOf([1, 2], [2, 5]), lineOf([1, 3])], 8, [1, 0]],
  ['the longer wording has no room', [lineOf([1, 2], [2, 6]), lineOf([1, 3])], 8, [0, 0]],
  ['a line has no room', [lineOf([1, 9]), lineOf([1, 3])], 8, [undefined, 0]],
  ['an earlier rank goes first', [lineOf([1, 1], [3, 6]), lineOf([1, 1], [2, 6])], 8, [0, 1]],
  ['in one rank the first line goes first', [lineOf([1, 1], [2, 6]), lineOf([1, 1], [2, 6])], 8, [1, 0]],
  ['a line without wordings is none', [lineOf(), lineOf([1, 3])], 8, [undefined, 0]],
  ['a worse wording replaces no better one', [lineOf([2, 2], [1, 5])], 8, [1]],
] as const) {
  test(`fitting: ${name}`, () => {
    expect(fit(lines, room)).toEqual(taken)
  })
}

const anyLines = fc.array(fc.array(fc.record({ rank: fc.nat(9), words: fc.nat(80) }), { maxLength: 4 }), {
  maxLength: 30,
})
const wordsOf = (lines: readonly Line[], taken: readonly (number | undefined)[]) =>
  taken.reduce<number>((sum, at, line) => sum + (at === undefined ? 0 : (lines[line]?.[at]?.words ?? 0)), 0)

test('never more words than there is room, and always a wording that exists', () => {
  fc.assert(
    fc.property(anyLines, fc.nat(400), (lines, room) => {
      const taken = fit(lines, room)
      expect(wordsOf(lines, taken)).toBeLessThanOrEqual(room)
      expect(taken).toHaveLength(lines.length)
      for (const [line, at] of taken.entries()) if (at !== undefined) expect(lines[line]?.[at]).toBeDefined()
    }),
  )
})

test('never more lines than one page has, the first ones of the earliest rank', () => {
  fc.assert(
    fc.property(anyLines, fc.nat(30), (lines, most) => {
      const begun = fit(lines, 1e6, most).filter((at) => at !== undefined)
      expect(begun).toHaveLength(Math.min(most, lines.filter((line) => line.length > 0).length))
    }),
  )
  const many = Array.from({ length: MOST_LINES + 1 }, (_, at) => lineOf([at === 3 ? 2 : 1, 1]))
  expect(fit(many, 1e6).flatMap((at, line) => (at === undefined ? [line] : []))).toEqual([3])
})

test('with room for the longest of everything, each line has its last wording', () => {
  fc.assert(
    fc.property(anyLines, (lines) => {
      const all = lines.flat().reduce((sum, { words }) => sum + words, 0)
      expect(fit(lines, all, lines.length)).toEqual(
        lines.map((line) => (line.length > 0 ? line.length - 1 : undefined)),
      )
    }),
  )
})

test('what comes later in rank takes no room from what comes earlier', () => {
  fc.assert(
    fc.property(anyLines, fc.nat(400), fc.nat(9), (lines, room, last) => {
      // Wordings in the order of their ranks, as the page has them.
      const sorted = lines.map((line) => line.toSorted((a, b) => a.rank - b.rank))
      const early = sorted.map((line) => line.filter(({ rank }) => rank <= last))
      for (const [line, at] of fit(early, room, 20).entries()) {
        if (at !== undefined) expect(fit(sorted, room, 20)[line]).toBeGreaterThanOrEqual(at)
      }
    }),
  )
})

for (const [text, words] of [
  ['', 0],
  ['page loads about 30 % shorter – really', 6],
  ['CI/CD, Docker and AWS', 4],
  [`https://meet.example/${'x'.repeat(139)}`, 1],
] as const) {
  test(`"${text.slice(0, 30)}" counts ${words}`, () => {
    expect(wordsIn(text)).toBe(words)
  })
}

test('a text takes whole rows: a short line as much as a full one, a long address as much as it is long', () => {
  const row = roomOf('When')
  expect(roomOf('When and where')).toBe(row)
  expect(roomOf(`https://meet.example/${'x'.repeat(139)}`)).toBe(4 * row)
  fc.assert(
    fc.property(fc.array(fc.string({ minLength: 1, maxLength: 40 }), { minLength: 1 }), (words) => {
      const text = words.join(' ')
      expect(roomOf(text)).toBeGreaterThanOrEqual(wordsIn(text))
      expect(roomOf(`${text} ${text}`)).toBeGreaterThanOrEqual(roomOf(text))
    }),
  )
  expect(roomOf('to '.repeat(MOST_WORDS))).toBeGreaterThanOrEqual(MOST_WORDS)
})

for (const [text, first] of [
  ['One. Two.', 'One.'],
  ['One', 'One'],
  ['Is it? Yes.', 'Is it?'],
  ['About 1.5 % of 3.2 million, i.e. a lot. More.', 'About 1.5 % of 3.2 million, i.e. a lot.'],
  ['Ask Dr. Meyer at the desk. Then wait.', 'Ask Dr. Meyer at the desk.'],
  ['**Bold. Still bold.** Then plain.', '**Bold. Still bold.**'],
  ['In brackets (one. Two) it goes on. End.', 'In brackets (one. Two) it goes on.'],
  ['[](blank:interview-place). For a call, open the link.', '[](blank:interview-place).'],
  ['[p99](concept:latency) fell, i.e. from 1.5 s. 30 % more came.', '[p99](concept:latency) fell, i.e. from 1.5 s.'],
  ['A cache, e.g. Redis, in front. Then more.', 'A cache, e.g. Redis, in front.'],
  ['A line\nthat goes on. Then more.', 'A line\nthat goes on.'],
  ['**In short.** Then more.', '**In short.**'],
  ['It grew to [](blank:peak). And then?', 'It grew to [](blank:peak).'],
  ['Said "so." Then more.', 'Said "so."'],
  ['One … two. Three.', 'One … two.'],
] as const) {
  test(`the first sentence of "${text}"`, () => {
    expect(firstSentence(text)).toBe(first)
  })
}

test('a first sentence is the beginning of its text, and whole', () => {
  const word = fc.constantFrom(
    'we',
    'Go',
    'i.e.',
    '30 %',
    '(so)',
    '**so**',
    'e.g.',
    'A.',
    'done.',
    'Really?',
    '…',
    '"no."',
  )
  fc.assert(
    fc.property(fc.array(word, { maxLength: 20 }), (words) => {
      const text = words.join(' ')
      const first = firstSentence(text)
      expect(text.startsWith(first)).toBe(true)
      expect(first === text || /[.!?…]["”’)*_]*$/.test(first)).toBe(true)
      expect(firstSentence(first)).toBe(first)
    }),
  )
})

test('what is bold at the beginning stands alone', () => {
  expect(boldSentence('**I run what I ship:** CI/CD and more.')).toBe('**I run what I ship.**')
  expect(boldSentence('Nothing bold. More.')).toBe('Nothing bold.')
})

const review = (changes: Partial<Review>): Review => ({
  stability: 2,
  difficulty: 5,
  grade: 'good',
  first: 0,
  last: 0,
  due: 0,
  reps: 1,
  lapses: 0,
  recalled: 1,
  ...changes,
})
const QUESTIONS = [{ id: 'plain' }, { id: 'second', top: 2 }, { id: 'first', top: 1 }, { id: 'other' }]

test('without records the questions to rehearse first are the weakest', () => {
  expect(byWeakness(QUESTIONS, new Map())).toEqual(['first', 'second', 'plain', 'other'])
})

test('the worst grade and the weakest memory come before what was never tried, the strong last', () => {
  const reviews = new Map([
    ['other', review({ grade: 'again', stability: 0.2 })],
    ['plain', review({ grade: 'hard', stability: 0.1 })],
    ['first', review({ recalled: 3, stability: 9 })],
    ['gone', review({ grade: 'again' })],
  ])
  expect(byWeakness(QUESTIONS, reviews)).toEqual(['other', 'plain', 'second', 'first'])
})

test('of equal grades the weaker memory comes first', () => {
  const reviews = new Map([
    ['second', review({ grade: 'again', stability: 0.4 })],
    ['other', review({ grade: 'again', stability: 0.3 })],
  ])
  expect(byWeakness(QUESTIONS, reviews).slice(0, 2)).toEqual(['other', 'second'])
})

test('the hour is told in the clocks of its place', () => {
  const start = Date.parse('2026-11-25T13:30:00Z')
  expect(clockOf({ start, zone: 'Europe/Berlin' })).toBe('Wed 25 Nov, 14:30 (Europe/Berlin)')
  expect(clockOf({ start, zone: 'America/New_York' })).toBe('Wed 25 Nov, 08:30 (America/New_York)')
})
