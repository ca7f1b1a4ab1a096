/** Agendas fill their minutes, ask nothing twice, and can be drawn again from their code. */
import { expect, test } from '@playwright/test'
import fc from 'fast-check'
import {
  agendaOf,
  drawAgenda,
  type AgendaPhase,
  type Drawable,
  type Pool,
} from '../../../src/practice/mock/agenda/agenda.ts'
import {
  chanceOf,
  codeOf,
  LENGTHS,
  newSeed,
  textOf,
  type Code,
  type Length,
} from '../../../src/practice/mock/agenda/agenda-code.ts'
import type { PhaseFacts } from '../../../src/practice/mock/facts.ts'
import { readSoundManuscript } from '../../../src/manuscript/check.ts'
import { contentFolder, entriesOf } from '../../../src/manuscript/manuscript.ts'

const manuscript = readSoundManuscript(contentFolder())
const phases = entriesOf(manuscript, 'phase').map(({ data }) => data)
const questions = entriesOf(manuscript, 'question')

/** Pools as the page makes them. */
function pools(length: Length): Pool[] {
  return phases.map(({ id, minutes, prompts, areas }) => ({
    phase: id,
    minutes: minutes[length],
    fixed: prompts.map((prompt) => ({ id: prompt.id, minutes: prompt.minutes, level: 'core', top: false })),
    drawn: questions
      .filter(({ folder }) => areas.includes(folder))
      .map(({ id, data }) => ({
        id,
        minutes: data.minutes,
        level: data.level,
        top: data.top !== undefined,
      })),
  }))
}

const minutesOf = (slots: readonly { minutes: number }[]) => slots.reduce((sum, { minutes }) => sum + minutes, 0)
const asked = (agenda: readonly AgendaPhase[]) => agenda.flatMap(({ slots }) => slots.map(({ question }) => question))

const seed = fc.string({ unit: fc.constantFrom(...Array.from('ABCDEFGH23456789')), minLength: 1, maxLength: 12 })
const length = fc.constantFrom(...LENGTHS)

function expectWhole(agenda: readonly AgendaPhase[], given: readonly Pool[]) {
  expect(agenda.map(({ phase, minutes }) => [phase, minutes])).toEqual(given.map((pool) => [pool.phase, pool.minutes]))
  for (const { minutes, slots } of agenda) {
    expect(slots.every((slot) => slot.minutes > 0)).toBe(true)
    if (slots.length > 0) expect(minutesOf(slots)).toBe(minutes)
  }
  expect(new Set(asked(agenda)).size).toBe(asked(agenda).length)
}

test('for any seed the questions of the guide fill 45, 60 and 90 minutes without a gap, none asked twice', () => {
  fc.assert(
    fc.property(seed, length, (text, minutes) => {
      const given = pools(minutes)
      const agenda = drawAgenda(minutes, given, chanceOf(text))
      expectWhole(agenda, given)
      expect(minutesOf(agenda)).toBe(minutes)
      for (const { phase, slots } of agenda) {
        const pool = given.find((one) => one.phase === phase)
        const fits = slots.filter(({ question, minutes }) =>
          [...(pool?.fixed ?? []), ...(pool?.drawn ?? [])].some((one) => one.id === question && one.minutes <= minutes),
        )
        expect(fits.length, `${phase} has a question that fits`).toBeGreaterThan(0)
      }
    }),
  )
})

const drawable = (prefix: string): fc.Arbitrary<Drawable> =>
  fc.record({
    id: fc.string({ minLength: 1, maxLength: 4 }).map((name) => prefix + name),
    minutes: fc.integer({ min: 1, max: 45 }),
    level: fc.constantFrom('core', 'senior', 'stretch'),
    top: fc.boolean(),
  })
const unique = (prefix: string, maxLength: number) =>
  fc.uniqueArray(drawable(prefix), { maxLength, selector: ({ id }) => id })
const anyPools = fc.array(
  fc.record({
    phase: fc.string(),
    minutes: fc.integer({ min: 1, max: 60 }),
    fixed: unique('fixed ', 2),
    drawn: unique('', 30),
  }),
  { maxLength: 6 },
)

test('whatever the questions are, a phase is filled to the minute as soon as there is one for it', () => {
  fc.assert(
    fc.property(seed, length, anyPools, (text, minutes, given) => {
      const agenda = drawAgenda(minutes, given, chanceOf(text))
      expectWhole(agenda, given)
      const earlier = new Set<string>()
      for (const [at, { slots }] of agenda.entries()) {
        const { fixed = [], drawn = [] } = given[at] ?? {}
        const free = [...fixed, ...drawn].filter(({ id }) => !earlier.has(id))
        expect(slots.length > 0).toBe(free.length > 0)
        for (const { question } of slots) earlier.add(question)
      }
    }),
  )
})

test('the same seed draws the same agenda from the same questions in any order', () => {
  fc.assert(
    fc.property(seed, length, (text, minutes) => {
      const turned = pools(minutes).map((pool) => ({ ...pool, drawn: pool.drawn.toReversed() }))
      expect(drawAgenda(minutes, turned, chanceOf(text))).toEqual(drawAgenda(minutes, pools(minutes), chanceOf(text)))
    }),
  )
})

test('other seeds draw other agendas', () => {
  const drawn = ['A', 'B', 'C', 'D', 'E'].map((text) => asked(drawAgenda(60, pools(60), chanceOf(text))).join())
  expect(new Set(drawn).size).toBe(5)
})

const q = (id: string, minutes: number, level: Drawable['level'] = 'core'): Drawable => ({
  id,
  minutes,
  level,
  top: false,
})
const pool = (minutes: number, drawn: Drawable[], fixed: Drawable[] = []): Pool => ({
  phase: 'p',
  minutes,
  fixed,
  drawn,
})
const first = (length: Length, one: Pool, text = 'A') => drawAgenda(length, [one], chanceOf(text))[0]?.slots ?? []

// Codes are written down and sent to others: what they draw from the same questions is never another agenda.
for (const [code, agenda] of [
  ['60-K7F3Q', ['hello 3', 'errors 2, races 4, maps 3, leaks 4', 'scope 2, feed 23']],
  ['60-MONDAY', ['hello 3', 'maps 3, errors 2, races 4, leaks 4', 'scope 2, feed 23']],
  ['90-A', ['hello 3', 'errors 2, races 4, maps 3, leaks 4', 'scope 2, cache 6, queue 8, shards 9']],
] as const) {
  test(`the code ${code} draws what it has always drawn`, () => {
    const maps = { ...q('maps', 3), top: true }
    const go = [q('races', 4), q('leaks', 4, 'senior'), maps, q('gc', 5, 'stretch'), q('errors', 2)]
    const queue = { ...q('queue', 8, 'senior'), top: true }
    const design = [q('feed', 20, 'senior'), q('cache', 6), q('shards', 9, 'stretch'), queue, maps]
    const given = [pool(3, [], [q('hello', 3)]), pool(13, go), pool(25, design, [q('scope', 2)])]
    const drawn = drawAgenda(code.startsWith('60') ? 60 : 90, given, chanceOf(code))
    const told = drawn.map(({ slots }) => slots.map(({ question, minutes }) => `${question} ${minutes}`).join(', '))
    expect(told).toEqual(agenda)
  })
}

test('the agenda of a code has the minutes of its length, and each phase asks its own questions', () => {
  const ofGuide = (drawn: Drawable[]) =>
    drawn.map((question) => ({ ...question, area: 'go', concepts: [], href: '', followUps: [] }))
  const phase = (id: string, minutes: PhaseFacts['minutes'], fixed: Drawable[], drawn: Drawable[]): PhaseFacts => ({
    id,
    title: id,
    minutes,
    rates: [],
    fixed: ofGuide(fixed),
    drawn: ofGuide(drawn),
  })
  const facts = [
    phase('pitch', { '45': 3, '60': 4, '90': 5 }, [q('hello', 3)], []),
    phase('go', { '45': 8, '60': 9, '90': 14 }, [], [q('races', 4), q('leaks', 4), q('apart', 4, 'stretch')]),
    phase('silence', { '45': 1, '60': 2, '90': 3 }, [], []),
  ]
  const told = (code: Code) =>
    agendaOf(code, facts).map(({ phase, minutes, slots }) => [
      phase,
      minutes,
      ...asked([{ phase, minutes, slots }]).toSorted(),
    ])
  fc.assert(
    fc.property(seed, (text) => {
      expect(told({ length: 45, seed: text })).toEqual([
        ['pitch', 3, 'hello'],
        ['go', 8, 'leaks', 'races'],
        ['silence', 1],
      ])
      expect(told({ length: 60, seed: text })).toEqual([
        ['pitch', 4, 'hello'],
        ['go', 9, 'leaks', 'races'],
        ['silence', 2],
      ])
      expect(told({ length: 90, seed: text })).toEqual([
        ['pitch', 5, 'hello'],
        ['go', 14, 'apart', 'leaks', 'races'],
        ['silence', 3],
      ])
    }),
  )
})

test('a phase whose questions were all asked before asks nothing', () => {
  const both = [pool(4, [q('races', 4)]), pool(4, [q('races', 4)]), pool(5, [q('races', 4), q('leaks', 4)])]
  const agenda = drawAgenda(60, both, chanceOf('A'))
  expect(agenda.map(({ minutes, slots }) => [minutes, slots])).toEqual([
    [4, [{ question: 'races', minutes: 4 }]],
    [4, []],
    [5, [{ question: 'leaks', minutes: 5 }]],
  ])
})

test('what is left over goes to the last question', () => {
  expect(first(60, pool(10, [q('a', 4), q('b', 4)])).map(({ minutes }) => minutes)).toEqual([4, 6])
})

test('a phase whose questions are all too long asks the shortest in the time that there is', () => {
  expect(first(45, pool(5, [q('long', 25), q('shorter', 9)]))).toEqual([{ question: 'shorter', minutes: 5 }])
})

test('the fixed prompt comes first, then easy before hard, but a long question before short ones', () => {
  const slots = first(90, pool(20, [q('hard', 3, 'stretch'), q('easy', 3), q('long', 11, 'senior')], [q('hello', 3)]))
  expect(slots.map(({ question }) => question)).toEqual(['hello', 'long', 'easy', 'hard'])
})

test('questions that set a candidate apart are for 90 minutes, or where there are no others', () => {
  const both = pool(8, [q('easy', 4), q('apart', 8, 'stretch')])
  expect(first(60, both)).toEqual([{ question: 'easy', minutes: 8 }])
  expect(first(45, pool(8, [q('apart', 8, 'stretch')]))).toEqual([{ question: 'apart', minutes: 8 }])
  const drawn = ['A', 'B', 'C', 'D', 'E', 'F'].map((text) => first(90, both, text)[0]?.question)
  expect(drawn).toContain('apart')
})

for (const [typed, length, code] of [
  ['60-K7F3Q', undefined, '60-K7F3Q'],
  [' 90 k7f3q ', undefined, '90-K7F3Q'],
  ['45–monday', 60, '45-MONDAY'],
  ['k7f3q', 60, '60-K7F3Q'],
  ['60 60', undefined, '60-60'],
  ['k7f3q', undefined, undefined],
  ['', 60, undefined],
  ['30-ABC', undefined, undefined],
  ['60-ABC DEF', 60, undefined],
  ['60-ABCDEFGHIJKLM', 60, undefined],
] as const) {
  test(`"${typed}" is ${code ?? 'no code'}${length ? `, where ${length} minutes are chosen` : ''}`, () => {
    const read = codeOf(typed, length)
    expect(read && textOf(read)).toBe(code)
  })
}

test('a seed is read as it was written', () => {
  fc.assert(
    fc.property(fc.string(), length, (text, minutes) => {
      const code = { length: minutes, seed: newSeed(chanceOf(text)) }
      expect(codeOf(textOf(code).toLowerCase())).toEqual(code)
    }),
  )
})

test('chance spreads evenly over its range', () => {
  const chance = chanceOf('spread')
  const tens = Array.from({ length: 10 }, () => 0)
  for (let at = 0; at < 10_000; at++) {
    const ten = Math.floor(chance() * 10)
    tens[ten] = (tens[ten] ?? 0) + 1
  }
  expect(Math.min(...tens)).toBeGreaterThan(850)
  expect(Math.max(...tens)).toBeLessThan(1150)
})

test('the phases of the guide add up to each length', () => {
  for (const one of LENGTHS) expect(phases.reduce((sum, { minutes }) => sum + minutes[one], 0)).toBe(one)
})
