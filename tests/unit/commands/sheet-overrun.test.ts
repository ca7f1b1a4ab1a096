/** A sheet that became too long is told to its author. */
import { expect, test } from '@playwright/test'
import { overrunProblem } from '../../../commands/sheet-overrun.ts'
import { formatProblem } from '../../../src/manuscript/problem.ts'

test('a sheet of one page on both papers is no problem', () => {
  const fits = { pages: 1, beyond: 0 }
  expect(overrunProblem('content/sheets/x.mdx', [{ paper: 'A4', ...fits }])).toBeUndefined()
})

test('one that is too long on a paper says on which, and by how much', () => {
  const problem = overrunProblem('content/sheets/x.mdx', [
    { paper: 'A4', pages: 1, beyond: 0 },
    { paper: 'Letter', pages: 2, beyond: 31 },
  ])
  expect(problem && formatProblem(problem).split('\n')).toEqual([
    'content/sheets/x.mdx:1',
    '  found     2 pages on Letter, 31 mm too long',
    '  expected  one page on A4 and on Letter',
    '  to do     shorten the sheet, or put a part of it on a sheet of its own',
  ])
})
