/** A mistake in the words is told to its author: where, what stands there, what was expected and what to do. */
import { expect, test } from '@playwright/test'
import { BODIES } from './broken-bodies.ts'
import { change, CONCEPT } from './broken-case.ts'
import { lineOf, messageAt, toldAbout } from './broken-content.ts'
import { BETWEEN_FILES, FIELDS } from './broken-fields.ts'
import { PICTURES } from './broken-pictures.ts'

for (const { name, mistake, file = mistake.file, line, found, expected, todo } of [
  ...FIELDS,
  ...BETWEEN_FILES,
  ...BODIES,
  ...PICTURES,
]) {
  test(`${name} is told with file, line and what to do`, () => {
    expect(toldAbout(mistake)).toBe(messageAt(file, line, found, expected, todo))
  })
}

test('an unknown blank in a field is told with the blanks that there are', () => {
  const told = toldAbout(change('guide.yaml', '[](blank:interview-time)', '[](blank:interview-tim)'))
  expect(told).toContain(`content/guide.yaml:${lineOf('guide.yaml', '[](blank:interview-time)')}\n`)
  expect(told).toMatch(/found {5}"blank:interview-tim", which does not exist\n {2}expected {2}one of blank:backend-cpu/)
  expect(told).toMatch(/to do {5}write "blank:interview-time", or add what is meant$/)
})

test('several mistakes are told in the order of files and lines, with their number', () => {
  const told = toldAbout(change(CONCEPT, 'summary:', 'sumary:'))
  expect(told.split('\n')[0]).toBe('2 mistakes in the content; nothing was built.')
  expect(told).toContain(`content/${CONCEPT}:2\n  found     no field "summary"`)
  expect(told).toContain(`content/${CONCEPT}:${lineOf(CONCEPT, 'summary:')}\n  found     a field "sumary"`)
})
