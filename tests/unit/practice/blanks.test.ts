/** What was written into a blank: what is shown of it, and where it is kept. */
import { expect, test } from '@playwright/test'
import fc from 'fast-check'
import {
  blanksKind,
  fillIn,
  INTERVIEW_TIME,
  isFigure,
  LONGEST,
  shownOf,
  toldIn,
  type FilledBlank,
} from '../../../src/practice/blanks/filled-blank.ts'
import { ShownBlanks } from '../../../src/practice/blanks/shown-blanks.ts'
import { InterviewStore } from '../../../src/practice/interview/interview-store.ts'
import { PracticeStorage } from '../../../src/practice/kit/storage/storage.ts'
import { MemoryArea } from './memory-area.ts'

const figure = (value: string, unconfirmed = false): FilledBlank => ({
  kind: 'figure',
  value,
  measured: '',
  unconfirmed,
})

for (const value of [
  '38',
  '38.5',
  '38,5',
  '1,200',
  '1 200',
  '1’200',
  '~40',
  '≈ 40',
  '< 5',
  '-3',
  '+7',
  ' 12 ',
  '30–40',
  '1.5 - 2',
]) {
  test(`"${value}" is a figure`, () => {
    expect(isFigure(value)).toBe(true)
    expect(shownOf(figure(value)).state).toBe('filled')
  })
}

for (const value of ['', '38 %', 'about 40', '12.', 'NaN', '1e999', '1234567890123', '<script>', '4 to 5', '3-4-5']) {
  test(`"${value}" is none, and stays an open line`, () => {
    expect(isFigure(value)).toBe(false)
    expect(shownOf(figure(value))).toEqual({ state: 'open' })
  })
}

test('nothing written is an open line', () => {
  expect(shownOf(undefined)).toEqual({ state: 'open' })
  expect(shownOf({ kind: 'words', value: ' \n ', measured: 'x', unconfirmed: false })).toEqual({ state: 'open' })
})

test('words stand in one line, and those too long for the sheets are cut with a sign for it', () => {
  const words = (value: string): FilledBlank => ({ kind: 'words', value, measured: '', unconfirmed: false })
  expect(shownOf(words(' two\n lines '))).toEqual({ state: 'filled', text: 'two lines' })
  const long = shownOf(words('x'.repeat(LONGEST.words + 1)))
  expect(long).toEqual({ state: 'filled', text: `${'x'.repeat(LONGEST.words - 1)}…` })
  expect(shownOf(words('😀'.repeat(LONGEST.words)))).toEqual({ state: 'filled', text: `${'😀'.repeat(79)}…` })
})

test('what cannot be confirmed is never told, whatever is typed', () => {
  fc.assert(
    fc.property(
      fc.constantFrom('figure', 'words', 'logistics'),
      fc.string(),
      fc.string(),
      fc.string(),
      (kind, value, measured, unit) => {
        const shown = shownOf({ kind, value, measured, unconfirmed: true })
        expect(shown).toEqual({ state: 'unconfirmed' })
        expect(toldIn(unit, shown)).toBeUndefined()
      },
    ),
  )
})

test('what is shown is never longer than the sheets allow, and a figure always has a digit', () => {
  fc.assert(
    fc.property(fc.constantFrom('figure', 'words', 'logistics'), fc.string({ maxLength: 400 }), (kind, value) => {
      const shown = shownOf({ kind, value, measured: '', unconfirmed: false })
      if (shown.state !== 'filled') return
      expect(shown.text.length).toBeLessThanOrEqual(LONGEST[kind])
      expect(shown.text).not.toMatch(/^\s|\s$|\n/)
      if (kind === 'figure') expect(shown.text).toMatch(/\d/)
    }),
  )
})

test('a figure is told with its unit on the same line', () => {
  expect(toldIn('%', { state: 'filled', text: '38' })).toBe('38\u00a0%')
  expect(toldIn('', { state: 'filled', text: 'by hand' })).toBe('by hand')
})

test('a field is kept without touching what another tab wrote into the next one', () => {
  const area = new MemoryArea()
  const tab = () => new PracticeStorage(area, 'prep:/:', () => 1000)
  const storage = tab()
  const [here, there] = [storage.store(blanksKind), tab().store(blanksKind)]
  fillIn(here, 'cpu', { kind: 'figure', value: '38' })
  fillIn(there, 'cpu', { kind: 'figure', measured: 'the graphs of two weeks' })
  storage.changedElsewhere('prep:/:blanks')
  fillIn(here, 'cpu', { kind: 'figure', value: '39' })
  expect(here.get('cpu')).toEqual({
    kind: 'figure',
    value: '39',
    measured: 'the graphs of two weeks',
    unconfirmed: false,
  })
})

test('a blank that is emptied is forgotten', () => {
  const blanks = new PracticeStorage(new MemoryArea(), 'prep:/:', () => 1000).store(blanksKind)
  fillIn(blanks, 'cpu', { kind: 'figure', value: '3' })
  fillIn(blanks, 'cpu', { kind: 'figure', value: '' })
  expect(blanks.all().size).toBe(0)
})

test('the date that is set fills the hour of the interview, until somebody writes it or cannot confirm it', () => {
  const storage = new PracticeStorage(new MemoryArea(), 'prep:/:', () => 1)
  const [shown, blanks] = [new ShownBlanks(storage), storage.store(blanksKind)]
  const told = () => shownOf(shown.all().get(INTERVIEW_TIME))
  let changes = 0
  shown.subscribe(() => changes++)
  expect(told()).toEqual({ state: 'open' })
  new InterviewStore(storage).set({ start: Date.parse('2026-11-30T13:00:00Z'), zone: 'Europe/Berlin' })
  expect(told()).toEqual({ state: 'filled', text: 'Mon 30 Nov, 14:00 (Europe/Berlin)' })
  fillIn(blanks, INTERVIEW_TIME, { kind: 'logistics', value: 'after lunch' })
  expect(told()).toEqual({ state: 'filled', text: 'after lunch' })
  expect(shown.hourFromDate()).toBeUndefined()
  fillIn(blanks, INTERVIEW_TIME, { kind: 'logistics', value: '', unconfirmed: true })
  expect(told()).toEqual({ state: 'unconfirmed' })
  fillIn(blanks, INTERVIEW_TIME, { kind: 'logistics', unconfirmed: false })
  expect(shown.hourFromDate()).toBe('Mon 30 Nov, 14:00 (Europe/Berlin)')
  expect(changes).toBe(4)
})
