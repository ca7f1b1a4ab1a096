/** A model answer falls into the parts that its headings name. */
import { expect, test } from '@playwright/test'
import { answerParts } from '../../../src/manuscript/answer.ts'

const partsOf = (body: string) => answerParts({ body, bodyLine: 10 })

test('each heading begins a part, and text before the first belongs to none', () => {
  const parts = partsOf('before\n\n## One\n\nfirst\n\n## Two\n\nsecond\n### Deeper\nthird')
  expect(parts.map(({ title, line }) => [title, line])).toEqual([
    ['One', 12],
    ['Two', 16],
  ])
  expect(parts[0]?.text).toBe('first')
  expect(parts[1]?.text).toBe('second\n### Deeper\nthird')
})

test('a heading at the very end has an empty part', () => {
  expect(partsOf('## Last')).toEqual([{ title: 'Last', text: '', line: 10 }])
})

test('a text without headings has no parts', () => {
  expect(partsOf('just words')).toEqual([])
})

for (const [what, sample] of [
  ['three backticks', '```sh\n## make the cache warm\nmake warm\n```'],
  ['tildes', '~~~sh\n## make the cache warm\n~~~'],
  ['four backticks around three', '````markdown\n```\n## heading\n```\n````'],
] as const) {
  test(`a line of a sample between ${what} is no heading`, () => {
    const parts = partsOf(`## An example\n\n${sample}\n\nafter`)
    expect(parts).toEqual([{ title: 'An example', text: `${sample}\n\nafter`, line: 10 }])
  })
}

test('a heading that is underlined is one', () => {
  expect(partsOf('One\n---\n\nfirst').map(({ title }) => title)).toEqual(['One'])
})
