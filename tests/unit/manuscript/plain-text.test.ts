/** What a reader sees or a candidate says of some Markdown. */
import { expect, test } from '@playwright/test'
import { plainText, sampleText } from '../../../src/manuscript/plain-text.ts'

const WORDS: readonly (readonly [markdown: string, words: string])[] = [
  ['**bold**, *soft* and `code`', 'bold, soft and code'],
  ['[words](concept:redis) and [](story:outage)', 'words and '],
  ['# Heading\n\none\ntwo\n\n- three\n- four', 'Heading\none\ntwo\nthree\nfour'],
  ['one  \ntwo', 'one two'],
  ['| a | b |\n| - | - |\n| c | d |', 'a\nb\nc\nd'],
  ['before\n\n```sh\nmake warm\n```\n\nafter', 'before\nafter'],
  [String.raw`\*kept\* &amp; done`, '*kept* & done'],
]

for (const [markdown, words] of WORDS) {
  test(`the words of ${JSON.stringify(markdown)}`, () => {
    expect(plainText(markdown)).toBe(words)
  })
}

const body = 'One **word**.\n\n<Panel title="Not said">\n\nInside.\n\n</Panel>\n\n```sh\na {b}\n```\n\n~~~sql\nc\n~~~\n'

test('of a body the components are no words, but what stands in them is', () => {
  expect(plainText({ body, bodyLine: 1 })).toBe('One word.\nInside.')
})

test('samples are told apart from the words', () => {
  expect(sampleText({ body, bodyLine: 1 })).toBe('a {b}\nc')
  expect(sampleText('no sample')).toBe('')
})

test('a body that cannot be read has no words', () => {
  expect(plainText({ body: 'a <50 ms', bodyLine: 1 })).toBe('')
})
