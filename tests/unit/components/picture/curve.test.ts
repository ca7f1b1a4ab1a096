/** The named curves are right where the answer is known. */
import { expect, test } from '@playwright/test'
import { atLeastOne, daysToEmpty, pointsOf } from '../../../../src/components/picture/curve.ts'

for (const [calls, percent] of [
  [0, 0],
  [1, 1],
  [10, 9.562],
  [50, 39.499],
  [100, 63.397],
] as const) {
  test(`of ${calls} calls at least one is among the slowest hundredth on ${percent} % of pages`, () => {
    expect(atLeastOne(0.01, calls)).toBeCloseTo(percent, 2)
  })
}

test('a burn of 14.4 empties the budget of 30 days in 50 hours, one of 6 in 5 days', () => {
  expect(daysToEmpty(14.4, 30) * 24).toBeCloseTo(50)
  expect(daysToEmpty(6, 30)).toBe(5)
})

test('what the alerts spend before they go off is what the windows say', () => {
  const left = (rate: number, day: number) =>
    pointsOf({ name: 'budget-left', rate, days: 30 }, day, day)[0]?.[1] ?? Number.NaN
  expect(left(14.4, 1 / 24)).toBeCloseTo(98)
  expect(left(6, 6 / 24)).toBeCloseTo(95)
  expect(left(1, 3)).toBeCloseTo(90)
})

test('a burn ends where the budget does, or where the axis does', () => {
  expect(pointsOf({ name: 'budget-left', rate: 6, days: 30 }, 0, 30)).toEqual([
    [0, 100],
    [5, 0],
  ])
  expect(pointsOf({ name: 'budget-left', rate: 1, days: 30 }, 0, 15).at(-1)).toEqual([15, 50])
})
