/** A story can be told as it stands: in two to three minutes, mostly about what the candidate did, with figures that have a source. */
import { expect, test } from '@playwright/test'
import { readSoundManuscript } from '../../src/manuscript/check.ts'
import { contentFolder, entriesOf, type Entry } from '../../src/manuscript/manuscript.ts'
import { plainText } from '../../src/manuscript/plain-text.ts'
import { countWords } from '../../src/manuscript/words.ts'

const PARTS = ['situation', 'task', 'action', 'result'] as const
const WORDS = { min: 250, max: 350 }
const SHARES = { situation: 20, task: 10, action: 60, result: 10 }
const TOLERANCE = 7

/** What stands in a told story without a blank, and where it comes from. */
const FIGURES: Record<string, string> = {
  '30 %': 'the brief, performance',
  '25 minutes': 'the brief, outage',
  '20 %': 'the brief, listing',
  '108 allocations': 'service/PROFILING.md, step 1',
  '76': 'service/PROFILING.md, step 1',
}

const manuscript = readSoundManuscript(contentFolder())
const blanks = new Map(entriesOf(manuscript, 'blank').map(({ id, data }) => [id, data]))
const stories = entriesOf(manuscript, 'story')
const told = stories.filter(({ data }) => !data.outline)
const outlines = stories.filter(({ data }) => data.outline)

const BLANK = /\[\]\(blank:([a-z0-9-]+)\)/g
/** Words that a blank takes once it is filled: a figure with its unit, or half a sentence. */
const filled = (text: string) =>
  text.replace(BLANK, (_, id: string) => {
    const blank = blanks.get(id)
    return blank?.kind === 'figure' ? `one ${blank.unit ?? ''}` : 'in about as many words as this has'
  })
const wordsOf = (text: string) => countWords(plainText(filled(text)))
const wholeOf = ({ data }: Entry<'story'>) => [data.headline, ...PARTS.map((part) => data[part])].join('\n')
const times = (text: string, word: RegExp) => [...text.matchAll(word)].length

for (const story of told) {
  const { id, data } = story

  test(`${id} is told in 250 to 350 words, with its blanks left out or filled`, () => {
    expect(countWords(plainText(wholeOf(story)))).toBeGreaterThanOrEqual(WORDS.min)
    expect(wordsOf(wholeOf(story))).toBeLessThanOrEqual(WORDS.max)
  })

  test(`${id} gives about 20, 10, 60 and 10 per cent to situation, task, action and result`, () => {
    const total = wordsOf(PARTS.map((part) => data[part]).join('\n'))
    const off = PARTS.map((part) => ({ part, share: (100 * wordsOf(data[part])) / total })).filter(
      ({ part, share }) => Math.abs(share - SHARES[part]) > TOLERANCE,
    )
    expect(off).toEqual([])
  })

  test(`${id} says "I" where the candidate acted`, () => {
    const [own, shared] = [times(data.action, /\bI\b/g), times(data.action, /\bwe\b/gi)]
    expect(own).toBeGreaterThan(0)
    expect(own).toBeGreaterThanOrEqual(3 * shared)
  })

  test(`${id} has no figure without a source or a blank`, () => {
    const known = Object.keys(FIGURES).reduce((text, figure) => text.replaceAll(figure, ''), wholeOf(story))
    expect(known.replace(BLANK, '').match(/\d[\d.,]*\S*/g) ?? []).toEqual([])
    expect(wholeOf(story)).toMatch(BLANK)
  })
}

test('three stories are told and printed at least', () => {
  expect(told.filter(({ data }) => data.bullets !== undefined).length).toBeGreaterThanOrEqual(3)
})

for (const { id, data } of outlines) {
  test(`the outline ${id} is nothing but questions to the candidate, each part with its blank`, () => {
    for (const part of PARTS) {
      const lines = data[part].split('\n')
      expect.soft(lines.filter((line) => !/^- .*[?]/.test(line)), part).toEqual([])
      expect.soft(data[part], part).toMatch(BLANK)
      expect.soft(data[part], `${part} tells nothing`).not.toMatch(/\b(?:I|we|my|our)\b/)
    }
  })
}
