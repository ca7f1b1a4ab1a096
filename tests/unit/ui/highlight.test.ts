/** Coloured code, a line at a time. */
import { expect, test } from '@playwright/test'
import { highlightLines } from '../../../src/ui/highlight.ts'

test('a comment over three lines is a comment on each', async () => {
  const lines = await highlightLines('a := 1\n/* one\n\nthree */\nb := 2', 'go')
  expect(lines).toHaveLength(5)
  for (const line of lines) {
    expect(line.split('<span').length, line).toBe(line.split('</span>').length)
  }
  expect(lines[1]).toMatch(/^<span class="token comment">\/\* one<\/span>$/)
  expect(lines[3]).toMatch(/^<span class="token comment">three \*\/<\/span>$/)
  expect(lines[4]).toContain('b ')
})
