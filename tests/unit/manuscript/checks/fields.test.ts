/** The texts of an entry are found by walking its schema: what each holds, and what it refers to. */
import { expect, test } from '@playwright/test'
import { fieldsOf } from '../../../../src/manuscript/checks/fields.ts'
import { KINDS, type DataOf, type Kind } from '../../../../src/manuscript/kinds.ts'

/** Path, text and meaning of the fields of some data, which the kind's schema accepts. */
function fields(kind: Kind, raw: unknown): string[] {
  // The kind's own schema has accepted the data.
  const data = KINDS[kind].schema.parse(raw) as DataOf<Kind>
  return fieldsOf({ kind, data }).map(
    ({ text, path, holds, refersTo }) => `${path.join('.')} ${holds ?? refersTo ?? '-'} ${text}`,
  )
}

const ASK = { id: 'visa', title: 'Visa', ask: 'Do you help with it?', group: 'Practical', audience: ['recruiter'] }

test('names, plain words, Markdown and references are told apart, in the order of the schema', () => {
  expect(fields('ask', { ...ASK, flags: ['churn'], listenFor: 'A *yes*.' })).toEqual([
    'id - visa',
    'title plain Visa',
    'ask plain Do you help with it?',
    'group plain Practical',
    'audience.0 - recruiter',
    'listenFor inline A *yes*.',
    'flags.0 flag churn',
  ])
})

test('a list that is left out has no fields, and neither has an optional text', () => {
  expect(fields('ask', { ...ASK, listenFor: 'A yes.' }).filter((field) => field.startsWith('flags'))).toEqual([])
  expect(fields('flag', { id: 'churn', flag: 'People leave.', ask: 'Why?' })).not.toContainEqual(
    expect.stringContaining('short'),
  )
})

test('an optional text that is there holds what its schema says', () => {
  expect(fields('flag', { id: 'churn', flag: 'People leave.', short: 'Churn', ask: 'Why?' })).toContain(
    'short plain Churn',
  )
})

test('objects within lists are walked', () => {
  const stops = [{ to: 'sheet:day-of', minutes: 1, do: 'Read **it**.' }]
  const path = { id: 'x', title: 'Now', minutes: 1, summary: 'For somebody in a hurry.', stops }
  expect(fields('path', path).slice(-2)).toEqual(['stops.0.to * sheet:day-of', 'stops.0.do inline Read **it**.'])
})

const PICTURE = { title: 'A picture', alt: 'What one sees and what it means, for those who do not see it. '.repeat(2) }

test('of several shapes the one that fits is walked, one with a rule of its own included', () => {
  const bars = [{ label: 'service', bench: 'floor/p99' }]
  expect(fields('picture', { ...PICTURE, kind: 'bars', groups: [{ title: 'p99', bars }] })).toEqual(
    expect.arrayContaining(['groups.0.title plain p99', 'groups.0.bars.0.bench figure floor/p99']),
  )
  const axis = { label: 'days', from: 0, to: 1 }
  const series = [{ lines: ['fast'], points: [[0, 1]] }]
  expect(fields('picture', { ...PICTURE, kind: 'lines', x: axis, y: axis, series })).toEqual(
    expect.arrayContaining(['x.label plain days', 'series.0.lines.0 plain fast']),
  )
})

test('what a rule changes while it reads is a text too', () => {
  const source = { title: 'Notes', href: 'https://go.dev/doc', asOf: 2026 }
  const checks = Array.from({ length: 5 }, (_, at) => ({ id: `c${at}`, ask: 'What is that?', answer: 'x'.repeat(60) }))
  const raw = { title: 'Go', order: 1, summary: 'What Go is and is not.', prepare: 'one', covers: ['a'], action: 'b' }
  expect(fields('concept', { ...raw, actionFrom: 'guide', checks, sources: [source] })).toEqual(
    expect.arrayContaining(['sources.0.title plain Notes', 'sources.0.asOf - 2026']),
  )
})
