/** Hours are said as a reader says them. */
import { expect, test } from '@playwright/test'
import { spanOf, totalOf } from '../../../src/ui/hours.ts'

for (const [from, to, said] of [
  [2, 4, '2–4 h'],
  [1, 1, '1 h'],
  [0.5, 0.5, '30 min'],
  [0.5, 1, '0.5–1 h'],
  [12.5, 14.5, '12.5–14.5 h'],
] as const) {
  test(`${from} to ${to} hours is ${said}`, () => {
    expect(spanOf({ from, to })).toBe(said)
  })
}

test('spans add up at both ends', () => {
  expect(
    totalOf([
      { from: 1, to: 2 },
      { from: 0.5, to: 0.5 },
    ]),
  ).toEqual({ from: 1.5, to: 2.5 })
  expect(totalOf([])).toEqual({ from: 0, to: 0 })
})
