/** Minutes to read are whole, at least one, and count code as well. */
import { expect, test } from '@playwright/test'
import { minutesForWords, minutesToRead } from '../../../src/manuscript/reading-time.ts'

for (const [words, minutes] of [
  [0, 1],
  [1, 1],
  [200, 1],
  [299, 1],
  [300, 2],
  [1000, 5],
] as const) {
  test(`${words} words take ${minutes} min`, () => {
    expect(minutesForWords(words)).toBe(minutes)
    expect(minutesToRead('word '.repeat(words))).toBe(minutes)
  })
}

test('code takes its time too', () => {
  expect(minutesToRead(`\`\`\`go\n${'x := 1\n'.repeat(200)}\`\`\`\n`)).toBe(3)
})
