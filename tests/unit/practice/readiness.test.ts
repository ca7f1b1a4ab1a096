/** What the home page says of the practice: how far each area is, and what to do next with the time that is left. */
import { expect, test } from '@playwright/test'
import fc from 'fast-check'
import type { Progress } from '../../../src/practice/cards/review.ts'
import { nextSteps, type Situation } from '../../../src/practice/home/next.ts'
import { standingInWords, standings, type Standing } from '../../../src/practice/home/readiness.ts'
import { DAY, HOUR, MINUTE } from '../../../src/practice/kit/time.ts'

const AREAS = [
  { id: 'go', title: 'Go', cards: ['a', 'b', 'c', 'd'] },
  { id: 'data', title: 'Data', cards: ['e', 'f'] },
]
const untouched = standings(AREAS, new Map())

test('an area that nobody touched says so', () => {
  expect(untouched.map(standingInWords)).toEqual(['0 of 4 attempted', '0 of 2 attempted'])
})

test('an area counts what was attempted, and how well', () => {
  const progress = new Map<string, Progress>([['go', { never: 1, weak: 1, fair: 0, strong: 2 }]])
  expect(standings(AREAS, progress).map(standingInWords)).toEqual([
    '3 of 4 attempted: 2 strong, 1 weak',
    '0 of 2 attempted',
  ])
})

const area = (title: string, counts: Partial<Progress>): Standing => {
  const all = { never: 0, weak: 0, fair: 0, strong: 0, ...counts }
  const attempted = all.weak + all.fair + all.strong
  return { ...all, title, attempted, total: attempted + all.never }
}
const WEAK = [area('Go', { weak: 1, strong: 3 }), area('Data', { weak: 2, never: 6 }), area('Gaps', { never: 3 })]
const FRESH = [area('Go', { fair: 1, never: 3 }), area('Data', { never: 6 })]
const DONE = [area('Go', { strong: 4 })]
const TASK = { id: 'pprof', state: 'later' } as const

for (const [what, situation, kinds] of [
  ['no date, nothing done', { left: undefined, areas: FRESH, openBlanks: 9, task: undefined }, ['untried']],
  ['no date, weak cards', { left: undefined, areas: WEAK, openBlanks: 9, task: undefined }, ['weak']],
  ['no date, all known', { left: undefined, areas: DONE, openBlanks: 9, task: undefined }, ['blanks']],
  ['days ahead', { left: 3 * DAY, areas: WEAK, openBlanks: 9, task: TASK }, ['task', 'weak']],
  ['days ahead, no task', { left: 3 * DAY, areas: FRESH, openBlanks: 9, task: undefined }, ['blanks', 'untried']],
  ['days ahead, all done', { left: 3 * DAY, areas: DONE, openBlanks: 0, task: undefined }, ['last-minutes']],
  ['just over a day', { left: DAY + 1, areas: WEAK, openBlanks: 9, task: TASK }, ['task', 'weak']],
  ['the last day', { left: DAY, areas: WEAK, openBlanks: 9, task: TASK }, ['weak', 'blanks']],
  ['the last day, blanks filled', { left: DAY, areas: WEAK, openBlanks: 0, task: TASK }, ['weak', 'task']],
  ['the last day, nothing weak', { left: DAY, areas: FRESH, openBlanks: 0, task: TASK }, ['task', 'untried']],
  ['the last hours', { left: 4 * HOUR, areas: WEAK, openBlanks: 9, task: TASK }, ['weak', 'last-minutes']],
  [
    'the last hours, nothing weak',
    { left: 2 * HOUR, areas: FRESH, openBlanks: 9, task: TASK },
    ['untried', 'last-minutes'],
  ],
  ['the last hours, all known', { left: 2 * HOUR, areas: DONE, openBlanks: 9, task: TASK }, ['last-minutes']],
  ['the last hour', { left: HOUR, areas: WEAK, openBlanks: 9, task: TASK }, ['last-minutes']],
  ['the last minute', { left: MINUTE, areas: WEAK, openBlanks: 9, task: TASK }, ['last-minutes']],
  ['it has begun', { left: 0, areas: WEAK, openBlanks: 9, task: TASK }, ['over']],
  ['it is over', { left: -DAY, areas: WEAK, openBlanks: 9, task: TASK }, ['over']],
] as const satisfies readonly (readonly [string, Situation, readonly string[]])[]) {
  test(`${what}: ${kinds.join(', then ')}`, () => {
    expect(nextSteps(situation).map(({ kind }) => kind)).toEqual(kinds)
  })
}

test('weak cards are counted together and told with the area that has most; new ones where least was tried', () => {
  const [weak] = nextSteps({ left: HOUR * 3, areas: WEAK, openBlanks: 0, task: undefined })
  expect(weak).toEqual({ kind: 'weak', count: 3, area: 'Data' })
  const [untried] = nextSteps({ left: HOUR * 3, areas: FRESH, openBlanks: 0, task: undefined })
  expect(untried).toEqual({ kind: 'untried', area: 'Data', attempted: 0, total: 6 })
})

test('in any situation there are one or two suggestions, each once', () => {
  const count = fc.nat(50)
  const areas = fc.array(fc.record({ never: count, weak: count, fair: count, strong: count }), { maxLength: 7 })
  fc.assert(
    fc.property(
      fc.option(fc.integer({ min: -DAY, max: 9 * DAY }), { nil: undefined }),
      areas,
      count,
      fc.boolean(),
      (left, some, openBlanks, planned) => {
        const standing = some.map((counts, at) => area(`area ${at}`, counts))
        const kinds = nextSteps({ left, areas: standing, openBlanks, task: planned ? TASK : undefined }).map(
          ({ kind }) => kind,
        )
        expect(kinds.length).toBeGreaterThanOrEqual(1)
        expect(kinds.length).toBeLessThanOrEqual(2)
        expect(new Set(kinds).size).toBe(kinds.length)
      },
    ),
  )
})
