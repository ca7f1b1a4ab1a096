/** A mistake in the words is told to its author: where, what stands there, what was expected and what to do. */
import { expect, test } from '@playwright/test'
import { ACCEPTED_BODIES, BODIES } from './broken-bodies.ts'
import { change, CONCEPT, putIn, QUESTION, SECTION } from './broken-case.ts'
import { lineOf, messageAt, toldAbout } from './broken-content.ts'
import { BETWEEN_FILES, FIELDS } from './broken-fields.ts'
import { ACCEPTED_FILES, BROKEN_FILES } from './broken-files.ts'
import { ACCEPTED_LINKS, ANCHORS, LINKS } from './broken-links.ts'
import { ACCEPTED_LISTS, LISTS } from './broken-lists.ts'
import { PICTURES } from './broken-pictures.ts'
import { textOf } from './content.ts'
import { readSoundManuscript } from '../../src/manuscript/check.ts'

for (const { name, mistake, file = [mistake].flat()[0]?.file ?? '', line, found, expected, todo } of [
  ...FIELDS,
  ...BETWEEN_FILES,
  ...BODIES,
  ...PICTURES,
  ...BROKEN_FILES,
  ...LINKS,
  ...ANCHORS,
  ...LISTS,
]) {
  test(`${name} is told with file, line and what to do`, async () => {
    expect(await toldAbout(mistake)).toBe(messageAt(file, line, found, expected, todo))
  })
}

for (const { name, mistake } of [...ACCEPTED_FILES, ...ACCEPTED_BODIES, ...ACCEPTED_LINKS, ...ACCEPTED_LISTS]) {
  test(`${name} is no mistake`, async () => {
    expect(await toldAbout(mistake)).toBe('')
  })
}

test('an unknown blank in a field is told with the blanks that there are', async () => {
  const told = await toldAbout(change('guide.yaml', '[](blank:interview-time)', '[](blank:interview-tim)'))
  expect(told).toContain(`content/guide.yaml:${lineOf('guide.yaml', '[](blank:interview-time)')}\n`)
  expect(told).toMatch(/found {5}"blank:interview-tim", which does not exist\n {2}expected {2}one of blank:.*blank:interview-time.* and \d+ more\n/)
  expect(told).toMatch(/to do {5}write "blank:interview-time", or add what is meant$/)
})

test('several mistakes are told in the order of files and lines, with their number', async () => {
  const told = await toldAbout(change(CONCEPT, 'summary:', 'sumary:'))
  expect(told.split('\n')[0]).toBe('2 mistakes in the content; nothing was built.')
  expect(told).toContain(`content/${CONCEPT}:2\n  found     no field "summary"`)
  expect(told).toContain(`content/${CONCEPT}:${lineOf(CONCEPT, 'summary:')}\n  found     a field "sumary"`)
})

test('mistakes of a field, a text and a reference are told at once', async () => {
  const told = await toldAbout([
    change(QUESTION, 'minutes: 4\n', 'minutes: four\n'),
    putIn('<Pich />'),
    change('paths.yaml', '"sheet:day-of"', '"sheet:day-off"'),
  ])
  expect(told.split('\n').filter((line) => /mistakes|^content|found/.test(line))).toEqual([
    '3 mistakes in the content; nothing was built.',
    `content/${SECTION}:${lineOf(SECTION, '## The pitch')}`,
    '  found     <Pich>, which is no part that words may use',
    `content/paths.yaml:${lineOf('paths.yaml', '"sheet:day-of"')}`,
    '  found     "sheet:day-off", which does not exist',
    `content/${QUESTION}:${lineOf(QUESTION, 'minutes: 4')}`,
    '  found     minutes: "four"',
  ])
})

test('several orders that are taken are each told another free number', async () => {
  const area = 'questions/gaps'
  const told = await toldAbout(['go-projects', 'learning-go', 'seniority'].map((name) => ({
    file: `${area}/${name}.mdx`,
    write: textOf(`${area}/${name}.mdx`).replace(/^order: .*$/m, 'order: 1'),
  })))
  const free = [...told.matchAll(/(\d+) is free/g)].map(([, number]) => Number(number))
  expect(free).toHaveLength(2)
  expect(new Set(free).size).toBe(2)
})

test('a folder that is not there is one mistake', () => {
  expect(() => readSoundManuscript('no/such/folder')).toThrow(
    /^One mistake .*\n\nno\/such\/folder:1\n {2}found {5}no such folder\n/,
  )
})
