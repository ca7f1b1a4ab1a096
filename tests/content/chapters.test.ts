/** Every chapter is one: long enough to study, with a picture, code, a lab and five questions to oneself. */
import { expect, test } from '@playwright/test'
import { answerParts } from '../../src/manuscript/answer.ts'
import { readSoundManuscript } from '../../src/manuscript/check.ts'
import { contentFolder, entriesOf } from '../../src/manuscript/manuscript.ts'
import { plainText } from '../../src/manuscript/plain-text.ts'
import { countWords } from '../../src/manuscript/words.ts'

const chapters = entriesOf(readSoundManuscript(contentFolder()), 'concept')
const CHAPTER_WORDS = { min: 900, max: 1800 }

for (const chapter of chapters) {
  const { id, body, data } = chapter
  test(`the chapter ${id} has its length, a picture, code and a lab at its end`, () => {
    const words = countWords(plainText(chapter))
    expect(words).toBeGreaterThanOrEqual(CHAPTER_WORDS.min)
    expect(words).toBeLessThanOrEqual(CHAPTER_WORDS.max)
    expect(body).toContain('<Picture id="')
    expect(body).toContain('<Code region="')
    const lab = answerParts(chapter).at(-1)
    expect(lab?.title).toBe('Do it once')
    expect(lab?.text).toMatch(/^```sh$/m)
    expect(data.checks).toHaveLength(5)
    expect(data.sources.length).toBeGreaterThan(0)
  })
}
