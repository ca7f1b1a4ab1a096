/** Figures of the bench: how they are written, and what is said when there is none. */
import { expect, test } from '@playwright/test'
import { figureOf, measured, readFigures, referencesIn, rounded, withFigures } from '../../../src/manuscript/bench.ts'

const figures = new Map([
  ['floor/service: throughput', { name: 'service: throughput', value: 37_985.31, unit: 'calls/s' }],
  ['cache/off: SELECTs per 1,000 calls', { name: 'off: SELECTs per 1,000 calls', value: 2001.3, unit: '' }],
])

for (const [value, written] of [
  [37_985.31, '38,000'],
  [2001.3, '2,001'],
  [98.2946, '98.3'],
  [0.17423, '0.174'],
  [4.02539, '4.03'],
  [12, '12'],
  [0, '0'],
] as const) {
  test(`${value} is written ${written}`, () => {
    expect(rounded(value)).toBe(written)
  })
}

test('a unit never leaves its number', () => {
  expect(measured({ value: 8.107, unit: 'ms' })).toBe('8.11\u00a0ms')
  expect(measured({ value: 2001.3, unit: '' })).toBe('2,001')
})

test('a text gets its figures, with or without their units, and keeps other braces', () => {
  expect(withFigures('serves {floor/service: throughput}', figures)).toBe('serves 38,000\u00a0calls/s')
  expect(withFigures('{floor/service: throughput|} calls', figures)).toBe('38,000 calls')
  expect(withFigures('select { case v: }', figures)).toBe('select { case v: }')
  expect(referencesIn('{floor/a} and {cache/b|} and { c }')).toEqual(['floor/a', 'cache/b'])
})

test('a figure that was never measured stops the build by its name', () => {
  expect(() => figureOf(figures, 'floor/p42')).toThrow('service/bench/results.json has no figure "floor/p42"')
})

test("the service's own results can be read", () => {
  expect(readFigures().get('floor/service: throughput')?.unit).toBe('calls/s')
})
