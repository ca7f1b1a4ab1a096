/** Nothing of the brief is lost: each of its facts stands in the file that is about it. */
import { expect, test } from '@playwright/test'
import { readSoundManuscript } from '../../src/manuscript/check.ts'
import { contentFolder, entriesOf } from '../../src/manuscript/manuscript.ts'
import * as facts from './brief-facts.ts'
import * as factsToLearn from './brief-facts-to-learn.ts'
import { BRIEF_QUESTIONS } from './brief-questions.ts'
import { flatTextOf } from './content.ts'

const manuscript = readSoundManuscript(contentFolder())
const spans = (hours: { from: number; to: number } | undefined) => (hours ? [hours.from, hours.to] : [])

for (const [part, rows] of Object.entries({ ...facts, ...factsToLearn })) {
  test(`every fact of the brief's ${part.toLowerCase()} stands where a reader looks for it`, () => {
    const lost = rows.filter(([, file, said]) => !said.test(flatTextOf(file))).map(([fact, file]) => `${file}: ${fact}`)
    expect(lost).toEqual([])
  })
}

test("the brief's thirteen sections, six areas, thirteen asks, ten concepts, four flags and three sheets", () => {
  const counts = (['area', 'ask', 'concept', 'flag', 'sheet'] as const).map((kind) => [
    kind,
    entriesOf(manuscript, kind).length,
  ])
  expect(Object.fromEntries(counts)).toEqual({ area: 6, ask: 13, concept: 10, flag: 4, sheet: 3 })
  expect(entriesOf(manuscript, 'section').filter(({ data }) => !data.added)).toHaveLength(13)
})

test("each area has the brief's questions", () => {
  const asked = entriesOf(manuscript, 'question').map(({ folder, id }) => `${folder}/${id}`)
  expect(BRIEF_QUESTIONS.filter((question) => !asked.includes(question))).toEqual([])
})

test("the brief's three stories are told", () => {
  const told = entriesOf(manuscript, 'story').map(({ id }) => id)
  expect(['performance', 'outage', 'listing-api'].filter((id) => !told.includes(id))).toEqual([])
})

test('each concept has the hours of the brief, in its order', () => {
  const concepts = entriesOf(manuscript, 'concept').toSorted((a, b) => a.data.order - b.data.order)
  expect(concepts.map(({ id, data }) => [id, spans(data.hours)])).toEqual([
    ['go-fundamentals', [2, 4]],
    ['grpc-and-proto', [1, 2]],
    ['profiling', [1, 2]],
    ['catalog-design', [3, 4]],
    ['mysql', [1, 2]],
    ['redis', [1, 1]],
    ['aws-and-terraform', [1, 2]],
    ['observability', [1, 2]],
    ['incidents', []],
    ['node-to-go', []],
  ])
})

test('each task of the sprint has its day and its hours', () => {
  const [plan] = entriesOf(manuscript, 'plan')
  const tasks = plan?.data.days.flatMap(({ day, tasks }) => tasks.map(({ id, hours }) => [day, id, spans(hours)]))
  expect(tasks).toEqual([
    [1, 'go-crash-course', [3, 3]],
    [1, 'grpc-skeleton', [2, 2]],
    [2, 'mysql-redis', [2, 3]],
    [2, 'pprof', [1, 1]],
    [2, 'star-stories', [1, 1]],
    [3, 'design-mock', [2, 2]],
    [3, 'rehearse-answers', [1, 2]],
    [3, 'asks-and-pitch', [0.5, 0.5]],
  ])
})

test('eight questions are marked for the rehearsal, six asks for the day', () => {
  const ranks = entriesOf(manuscript, 'question').flatMap(({ data }) => data.top ?? [])
  expect(ranks.toSorted((a, b) => a - b)).toEqual([1, 2, 3, 4, 5, 6, 7, 8])
  expect(entriesOf(manuscript, 'ask').filter(({ data }) => data.chosen)).toHaveLength(6)
})

test('every ask of the brief is asked', () => {
  expect(entriesOf(manuscript, 'ask').map(({ id, data }) => [id, data.group])).toEqual([
    ['owned-apis', 'The work'],
    ['pain-points', 'The work'],
    ['latency-slos', 'The work'],
    ['observability-stack', 'The work'],
    ['terraform-ownership', 'The work'],
    ['first-months', 'The team and you'],
    ['squad', 'The team and you'],
    ['growth', 'The team and you'],
    ['integration', 'The company'],
    ['scayle-payments', 'The company'],
    ['loop', 'Practical'],
    ['visa', 'Practical'],
    ['on-site-days', 'Practical'],
  ])
})
