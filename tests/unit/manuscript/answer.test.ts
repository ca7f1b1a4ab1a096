/** A model answer falls into the parts that its headings name. */
import { expect, test } from '@playwright/test'
import { answerParts } from '../../../src/manuscript/answer.ts'

test('each heading begins a part, and text before the first belongs to none', () => {
  const parts = answerParts('before\n\n## One\n\nfirst\n\n## Two\n\nsecond\n### Deeper\nthird')
  expect(parts.map(({ title }) => title)).toEqual(['One', 'Two'])
  expect(parts[0]?.text.trim()).toBe('first')
  expect(parts[1]?.text.trim()).toBe('second\n### Deeper\nthird')
})

test('a heading at the very end has an empty part', () => {
  expect(answerParts('## Last')).toEqual([{ title: 'Last', text: '' }])
})

test('a text without headings has no parts', () => {
  expect(answerParts('just words')).toEqual([])
})
