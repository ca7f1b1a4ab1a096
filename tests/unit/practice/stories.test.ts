/** Own words with blanks in them, and where they are kept. */
import { expect, test } from '@playwright/test'
import fc from 'fast-check'
import { blanksIn, ownTextOf, paragraphsOf, piecesOf, spokenText } from '../../../src/practice/stories/own-text.ts'
import { PlannedUsesStore } from '../../../src/practice/stories/planned-uses-store.ts'
import { StoriesStore } from '../../../src/practice/stories/stories-store.ts'
import { PracticeStorage } from '../../../src/practice/storage.ts'
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

function stores(area = new MemoryArea()) {
  const storage = new PracticeStorage(area, 'prep:/:', () => 1000)
  return { stories: new StoriesStore(storage), uses: new PlannedUsesStore(storage) }
}

test('own words are kept a part each, and given up a part each', () => {
  const area = new MemoryArea()
  const { stories } = stores(area)
  stories.set('outage', 'headline', 'Back in 25 minutes.')
  stories.set('outage', 'task', '')
  expect(stores(area).stories.get('outage')).toEqual({ headline: 'Back in 25 minutes.', task: '' })
  expect(stories.told('outage', 'headline')).toBe('Back in 25 minutes.')
  expect(stories.told('outage', 'task')).toBeUndefined()
  stories.set('outage', 'headline', undefined)
  expect(stories.get('outage')).toEqual({ task: '' })
  stories.set('outage', 'task', undefined)
  expect(stories.all().size).toBe(0)
})

test('a plan names one story a question, and may be dropped', () => {
  const { uses } = stores()
  uses.set('incident', 'outage')
  uses.set('slow-sql', 'performance')
  uses.set('incident', '')
  expect([...uses.all()]).toEqual([['slow-sql', 'performance']])
})
