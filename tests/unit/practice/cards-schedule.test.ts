/** When cards come again: by memory, never after the interview, the weak ones before it whatever happens. */
import { expect, test } from '@playwright/test'
import fc from 'fast-check'
import { S_MAX, S_MIN } from 'ts-fsrs'
import { safeParse } from 'valibot'
import {
  GRADES,
  gradeOfKey,
  isWeak,
  review,
  STABILITY,
  strengthOf,
  type Grade,
  type Review,
} from '../../../src/practice/cards/review.ts'
import { ASSUMED, cardStateOf, dueAt, endOf, phaseOf } from '../../../src/practice/cards/due.ts'
import { graded, previews, remembered } from '../../../src/practice/cards/schedule.ts'
import { DAY, HOUR, MINUTE } from '../../../src/practice/kit/time.ts'

const NOW = Date.parse('2026-11-22T09:00:00Z')
const HOURS_72 = NOW + 72 * HOUR

/** Grades at hours from now, in turn. */
function after(end: number, ...steps: readonly (readonly [hours: number, grade: Grade])[]): Review {
  let held: Review | undefined
  for (const [hours, grade] of steps) held = graded(held, grade, NOW + hours * HOUR, end)
  if (!held) throw new Error('no steps')
  return held
}

test.describe('the first grade', () => {
  for (const [hoursLeft, again, hard, good, easy] of [
    [30 * 24, 1 / 6, 31.0344, 55.356, 199.0944],
    [72, 1 / 6, 12, 24, 36],
    [24, 1 / 6, 4, 8, 12],
    [12, 1 / 6, 2, 4, 8],
    // Whoever knew it looks again no more; whoever did not comes back.
    [3, 1 / 6, 1, undefined, undefined],
    [1, 1 / 6, 1 / 2, undefined, undefined],
    [1 / 6, 1 / 12, 1 / 12, undefined, undefined],
  ] as const) {
    test(`with ${hoursLeft.toFixed(2)} hours left`, () => {
      const inHours = Object.values(previews(undefined, NOW, NOW + hoursLeft * HOUR)).map((gap) => gap && gap / HOUR)
      expect(inHours.map((gap) => gap?.toFixed(3))).toEqual([again, hard, good, easy].map((gap) => gap?.toFixed(3)))
    })
  }
})

test('a first "easy", which FSRS alone would send away for eight days, comes again in a sprint of three', () => {
  expect(remembered(undefined, 0, 'easy').stability).toBeGreaterThan(8)
  expect(after(HOURS_72, [0, 'easy']).due).toBeLessThan(HOURS_72)
})

test('whoever answers well whenever asked is asked three times in three days, half a day to a day apart', () => {
  const times: number[] = []
  let held: Review | undefined
  for (let now = NOW; now < HOURS_72; now = dueAt(held, HOURS_72)) {
    times.push((now - NOW) / HOUR)
    held = graded(held, 'good', now, HOURS_72)
  }
  expect(times).toEqual([0, 24, 48])
})

test.describe('how well a card is known', () => {
  for (const [name, steps, strength] of [
    ['forgotten', [[0, 'again']], 'weak'],
    ['hardly known', [[0, 'hard']], 'weak'],
    ['known once', [[0, 'good']], 'fair'],
    ['easy once', [[0, 'easy']], 'fair'],
    [
      'known twice, a day apart',
      [
        [0, 'good'],
        [24, 'good'],
      ],
      'strong',
    ],
    [
      'easy twice within a minute',
      [
        [0, 'easy'],
        [0.01, 'easy'],
      ],
      'fair',
    ],
    [
      'known at last, ten minutes after it was forgotten',
      [
        [0, 'again'],
        [1 / 6, 'good'],
      ],
      'weak',
    ],
    [
      'known the day after it was forgotten',
      [
        [0, 'again'],
        [24, 'good'],
      ],
      'fair',
    ],
    [
      'forgotten after it was strong',
      [
        [0, 'good'],
        [24, 'good'],
        [48, 'again'],
      ],
      'weak',
    ],
  ] as const satisfies readonly (readonly [string, readonly (readonly [number, Grade])[], string])[]) {
    test(`${name}: ${strength}`, () => {
      expect(strengthOf(after(HOURS_72, ...steps))).toBe(strength)
    })
  }
})

test.describe('a last look at what is weak', () => {
  test('is due when the final day begins, though memory would wait longer', () => {
    const end = NOW + 30 * HOUR
    const held = { ...after(end, [0, 'hard']), due: NOW + 20 * HOUR }
    expect(dueAt(held, end)).toBe(NOW + 6 * HOUR)
  })

  test('is due once more when the last hour begins', () => {
    const end = NOW + 2 * HOUR
    expect(dueAt({ ...after(end, [0.9, 'hard']), due: end }, end)).toBe(NOW + HOUR)
  })

  test('holds when the interview is moved to tomorrow', () => {
    const held = after(NOW + 30 * DAY, [0, 'hard'])
    expect(held.due).toBeGreaterThan(NOW + DAY)
    const moved = NOW + 20 * HOUR
    expect(dueAt(held, moved)).toBeLessThan(moved)
  })

  test('is not for what is known', () => {
    const held = after(HOURS_72, [0, 'good'], [24, 'good'], [48, 'good'])
    expect(dueAt(held, HOURS_72)).toBe(HOURS_72)
  })
})

test('phases begin with the final day, the last hour and the interview', () => {
  expect([-DAY - 1, -DAY, -HOUR - 1, -HOUR, -1, 0].map((from) => phaseOf(HOURS_72 + from, HOURS_72))).toEqual([
    'sprint',
    'final-day',
    'final-day',
    'last-hour',
    'last-hour',
    'over',
  ])
})

test('without a date it is three days from the first review, or from now before that', () => {
  expect(endOf(undefined, [], NOW)).toEqual({ at: NOW + ASSUMED, assumed: true })
  const reviews = [after(HOURS_72, [5, 'good']), after(HOURS_72, [1, 'good'], [9, 'hard'])]
  expect(endOf(undefined, reviews, NOW + DAY)).toEqual({ at: NOW + HOUR + ASSUMED, assumed: true })
  expect(endOf(NOW, reviews, NOW)).toEqual({ at: NOW, assumed: false })
})

test('a record takes every stability that the model may give', () => {
  expect(STABILITY).toEqual({ min: S_MIN, max: S_MAX })
})

test('the keys 1 to 4 are the grades', () => {
  expect(['1', '2', '3', '4', '0', '5', 'a', '12', ' '].map(gradeOfKey)).toEqual([
    ...GRADES,
    ...Array<undefined>(5).fill(undefined),
  ])
})

test.describe('for any grades and any clock', () => {
  /** Grades with the time since the one before; clocks may be set back. */
  const steps = fc.array(
    fc.record({
      grade: fc.constantFrom(...GRADES),
      wait: fc.oneof(fc.integer({ min: -DAY, max: 40 * DAY }), fc.integer({ min: 0, max: 20 * MINUTE })),
    }),
    { minLength: 1, maxLength: 30 },
  )
  const start = fc.integer({ min: 0, max: Date.parse('2100-01-01') })
  const left = fc.oneof(fc.integer({ min: -DAY, max: 60 * DAY }), fc.integer({ min: -HOUR, max: 2 * HOUR }))

  /** Every record on the way, with the time at which it was written. */
  function records(from: number, all: readonly { grade: Grade; wait: number }[], end: number) {
    let held: Review | undefined
    let now = from
    return all.map(({ grade, wait }) => {
      now += wait
      held = graded(held, grade, now, end)
      return { now, held }
    })
  }

  test('nothing is due after the interview, also when that is moved afterwards', () => {
    fc.assert(
      fc.property(start, left, left, steps, (from, until, later, all) => {
        for (const { held } of records(from, all, from + until)) {
          expect(held.due).toBeLessThanOrEqual(from + until)
          expect(dueAt(held, from + later)).toBeLessThanOrEqual(from + later)
        }
      }),
    )
  })

  test('what is weak comes again before the interview, also when that is moved afterwards', () => {
    fc.assert(
      fc.property(start, left, left, steps, (from, until, later, all) => {
        for (const { now, held } of records(from, all, from + until)) {
          if (!isWeak(held)) continue
          for (const end of [from + until, from + later].filter((end) => now < end)) {
            expect(dueAt(held, end)).toBeLessThan(end)
          }
          if (now < from + until) expect(held.due).toBeGreaterThanOrEqual(now)
        }
      }),
    )
  })

  test('what is weak and was last seen before the final day is due when that begins, and so with the last hour', () => {
    fc.assert(
      fc.property(start, left, steps, (from, until, all) => {
        const end = from + until
        for (const { now, held } of records(from, all, end)) {
          for (const look of [end - DAY, end - HOUR]) {
            if (isWeak(held) && now < look) expect(dueAt(held, end)).toBeLessThanOrEqual(look)
          }
        }
      }),
    )
  })

  test('a record survives JSON and its schema, and the same grades make the same record', () => {
    fc.assert(
      fc.property(start, left, steps, (from, until, all) => {
        const written = records(from, all, from + until)
        expect(records(from, all, from + until)).toEqual(written)
        for (const { held } of written) {
          const read = safeParse(review, JSON.parse(JSON.stringify(held)))
          expect(read.output).toEqual(held)
          expect(read.success).toBe(true)
        }
      }),
    )
  })

  test('a better grade never comes sooner than a worse one, and what is shown on the buttons is what happens', () => {
    fc.assert(
      fc.property(start, fc.integer({ min: 1, max: 60 * DAY }), steps, (from, until, all) => {
        const end = from + until
        for (const { now, held } of records(from, all, end)) {
          if (now >= end) continue
          const shown = previews(held, now, end)
          const gaps = GRADES.map((grade) => shown[grade] ?? Infinity)
          expect(gaps).toEqual(gaps.toSorted((a, b) => a - b))
          const { due } = graded(held, 'good', now, end)
          expect(shown.good).toBe(due < end ? due - now : undefined)
        }
      }),
    )
  })
})

test('a card is new, weak, due or known', () => {
  const end = NOW + 72 * HOUR
  const good = after(end, [0, 'good'])
  expect(cardStateOf(undefined, NOW, end)).toBe('new')
  expect(cardStateOf(after(end, [0, 'again']), NOW, end)).toBe('weak')
  expect(cardStateOf(good, NOW + HOUR, end)).toBe('known')
  expect(cardStateOf(good, NOW + 25 * HOUR, end)).toBe('due')
  // Nothing is due once the interview has begun.
  expect(cardStateOf(good, end, end)).toBe('known')
})
