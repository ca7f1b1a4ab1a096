/** The countdown keeps ends, so that nothing but a pause moves them. */
import { expect, test } from '@playwright/test'
import fc from 'fast-check'
import {
  behindBy,
  inDigits,
  leftOf,
  paused,
  resumed,
  startCountdown,
  toPhase,
} from '../../../src/practice/mock/run/countdown.ts'

const MINUTE = 60_000
const T = 1_795_000_000_000

test('phase and whole run down together, below zero too', () => {
  const started = startCountdown([3, 12], T)
  expect(leftOf(started, T)).toEqual({ phase: 3 * MINUTE, total: 15 * MINUTE })
  // A phone that slept for four minutes.
  expect(leftOf(started, T + 4 * MINUTE)).toEqual({ phase: -MINUTE, total: 11 * MINUTE })
})

test('what a phase has not used is there when one comes back to it', () => {
  const next = toPhase(startCountdown([3, 12], T), 1, T + MINUTE)
  expect(leftOf(next, T + MINUTE)).toEqual({ phase: 12 * MINUTE, total: 14 * MINUTE })
  const back = toPhase(next, 0, T + 2 * MINUTE)
  expect(leftOf(back, T + 2 * MINUTE)).toEqual({ phase: 2 * MINUTE, total: 13 * MINUTE })
  expect(leftOf(toPhase(back, 1, T + 2 * MINUTE), T + 2 * MINUTE).phase).toBe(11 * MINUTE)
})

test('overtime in one phase is what the interview is behind', () => {
  const late = toPhase(startCountdown([3, 12], T), 1, T + 5 * MINUTE)
  expect(behindBy(late, T + 5 * MINUTE)).toBe(2 * MINUTE)
  const early = toPhase(startCountdown([3, 12], T), 1, T + MINUTE)
  expect(behindBy(early, T + MINUTE)).toBe(-2 * MINUTE)
})

test('a pause stops both, and a move during it stays paused', () => {
  const stopped = paused(startCountdown([3, 12], T), T + MINUTE)
  expect(leftOf(stopped, T + 60 * MINUTE)).toEqual({ phase: 2 * MINUTE, total: 14 * MINUTE })
  const movedOn = toPhase(stopped, 1, T + 61 * MINUTE)
  expect(leftOf(resumed(movedOn, T + 62 * MINUTE), T + 62 * MINUTE)).toEqual({
    phase: 12 * MINUTE,
    total: 14 * MINUTE,
  })
  expect(paused(stopped, T + 5 * MINUTE)).toEqual(stopped)
})

const minutes = fc.array(fc.integer({ min: 1, max: 60 }), { minLength: 1, maxLength: 6 })
const steps = fc.array(
  fc.record({
    wait: fc.integer({ min: 0, max: 100 * MINUTE }),
    kind: fc.constantFrom('move', 'pause', 'resume'),
    to: fc.nat(5),
  }),
  { maxLength: 20 },
)

test('for any moves and pauses, what was spent is the time that ran', () => {
  fc.assert(
    fc.property(minutes, steps, (phases, all) => {
      let countdown = startCountdown(phases, T)
      let now = T
      let ran = 0
      for (const { wait, kind, to } of all) {
        if (countdown.pausedAt === null) ran += wait
        now += wait
        if (kind === 'pause') countdown = paused(countdown, now)
        else if (kind === 'resume') countdown = resumed(countdown, now)
        else countdown = toPhase(countdown, to % phases.length, now)
      }
      const planned = phases.reduce((sum, one) => sum + one, 0) * MINUTE
      const { phase, total } = leftOf(countdown, now)
      expect(total).toBe(planned - ran)
      const others = countdown.left.reduce((sum, one, at) => (at === countdown.phase ? sum : sum + one), 0)
      expect(others + phase).toBe(planned - ran)
    }),
  )
})

test('a clock that was set back shortens nothing', () => {
  const stopped = paused(startCountdown([3], T), T + MINUTE)
  expect(resumed(stopped, T).phaseEnds).toBe(stopped.phaseEnds)
})

for (const [ms, digits] of [
  [0, '0:00'],
  [1, '0:01'],
  [59_000, '0:59'],
  [59_001, '1:00'],
  [725_000, '12:05'],
  [3_729_000, '1:02:09'],
  [-999, '0:00'],
  [-1000, '+0:01'],
  [-61_000, '+1:01'],
] as const) {
  test(`${ms} ms read ${digits}`, () => {
    expect(inDigits(ms)).toBe(digits)
  })
}
