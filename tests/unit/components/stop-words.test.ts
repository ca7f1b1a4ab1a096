/** Words of a question that say nothing about its subject are not searched for. */
import { expect, test } from '@playwright/test'
import { withoutStopWords } from '../../../src/components/search/stop-words.ts'

for (const [typed, searched] of [
  ['what are your weaknesses', 'weaknesses'],
  ['What are your weaknesses?', 'weaknesses?'],
  ['how to prevent goroutine leaks', 'prevent goroutine leaks'],
  ['redis', 'redis'],
  ['why you', 'why'],
  ['who are you', 'who are you'],
  ['N+1', 'N+1'],
] as const) {
  test(`“${typed}” is a search for “${searched}”`, () => {
    expect(withoutStopWords(typed)).toBe(searched)
  })
}
