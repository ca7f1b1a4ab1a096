/** Every question has all parts of a page that survives follow-ups, in lengths that can be said and read. */
import { expect, test } from '@playwright/test'
import { answerParts } from '../../src/manuscript/answer.ts'
import { readSoundManuscript } from '../../src/manuscript/check.ts'
import { contentFolder, entriesOf } from '../../src/manuscript/manuscript.ts'
import { plainText } from '../../src/manuscript/plain-text.ts'
import { countWords } from '../../src/manuscript/words.ts'

const manuscript = readSoundManuscript(contentFolder())
const questions = entriesOf(manuscript, 'question')
const FOLLOW_UP_WORDS = { min: 15, max: 90 }
const DEEPER_WORDS = { min: 130, max: 450 }

const outside = (words: number, { min, max }: { min: number; max: number }) => words < min || words > max

test('forty questions or more, some in every area', () => {
  expect(questions.length).toBeGreaterThanOrEqual(40)
  const areas = new Set(questions.map(({ folder }) => folder))
  expect(entriesOf(manuscript, 'area').filter(({ id }) => !areas.has(id))).toEqual([])
})

test('a reviewer asks twenty times why, or more, each time at a line of the service', () => {
  expect(entriesOf(manuscript, 'why').length).toBeGreaterThanOrEqual(20)
})

test('below each answer stands what is behind it', () => {
  const wrong = questions.flatMap((question) => {
    const { file } = question
    const deeper = answerParts(question).filter(({ title }) => title === 'Go deeper')
    const words = countWords(plainText(deeper.map(({ text }) => text).join('\n\n')))
    return deeper.length !== 1 || outside(words, DEEPER_WORDS) ? [`${file}: ${deeper.length} parts, ${words} words`] : []
  })
  expect(wrong).toEqual([])
})

test('each follow-up has an answer of a few sentences', () => {
  const wrong = questions.flatMap(({ file, data }) =>
    data.followUps
      .map(({ id, answer }) => ({ id, words: countWords(plainText(answer)) }))
      .filter(({ words }) => outside(words, FOLLOW_UP_WORDS))
      .map(({ id, words }) => `${file}: ${id} has ${words} words`),
  )
  expect(wrong).toEqual([])
})

test('what is asked is plain text: it is said aloud, and stands in headings and menus', () => {
  const asked = [
    ...questions.flatMap(({ data }) => [data.prompt, data.title, ...data.followUps.map(({ ask }) => ask)]),
    ...entriesOf(manuscript, 'concept').flatMap(({ data }) => data.checks.map(({ ask }) => ask)),
    ...entriesOf(manuscript, 'why').map(({ data }) => data.ask),
  ]
  expect(asked.filter((text) => /[`*[\]]/.test(text))).toEqual([])
})

test('no two cards share a name: grades hang on it', () => {
  const names = [
    ...questions.flatMap(({ id, data }) => [id, ...data.followUps.map((followUp) => `${id}/${followUp.id}`)]),
    ...entriesOf(manuscript, 'concept').flatMap(({ id, data }) => data.checks.map((check) => `${id}/${check.id}`)),
  ]
  expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([])
})

test('a page that names a version or a year says where that was read', () => {
  const unsourced = [...questions, ...entriesOf(manuscript, 'concept')]
    .filter(({ body, data }) => /\b(?:Go|Redis|MySQL|Kubernetes|Terraform|grpc-go) v?\d|\b20[12]\d\b/.test(body + JSON.stringify(data)))
    .filter(({ body, data }) => data.sources.length === 0 && !body.includes('<Checked'))
  expect(unsourced.map(({ file }) => file)).toEqual([])
})
