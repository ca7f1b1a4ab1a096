/** A mock interview from its first question to its one gap. */
import { expect, test } from '@playwright/test'
import fc from 'fast-check'
import { safeParse } from 'valibot'
import { pointsOf } from '../../../src/practice/mock/debrief/chart.ts'
import {
  debriefOf,
  firstGap,
  judgedIn,
  meanOf,
  variantOf,
  type Drillable,
} from '../../../src/practice/mock/debrief/gap.ts'
import type { GuideQuestion, MockFacts } from '../../../src/practice/mock/facts.ts'
import {
  beginMock,
  finished,
  inDebrief,
  mock,
  moved,
  placeOf,
  rated,
  stepOf,
  toDebrief,
  type Mock,
  type Rating,
} from '../../../src/practice/mock/mock.ts'
import { MockStore } from '../../../src/practice/mock/mock-store.ts'
import { markdownOf, reportOf } from '../../../src/practice/mock/debrief/report.ts'
import { fit, STORY, targetOf, targetOfWords } from '../../../src/practice/mock/recording/target.ts'
import { PracticeStorage } from '../../../src/practice/kit/storage/storage.ts'
import { MemoryArea } from './memory-area.ts'

const T = 1_795_000_000_000
const agenda = [
  { phase: 'pitch', minutes: 3, slots: [{ question: 'hello', minutes: 3 }] },
  {
    phase: 'go',
    minutes: 8,
    slots: [
      { question: 'races', minutes: 4 },
      { question: 'leaks', minutes: 4 },
    ],
  },
  { phase: 'debrief', minutes: 4, slots: [{ question: 'look-back', minutes: 4 }] },
]
const begun = (now = T) => beginMock({ length: 45, seed: 'ABCDE' }, agenda, { alone: false, recording: true }, now)

test('steps lead through every question to the debrief and back', () => {
  let now = begun()
  const seen: string[] = []
  for (let to = stepOf(now, 1); to; to = stepOf(now, 1)) {
    seen.push(placeOf(now)?.asked.question ?? '')
    expect(inDebrief(now)).toBe(false)
    now = moved(now, to, T)
  }
  expect(seen).toEqual(['hello', 'races', 'leaks'])
  expect(inDebrief(now)).toBe(true)
  for (let to = stepOf(now, -1); to; to = stepOf(now, -1)) {
    now = moved(now, to, T)
    expect(placeOf(now)?.asked.question).toBe(seen.pop())
  }
})

test('steps lead past phases that ask nothing, from the first question to the debrief and back', () => {
  const phase = fc.nat(3).map((length) => Array.from({ length }, () => 2))
  fc.assert(
    fc.property(fc.array(phase, { minLength: 1, maxLength: 6 }), (phases) => {
      const drawn = [...phases, [4]].map((slots, at) => ({
        phase: `phase ${at}`,
        minutes: 10,
        slots: slots.map((minutes, slot) => ({ question: `${at}.${slot}`, minutes })),
      }))
      const questions = drawn.flatMap(({ slots }) => slots.map(({ question }) => question))
      const walk = (from: Mock, by: 1 | -1) => {
        const places = [from]
        for (let to = stepOf(from, by); to; to = stepOf(places.at(-1) ?? from, by))
          places.push(moved(places.at(-1) ?? from, to, T))
        return places
      }
      const there = walk(beginMock({ length: 45, seed: 'A' }, drawn, { alone: true, recording: false }, T), 1)
      const last = there.at(-1) ?? begun()
      expect(there.map((mock) => placeOf(mock)?.asked.question)).toEqual(questions)
      expect([inDebrief(last), last.reached]).toEqual([true, questions])
      expect(walk(last, -1).map((mock) => placeOf(mock)?.asked.question)).toEqual(questions.toReversed())
    }),
  )
})

test('what was reached is remembered, once; an early end leaves out the rest', () => {
  const second = moved(begun(), { phase: 1, slot: 0 }, T)
  const ended = toDebrief(moved(moved(second, { phase: 0, slot: 0 }, T), { phase: 1, slot: 0 }, T), T)
  expect(inDebrief(ended)).toBe(true)
  expect(ended.reached).toEqual(['hello', 'races', 'look-back'])
})

test('a step inside a phase leaves its time alone', () => {
  const second = moved(begun(), { phase: 1, slot: 0 }, T + 1000)
  expect(moved(second, { phase: 1, slot: 1 }, T + 9000).countdown).toEqual(second.countdown)
})

test('a mock interview fits its own schema, begun, rated and closed', () => {
  const closed = finished(rated(begun(), { phase: 'go', dimension: 'scale' }, 2), T + 5000)
  expect(safeParse(mock, JSON.parse(JSON.stringify(closed))).success).toBe(true)
  expect(closed.countdown.pausedAt).toBe(T + 5000)
})

const order = [
  { phase: 'pitch', dimension: 'communication' },
  { phase: 'go', dimension: 'trade-offs' },
  { phase: 'go', dimension: 'communication' },
]
for (const [what, ratings, gap] of [
  ['nothing rated', {}, undefined],
  ['all strong', { 'pitch/communication': 3, 'go/trade-offs': 4 }, undefined],
  ['the lowest goes first', { 'pitch/communication': 2, 'go/communication': 1 }, 'go/communication'],
  ['among equals the earlier phase', { 'go/trade-offs': 2, 'pitch/communication': 2 }, 'pitch/communication'],
  ['inside a phase the order of the rubric', { 'go/communication': 1, 'go/trade-offs': 1 }, 'go/trade-offs'],
  ['a dimension that left the rubric is not named', { 'go/gone': 1 }, undefined],
] as const) {
  test(`first gap: ${what}`, () => {
    const found = firstGap(order, ratings)
    expect(found && `${found.phase}/${found.dimension}`).toBe(gap)
  })
}

test('the first gap is one of the lowest ratings and below the pass line', () => {
  const levels = fc.dictionary(
    fc.constantFrom('pitch/communication', 'go/trade-offs', 'go/communication'),
    fc.constantFrom<Rating>(1, 2, 3, 4),
  )
  fc.assert(
    fc.property(levels, (ratings) => {
      const lowest = Math.min(...Object.values(ratings))
      const gap = firstGap(order, ratings)
      expect(gap?.level).toBe(lowest < 3 ? lowest : undefined)
    }),
  )
})

const question = (id: string, concepts: string[], area = 'go'): Drillable => ({
  id,
  area,
  concepts,
  followUps: [`${id}-trap`, `${id}-other`],
})

test('the drill asks neighbours with the most in common, and the trap; never the same again', () => {
  const all = [
    question('races', ['go', 'memory']),
    question('leaks', ['go']),
    question('maps', ['go']),
    question('gc', ['go', 'memory']),
    question('slow-sql', ['memory', 'go'], 'sql'),
  ]
  expect(variantOf(['races', 'leaks'], all)).toEqual(['gc', 'races/races-trap', 'maps', 'leaks/leaks-trap'])
  expect(variantOf(['hello'], all)).toEqual([])
  expect(variantOf(['slow-sql'], all)).toEqual(['slow-sql/slow-sql-trap'])
})

test('a drill has six cards at most, none twice and none that was asked', () => {
  const ids = fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'))
  fc.assert(
    fc.property(ids, ids, (asked, others) => {
      const cards = variantOf(
        asked,
        [...new Set([...asked, ...others])].map((id) => question(id, [])),
      )
      expect(cards.length).toBeLessThanOrEqual(6)
      expect(new Set(cards).size).toBe(cards.length)
      expect(cards.filter((card) => asked.some((id) => id === card))).toEqual([])
    }),
  )
})

const asked = (id: string, minutes: number): GuideQuestion => ({
  ...question(id, []),
  minutes,
  level: 'core',
  top: false,
  href: `/questions/${id}/`,
})
const minutes = { '45': 8, '60': 8, '90': 8 }
/** The guide of the mocks of these tests. */
const facts: MockFacts = {
  phases: [
    { id: 'pitch', title: 'Pitch', minutes, rates: ['communication'], fixed: [], drawn: [] },
    {
      id: 'go',
      title: 'Go and gRPC',
      minutes,
      rates: ['communication', 'trade-offs'],
      target: { from: 30, to: 70 },
      fixed: [],
      drawn: [asked('races', 4), asked('leaks', 9), asked('maps', 10)],
    },
    { id: 'debrief', title: 'Debrief', minutes, rates: [], fixed: [], drawn: [] },
  ],
  dimensions: [
    { id: 'trade-offs', title: 'Trade-offs', strong: 'Knew its cost.', drill: 'Answer again.' },
    { id: 'communication', title: 'Communication', strong: 'Led through it.', drill: 'Say it in three steps.' },
  ],
  levels: ['Very weak', 'Weak', 'Strong', 'Very strong'],
}

test('what can be judged is in the order of the phases and, inside one, of the rubric', () => {
  expect(judgedIn(facts)).toEqual([
    { phase: 'pitch', dimension: 'communication' },
    { phase: 'go', dimension: 'trade-offs' },
    { phase: 'go', dimension: 'communication' },
  ])
})

test('a phase is judged by what it rates and the rubric has; one that rates nothing is not judged', () => {
  const rates = fc.subarray(['communication', 'trade-offs', 'left-the-rubric'])
  fc.assert(
    fc.property(fc.array(rates, { minLength: 3, maxLength: 3 }), (all) => {
      const phases = facts.phases.map((phase, at) => ({ ...phase, rates: all[at] ?? [] }))
      const judged = judgedIn({ ...facts, phases })
      for (const { id, rates } of phases) {
        const named = judged.filter(({ phase }) => phase === id).map(({ dimension }) => dimension)
        expect(named).toEqual(facts.dimensions.map((one) => one.id).filter((one) => rates.includes(one)))
      }
    }),
  )
})

test('the debrief says the gap in the words of the rubric, with cards for what was reached', () => {
  const reached = moved(begun(), { phase: 1, slot: 0 }, T)
  expect(debriefOf(reached, facts)).toEqual({ state: 'unrated', cards: [] })
  const strong = rated(reached, { phase: 'go', dimension: 'trade-offs' }, 3)
  expect(debriefOf(strong, facts)).toEqual({ state: 'none', cards: [] })
  expect(debriefOf(rated(strong, { phase: 'go', dimension: 'communication' }, 2), facts)).toEqual({
    state: 'found',
    gap: {
      name: 'Communication: weak in Go and gRPC',
      strong: 'Led through it.',
      drill: 'Say it in three steps.',
    },
    // For races alone: leaks was not reached, and so is the neighbour.
    cards: ['leaks', 'races/races-trap'],
  })
})

test('a rating that left the rubric names no gap', () => {
  expect(debriefOf(rated(begun(), { phase: 'go', dimension: 'gone' }, 1), facts)).toEqual({ state: 'none', cards: [] })
})

test('the report tells what was reached, with its notes and ratings', () => {
  const mock = rated(moved(begun(), { phase: 1, slot: 1 }, T), { phase: 'go', dimension: 'communication' }, 2)
  const report = reportOf(mock, debriefOf(mock, facts), facts, {
    title: 'Report',
    caution: 'One mock is no verdict.',
    promptOf: (id) => `${id}?`,
    noteOf: (id) => (id === 'leaks' ? ' slow start\n' : ''),
    cardOf: (card) => `card ${card}`,
  })
  expect(report.facts).toMatch(/, 45 minutes, agenda 45-ABCDE$/)
  expect(report.phases).toEqual([
    { title: 'Pitch', ratings: [], questions: [{ prompt: 'hello?', minutes: 3, note: '' }] },
    {
      title: 'Go and gRPC',
      ratings: [{ dimension: 'Communication', level: 'Weak' }],
      questions: [{ prompt: 'leaks?', minutes: 4, note: 'slow start' }],
    },
  ])
  expect(report.gap).toEqual(['**Communication: weak in Go and gRPC**', 'Led through it.', 'Say it in three steps.'])
  expect(report.drill).toEqual(['card races', 'card leaks/leaks-trap'])
})

test('an answer has the target of its phase; a conversation and what left the guide have none', () => {
  const targets = ['races', 'leaks', 'maps', 'of-long-ago'].map((id) => targetOf(facts, id))
  expect(targets).toEqual([{ from: 30, to: 70 }, { from: 30, to: 70 }, undefined, undefined])
})

test('the mean is over what was rated', () => {
  expect(meanOf({})).toBeUndefined()
  expect(meanOf({ a: 1, b: 4 })).toBe(2.5)
})

test('an answer of 80 to 150 words takes 30 to 70 seconds; the bounds fit', () => {
  const target = targetOfWords({ min: 80, max: 150 })
  expect(target).toEqual({ from: 30, to: 70 })
  expect([29_000, 30_000, 70_400, 71_000].map((ms) => fit(ms, target))).toEqual(['short', 'right', 'right', 'long'])
  expect([119_000, 150_000, 181_000].map((ms) => fit(ms, STORY))).toEqual(['short', 'right', 'long'])
})

test('points of the chart keep inside it, the strongest on top', () => {
  expect(pointsOf([4])).toEqual([{ x: 160, y: 16 }])
  expect(pointsOf([1, 3])).toEqual([
    { x: 16, y: 104 },
    { x: 304, y: 45.3 },
  ])
})

test('the report is Markdown in which a note stays what it was', () => {
  const text = markdownOf({
    title: 'Mock interview',
    facts: '60 minutes, 60-ABCDE',
    phases: [
      {
        title: 'Go',
        ratings: [{ dimension: 'Communication', level: 'Weak' }],
        questions: [{ prompt: 'Races?', minutes: 4, note: '# not a heading\n- asked twice\n' }],
      },
    ],
    gap: ['Communication, weak in Go.'],
    drill: ['Maps and slices'],
    caution: 'One mock is no verdict.',
  })
  expect(text).toBe(
    [
      '# Mock interview',
      '60 minutes, 60-ABCDE',
      '## First gap',
      'Communication, weak in Go.',
      '- Maps and slices',
      '## Go',
      '- Communication: **Weak**',
      '### Races? (4 min)',
      '\\# not a heading\n\\- asked twice',
      'One mock is no verdict.\n',
    ].join('\n\n'),
  )
})

function store(area = new MemoryArea()) {
  return new MockStore(new PracticeStorage(area, 'prep:/:', () => T))
}

test('the newest mock that is not closed is the running one, after a reload too', () => {
  const area = new MemoryArea()
  const one = store(area)
  expect(one.running()).toBeUndefined()
  const old = one.begin(begun(T - 60_000))
  const id = one.begin(begun())
  expect(store(area).running()?.id).toBe(id)
  one.put(id, finished(begun(), T))
  expect(store(area).running()?.id).toBe(old)
  expect(
    store(area)
      .past()
      .map((past) => past.id),
  ).toEqual([id])
})

test('the screen of a second device is no mock of its own', () => {
  const one = store()
  one.put('candidate', begun())
  expect(one.running()).toBeUndefined()
  expect(one.past()).toEqual([])
})

test('a debrief is opened and closed without being kept', () => {
  const one = store()
  const id = one.begin(begun())
  one.put(id, finished(begun(), T))
  expect(one.current()).toBeUndefined()
  one.open(id)
  expect(one.current()?.id).toBe(id)
  one.open(undefined)
  expect(one.current()).toBeUndefined()
})

test('notes go with their mock, and only with it', () => {
  const one = store()
  const [first, second] = [one.begin(begun(T - 1000)), one.begin(begun())]
  one.setNote(`${first}/races`, 'unsure')
  one.setNote(`${second}/races`, 'better')
  one.remove(first)
  expect(one.note(`${first}/races`)).toBe('')
  expect(one.note(`${second}/races`)).toBe('better')
  expect(one.past()).toEqual([])
})
