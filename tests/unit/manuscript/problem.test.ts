/** Problems are told in the order of files and lines. */
import { expect, test } from '@playwright/test'
import { ContentError, formatProblems, type Problem } from '../../../src/manuscript/problem.ts'

const problem = (file: string, line: number): Problem => ({ file, line, found: 'f', expected: 'e', todo: 't' })

test('one mistake is one, in four lines', () => {
  expect(formatProblems([problem('a.yaml', 3)])).toBe(
    'One mistake in the content; nothing was built.\n\na.yaml:3\n  found     f\n  expected  e\n  to do     t',
  )
})

test('several are sorted and counted', () => {
  const text = formatProblems([problem('b.yaml', 1), problem('a.yaml', 10), problem('a.yaml', 9)])
  expect(text).toContain('3 mistakes')
  expect(text.match(/\w\.yaml:\d+/g)).toEqual(['a.yaml:9', 'a.yaml:10', 'b.yaml:1'])
})

test('the error has no stack to print', () => {
  const error = new ContentError([problem('a.yaml', 3)])
  expect(error.stack).toBe(error.message)
})
