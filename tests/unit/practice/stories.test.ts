/** Own words with blanks in them, and where they are kept. */
import { expect, test } from '@playwright/test'
import fc from 'fast-check'
import { blanksIn, ownTextOf, paragraphsOf, piecesOf, spokenText } from '../../../src/practice/stories/own-text.ts'
import { ownWords, setOwnWords, storiesKind } from '../../../src/practice/stories/own-version.ts'
import { planUse, plannedUsesKind } from '../../../src/practice/stories/planned-uses.ts'
import { PracticeStorage } from '../../../src/practice/kit/storage/storage.ts'
import { MemoryArea } from './memory-area.ts'

const isBlank = (id: string) => id === 'cpu' || id === 'weeks'

test('a blank in brackets is found, other brackets are text', () => {
  expect(piecesOf('CPU by [cpu], see [1] and [sic].', isBlank)).toEqual([
    'CPU by ',
    { blank: 'cpu' },
    ', see ',
    '[1]',
    ' and ',
    '[sic]',
    '.',
  ])
})

test('the pieces of any text make that text again', () => {
  const text = fc.array(fc.oneof(fc.string(), fc.constantFrom('[cpu]', '[weeks]', '[', ']', '[[cpu]]')))
  fc.assert(
    fc.property(text, (parts) => {
      const whole = parts.join('')
      const pieces = piecesOf(whole, isBlank).map((piece) => (typeof piece === 'string' ? piece : `[${piece.blank}]`))
      expect(pieces.join('')).toBe(whole)
    }),
  )
})

test('a blank is told as it is filled in, an open one is left out', () => {
  const told = (id: string) => (id === 'cpu' ? '38 %' : undefined)
  expect(spokenText('down [cpu] after [weeks]', isBlank, told)).toBe('down 38 % after ')
})

test('what the guide says becomes text to start from', () => {
  expect(ownTextOf('I ran `EXPLAIN` for [](blank:cpu), see [the plan](concept:mysql). **So.**\n')).toBe(
    'I ran EXPLAIN for [cpu], see the plan. So.',
  )
  expect(blanksIn('[](blank:cpu) and [](blank:weeks), [](blank:cpu)')).toEqual(['cpu', 'weeks'])
})

test('empty lines part paragraphs', () => {
  expect(paragraphsOf(' one\ntwo \n\n \n three')).toEqual(['one\ntwo', 'three'])
  expect(paragraphsOf(' \n')).toEqual([])
})

const device = (area = new MemoryArea()) => new PracticeStorage(area, 'prep:/:', () => 1000)

test('own words are kept a part each, and given up a part each', () => {
  const area = new MemoryArea()
  const stories = device(area).store(storiesKind)
  setOwnWords(stories, 'outage', 'headline', 'Back in 25 minutes.')
  setOwnWords(stories, 'outage', 'task', '')
  const kept = device(area).store(storiesKind).get('outage')
  expect(kept).toEqual({ headline: 'Back in 25 minutes.', task: '' })
  expect([ownWords(kept, 'headline'), ownWords(kept, 'task')]).toEqual(['Back in 25 minutes.', undefined])
  setOwnWords(stories, 'outage', 'headline', undefined)
  expect(stories.get('outage')).toEqual({ task: '' })
  setOwnWords(stories, 'outage', 'task', undefined)
  expect(stories.all().size).toBe(0)
})

test('a plan names one story a question, and may be dropped', () => {
  const uses = device().store(plannedUsesKind)
  planUse(uses, 'incident', 'outage')
  planUse(uses, 'slow-sql', 'performance')
  planUse(uses, 'incident', '')
  expect([...uses.all()]).toEqual([['slow-sql', { story: 'performance' }]])
})
