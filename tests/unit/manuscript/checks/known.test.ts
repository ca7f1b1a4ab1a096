/** What there is to refer to, and what is told of the rest. */
import { expect, test } from '@playwright/test'
import { dangling, isReferenceKind, knownIn } from '../../../../src/manuscript/checks/known.ts'
import type { Kind } from '../../../../src/manuscript/kinds.ts'

const text = (kind: Kind, id: string) => ({ kind, id, folder: '', file: '', body: '', bodyLine: 1 })
const region = { file: 'flight/flight.go', name: 'do', from: 1, to: 2, code: '', numbers: [], language: 'go' }

const known = (ids: readonly string[], unread: readonly Kind[] = []) =>
  knownIn({
    entries: [],
    unsound: ids.map((id) => text('concept', id)),
    unread: new Set(unread),
    regions: [region],
    problems: [],
  })

test('what could not be read counts as there, and so does a region of the code', () => {
  const { has, idsOf } = known(['redis'], ['story'])
  expect([has('concept', 'redis'), has('concept', 'mysql'), has('story', 'any'), has('blank', 'any')]).toEqual([
    true,
    false,
    true,
    false,
  ])
  expect(idsOf('concept')).toEqual(['redis'])
  expect(has('code', 'flight/flight.go#do')).toBe(true)
})

test('a name that is nearly right is corrected', () => {
  expect(dangling('concept', 'rediss', known(['mysql', 'redis']))).toEqual({
    found: '"concept:rediss", which does not exist',
    expected: 'one of concept:mysql, concept:redis',
    todo: 'write "concept:redis", or add what is meant',
  })
})

for (const [kind, id, place] of [
  ['concept', 'kubernetes', 'the folder "concepts"'],
  ['blank', 'peak-load', 'blanks.yaml'],
  ['code', 'admin/routes.go#all-of-them', 'the service, as a marked region'],
] as const) {
  test(`a ${kind} that resembles none is to be added to ${place}`, () => {
    expect(dangling(kind, id, known(['redis'])).todo).toBe(`add it to ${place}, or name another`)
  })
}

test('where there is none, none is listed', () => {
  expect(dangling('blank', 'x', known([])).expected).toBe('a blank, of which there is none')
})

test('of many names the nearest are listed in their order, and the others counted', () => {
  const ids = ['far-away-one', ...Array.from({ length: 12 }, (_, at) => `task-${at}`), 'far-away-two']
  const { expected } = dangling('concept', 'task-x', known(ids))
  expect(expected).toMatch(/^one of concept:task-0, concept:task-1, .*concept:task-11 and 2 more$/)
})

for (const [kind, isOne] of [
  ['concept', true],
  ['code', true],
  ['area', false],
  ['concepts', false],
] as const) {
  test(`a link may ${isOne ? '' : 'not '}name the kind ${kind}`, () => {
    expect(isReferenceKind(kind)).toBe(isOne)
  })
}
