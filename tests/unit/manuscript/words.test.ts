/** Words are counted as a reader sees them or a candidate says them. */
import { expect, test } from '@playwright/test'
import { plainText } from '../../../src/manuscript/plain-text.ts'
import { countWords } from '../../../src/manuscript/words.ts'

const TABLE: readonly (readonly [markdown: string, words: number])[] = [
  ['', 0],
  ['one two three', 3],
  ['**bold** and *italic*', 3],
  ['a – dash — is no word', 5],
  ['[two words](https://example.org/a/long/address)', 2],
  ['[](question:go-projects)', 0],
  ['```go\nfunc main() {}\n```\nafter', 1],
  ['`context.Context` everywhere', 2],
  ['- one\n- two', 2],
  ['## A heading', 2],
  ['> said aloud', 2],
  ['<Checked verdict="open">still open</Checked>', 2],
  ['about 30 % less', 3],
  ['re**start** it', 2],
  ['one\\\ntwo', 2],
  ['~~~sh\nmake it\n~~~\nafter', 1],
  ['| a | b |\n| - | - |\n| c | d |', 4],
]

for (const [markdown, words] of TABLE) {
  test(`${JSON.stringify(markdown)} has ${words} words`, () => {
    expect(countWords(plainText(markdown))).toBe(words)
  })
}

test('the plain text keeps the words of a link and loses its target', () => {
  expect(plainText('see [the plan](section:plan) now')).toBe('see the plan now')
})
