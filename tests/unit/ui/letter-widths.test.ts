/** Room that words take, and where they are broken. */
import { expect, test } from '@playwright/test'
import fc from 'fast-check'
import { codeIn, TEXT, widthOf, wrap } from '../../../src/ui/letter-widths.ts'

test('broad letters take more room than narrow ones, and bold more than regular', () => {
  expect(widthOf('mmm')).toBeGreaterThan(widthOf('iii'))
  expect(widthOf('mmm', TEXT, true)).toBeGreaterThan(widthOf('mmm'))
  expect(widthOf('mmm', 2 * TEXT)).toBeCloseTo(2 * widthOf('mmm'))
})

test('code stands between backticks', () => {
  expect(codeIn('`ctx.Done()`')).toBe('ctx.Done()')
  expect(codeIn('the `ctx`')).toBeUndefined()
})

test('code is never broken', () => {
  expect(wrap('`a long line of code`', 10)).toEqual(['`a long line of code`'])
})

test('broken words are the same words, and no line with two of them is too long', () => {
  const words = fc.array(fc.stringMatching(/^[a-z]{1,12}$/), { minLength: 1, maxLength: 20 })
  fc.assert(
    fc.property(words, fc.integer({ min: 20, max: 300 }), (some, width) => {
      const lines = wrap(some.join(' '), width)
      expect(lines.join(' ')).toBe(some.join(' '))
      for (const line of lines.filter((one) => one.includes(' '))) expect(widthOf(line)).toBeLessThanOrEqual(width)
    }),
  )
})
