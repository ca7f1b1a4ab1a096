/** Cards: their names, the order in which they come, looking early, taking back, progress and the file for Anki. */
import { expect, test } from '@playwright/test'
import fc from 'fast-check'
import { ankiFile, type AnkiNote } from '../../../src/practice/cards/anki.ts'
import { begun, clockFace, EARLY, elapsed, isEarly, paused, resumed } from '../../../src/practice/cards/attempt.ts'
import { CardStore } from '../../../src/practice/cards/card-store.ts'
import { checkCard, followUpCard, kindOf, parentOf, questionCard, type Card } from '../../../src/practice/cards/card.ts'
import { gapInWords } from '../../../src/practice/cards/gap-words.ts'
import { GRADES, type Grade } from '../../../src/practice/cards/grade.ts'
import { hand, nextDue, type Asked } from '../../../src/practice/cards/hand.ts'
import { progressByArea, total } from '../../../src/practice/cards/progress.ts'
import { queueCardsNext, queuedCards } from '../../../src/practice/cards/queue.ts'
import { reviewShelf, type Review } from '../../../src/practice/cards/review.ts'
import { graded } from '../../../src/practice/cards/schedule.ts'
import {
  leftOf,
  nextRound,
  NO_ROUND,
  ROUND,
  seenInPass,
  stepBack,
  stepped,
  stepsOf,
} from '../../../src/practice/cards/round.ts'
import { countsOf, seenIn, type Step } from '../../../src/practice/cards/session.ts'
import { InterviewStore } from '../../../src/practice/interview/interview-store.ts'
import { DAY, HOUR, MINUTE } from '../../../src/practice/interview/interview.ts'
import { shelves } from '../../../src/practice/shelves.ts'
import { PracticeStorage } from '../../../src/practice/storage.ts'
import { MemoryArea } from './memory-area.ts'
import { readAnki } from './cards-anki-reader.ts'

const NOW = Date.parse('2026-11-22T09:00:00Z')
const END = NOW + 72 * HOUR

test('cards are named after where they stand, and the name tells the kind', () => {
  const ids = [questionCard('tail-latency'), followUpCard('tail-latency', 'ttl-only'), checkCard('redis', 'full')]
  expect(ids).toEqual(['tail-latency', 'tail-latency/ttl-only', 'concept:redis/full'])
  expect(ids.map(kindOf)).toEqual(['question', 'follow-up', 'check'])
  expect(ids.map(parentOf)).toEqual(['tail-latency', 'tail-latency', 'concept:redis'])
})

test.describe('the hand', () => {
  const cards: Card[] = [
    { id: 'q1', area: 'go' },
    { id: 'q1/a', area: 'go' },
    { id: 'q2', area: 'go', top: 2 },
    { id: 'q2/a', area: 'go' },
    { id: 'q3', area: 'design', top: 1 },
    { id: 'concept:go/x', area: 'chapters' },
  ]

  /** A record that was written an hour ago and is due at `due` hours from now. */
  const held = (grade: Grade, due: number, rest: Partial<Review> = {}): Review => ({
    ...graded(undefined, grade, NOW - HOUR, END),
    due: NOW + due * HOUR,
    ...rest,
  })

  const asked = (rest: Partial<Asked>, reviews: Record<string, Review> = {}): Asked => ({
    ...{ cards, scope: 'all', choice: 'due-and-new', now: NOW, end: END, queued: [], seen: new Set() },
    reviews: new Map(Object.entries(reviews)),
    ...rest,
  })
  const ids = (rest: Partial<Asked>, reviews?: Record<string, Review>) => hand(asked(rest, reviews)).map(({ id }) => id)

  const known = { q1: held('good', -1), 'q1/a': held('again', -0.5), q2: held('hard', -0.1), 'q2/a': held('good', 9) }

  for (const [name, rest, reviews, expected] of [
    ['new cards: the top of the brief, then the rest', {}, {}, ['q3', 'q2', 'q1', 'q1/a', 'q2/a', 'concept:go/x']],
    ['what is due, the worst first, then new', {}, known, ['q1/a', 'q2', 'q1', 'q3', 'concept:go/x']],
    [
      'a hard card before a good one, however long it would hold',
      { choice: 'due' },
      { q1: held('good', -1), q2: held('hard', -1, { stability: 9 }) },
      ['q2', 'q1'],
    ],
    ['only what is due', { choice: 'due' }, known, ['q1/a', 'q2', 'q1']],
    ['every card, the worst first', { choice: 'every' }, known, ['q1/a', 'q2', 'q3', 'concept:go/x', 'q1', 'q2/a']],
    [
      'what was seen in this session is not asked twice',
      { choice: 'every', seen: new Set(['q1/a', 'q3']) },
      known,
      ['q2', 'concept:go/x', 'q1', 'q2/a'],
    ],
    ['one area', { scope: 'design' }, {}, ['q3']],
    ['the chapters', { scope: 'chapters' }, {}, ['concept:go/x']],
    ['the top', { scope: 'top' }, {}, ['q3', 'q2']],
    ['the top with their follow-ups', { scope: 'top-follow-ups' }, {}, ['q3', 'q2', 'q2/a']],
    [
      'queued cards come before all others, whatever is chosen',
      { scope: 'design', queued: ['q2/a', 'gone', 'concept:go/x'] },
      known,
      ['q2/a', 'concept:go/x', 'q3'],
    ],
    [
      'in the last hour the worst first, and the known ones last',
      { now: END - 30 * MINUTE },
      { q1: held('good', 0), q2: held('hard', 0, { last: END - 2 * HOUR }) },
      ['q2', 'q3', 'q1/a', 'q2/a', 'concept:go/x', 'q1'],
    ],
    [
      'when it is over, a plain pass over all, the worst first',
      { now: END, choice: 'due' },
      known,
      ['q1/a', 'q2', 'q3', 'concept:go/x', 'q1', 'q2/a'],
    ],
    [
      'and in that pass each card once',
      { now: END + DAY, seen: new Set(['q1/a', 'q2', 'q3']) },
      known,
      ['concept:go/x', 'q1', 'q2/a'],
    ],
    ['nothing', { scope: 'nowhere' }, known, []],
  ] as const) {
    test(name, () => {
      expect(ids(rest, reviews)).toEqual(expected)
    })
  }

  test('a forgotten card comes a little early when nothing else is left, and a distant one does not', () => {
    const rest = { scope: 'design', choice: 'due' } as const
    expect(ids(rest, { q3: held('again', 0.2) })).toEqual(['q3'])
    expect(ids(rest, { q3: held('again', 0.4) })).toEqual([])
  })

  test('the next due time is that of the scope, and none when nothing comes before the interview', () => {
    expect(nextDue(asked({ scope: 'go' }, known))).toBe(NOW + 9 * HOUR)
    expect(nextDue(asked({ scope: 'design' }, { q3: held('good', 72) }))).toBeUndefined()
  })

  test('no card is asked twice and none is invented, whatever is known', () => {
    const review = fc
      .constantFrom(...GRADES)
      .chain((grade) => fc.record({ grade: fc.constant(grade), due: fc.integer({ min: -90, max: 90 }) }))
    fc.assert(
      fc.property(
        fc.dictionary(fc.constantFrom(...cards.map(({ id }) => id)), review),
        fc.constantFrom('all', 'top', 'top-follow-ups', 'go', 'chapters'),
        fc.constantFrom('due-and-new', 'due', 'every'),
        fc.integer({ min: -5 * DAY, max: 5 * DAY }),
        fc.uniqueArray(fc.constantFrom('q1', 'q2/a', 'gone')),
        (drawn, scope, choice, offset, queued) => {
          const reviews = Object.fromEntries(
            Object.entries(drawn).map(([id, { grade, due }]) => [id, held(grade, due)]),
          )
          const found = ids({ scope, choice, now: END + offset, queued }, reviews)
          expect(new Set(found).size).toBe(found.length)
          expect(cards.map(({ id }) => id)).toEqual(expect.arrayContaining(found))
        },
      ),
    )
  })
})

test.describe('looking early', () => {
  for (const [name, after, notes, early] of [
    ['at once', 0, '', true],
    ['a moment before the limit', EARLY - 1, '', true],
    ['at the limit', EARLY, '', false],
    ['at once with a note', 0, 'an outbox', false],
    ['at once with blanks', 10, ' \n', true],
  ] as const) {
    test(`${name}: ${early ? 'early' : 'an attempt'}`, () => {
      expect(isEarly(begun(NOW), notes, NOW + after)).toBe(early)
    })
  }

  test('a pause is no haste', () => {
    expect(isEarly(paused(begun(NOW), NOW + 1000), '', NOW + MINUTE)).toBe(false)
  })
})

test('the clock counts up, stands still while it is paused, and goes on', () => {
  const stopped = paused(begun(NOW), NOW + 7000)
  expect(elapsed(stopped, NOW + HOUR)).toBe(7000)
  expect(paused(stopped, NOW + HOUR)).toEqual(stopped)
  expect(elapsed(resumed(stopped, NOW + HOUR), NOW + HOUR + 5000)).toBe(12000)
  expect([0, 7999, 750_000].map(clockFace)).toEqual(['0:00', '0:07', '12:30'])
})

test('gaps are said as they stand on a button', () => {
  const gaps = [0, 10 * MINUTE, 89 * MINUTE, 90 * MINUTE, 12 * HOUR, 36 * HOUR, 2 * DAY, 8.3 * DAY]
  expect(gaps.map(gapInWords)).toEqual(['now', '10 min', '89 min', '2 h', '12 h', '36 h', '2 days', '8 days'])
})

test.describe('the store', () => {
  const store = () => {
    const area = new MemoryArea()
    const storage = new PracticeStorage(area, 'prep:/:', () => NOW)
    return { area, storage, cards: new CardStore(storage) }
  }

  test('a grade is kept, what was typed becomes the last attempt, and the card leaves the queue', () => {
    const { storage, cards } = store()
    queueCardsNext(storage, ['b', 'a'])
    cards.type('a', 'an outbox')
    cards.grade('a', 'good', NOW, END)
    expect(cards.reviews().get('a')).toEqual(graded(undefined, 'good', NOW, END))
    expect(cards.notes('a')).toEqual({ draft: '', last: 'an outbox' })
    expect(queuedCards(storage)).toEqual(['b'])
  })

  test('what is queued comes before what was queued, once', () => {
    const { storage } = store()
    queueCardsNext(storage, ['a', 'b'])
    queueCardsNext(storage, ['c', 'b'])
    expect(queuedCards(storage)).toEqual(['c', 'b', 'a'])
  })

  test('undo restores exactly, one step after the other, whatever was done', () => {
    const step = fc.record({
      id: fc.constantFrom('a', 'b', 'c'),
      grade: fc.constantFrom(...GRADES),
      text: fc.option(fc.string()),
      wait: fc.integer({ min: -HOUR, max: DAY }),
    })
    fc.assert(
      fc.property(fc.array(step, { maxLength: 12 }), fc.uniqueArray(fc.constantFrom('a', 'b')), (steps, queued) => {
        const { storage, cards } = store()
        queueCardsNext(storage, queued)
        const seen = (id: string) => ({
          reviews: Object.fromEntries(cards.reviews()),
          notes: cards.notes(id),
          queue: queuedCards(storage),
        })
        let now = NOW
        const done = steps.map(({ id, grade, text, wait }) => {
          now += wait
          if (text !== null) cards.type(id, text)
          return { stood: seen(id), step: cards.grade(id, grade, now, END) }
        })
        for (const { stood, step } of done.toReversed()) {
          cards.undo(step)
          expect(seen(step.id)).toEqual(stood)
        }
      }),
    )
  })

  test('a card that left the guide keeps its record', () => {
    const { cards, storage } = store()
    cards.grade('gone', 'hard', NOW, END)
    cards.grade('a', 'good', NOW, END)
    expect([...cards.reviews().keys()]).toEqual(['gone', 'a'])
    expect(Object.keys(storage.records(reviewShelf))).toEqual(['gone', 'a'])
    expect(total(progressByArea([{ id: 'a', area: 'go' }], cards.reviews()).values()).fair).toBe(1)
  })

  test('a listener hears of grades, notes, queue and date, not of what was chosen', () => {
    const { cards, storage } = store()
    let heard = 0
    const leave = cards.subscribe(() => heard++)
    cards.grade('a', 'good', NOW, END)
    cards.type('a', 'x')
    queueCardsNext(storage, ['b'])
    new InterviewStore(storage).set({ start: END, zone: 'UTC' })
    cards.choose({ scope: 'all', choice: 'due' })
    leave()
    cards.grade('a', 'easy', NOW, END)
    expect(heard).toBe(4)
  })

  test('its shelves are among those that are exported', () => {
    const names = shelves.map(({ name }) => name)
    expect(names).toEqual(expect.arrayContaining(['reviews', 'card-notes', 'card-queue', 'card-choice']))
    expect(new Set(names).size).toBe(names.length)
  })
})

test('progress counts every card of an area once', () => {
  const cards = ['a', 'b', 'c', 'd'].map((id) => ({ id, area: id === 'd' ? 'design' : 'go' }))
  const strong = graded(graded(undefined, 'good', NOW - DAY, END), 'good', NOW, END)
  const reviews = new Map([
    ['a', strong],
    ['b', graded(undefined, 'again', NOW, END)],
    ['gone', strong],
  ])
  const areas = progressByArea(cards, reviews)
  expect([...areas]).toEqual([
    ['go', { never: 1, weak: 1, fair: 0, strong: 1 }],
    ['design', { never: 1, weak: 0, fair: 0, strong: 0 }],
  ])
  expect(total(areas.values())).toEqual({ never: 2, weak: 1, fair: 0, strong: 1 })
})

test('a session counts its grades, and knows what it asked', () => {
  const step = (id: string, grade: Grade): Step => ({
    id,
    grade,
    early: false,
    before: { review: undefined, notes: undefined, queued: [] },
  })
  const session = [step('a', 'again'), step('b', 'good'), step('a', 'good')]
  expect(countsOf(session)).toEqual({ again: 1, hard: 0, good: 2, easy: 0 })
  expect([...seenIn(session)]).toEqual(['a', 'b'])
})

test('a round ends after twenty cards, a pass asks each once, and a step back undoes both', () => {
  const step = (id: string): Step => ({
    ...{ id, grade: 'good', early: false },
    before: { review: undefined, notes: undefined, queued: [] },
  })
  const first = Array.from({ length: ROUND }, (_, at) => step(`q${at}`)).reduce(stepped, NO_ROUND)
  expect(leftOf(first, 100)).toBe(0)
  const second = stepped(nextRound(first, false), step('r'))
  expect(leftOf(second, 100)).toBe(ROUND - 1)
  expect(leftOf(second, 3)).toBe(3)
  expect(seenInPass(second).size).toBe(ROUND + 1)
  expect(stepsOf(second).map(({ id }) => id)).toEqual(['r'])
  const back = stepBack(stepBack(second).round)
  expect(back.step?.id).toBe('q19')
  expect(stepsOf(back.round)).toEqual([])
  expect(seenInPass(nextRound(first, true)).size).toBe(0)
  expect(stepBack(NO_ROUND)).toEqual({ round: NO_ROUND, step: undefined })
})

test.describe('the file for Anki', () => {
  const note = fc.record({
    id: fc.stringMatching(/^[a-z-]+(\/[a-z-]+)?$/),
    front: fc.string(),
    back: fc.string({ unit: fc.constantFrom('"', '\t', '\n', '\r', '#', '<b>', 'a', ' ', 'é') }),
    deck: fc.constantFrom('Go and gRPC', 'System design'),
    tags: fc.array(fc.constantFrom('question', 'top-8', 'two words')),
  })

  test('names separator, HTML, note type and columns in its head', () => {
    expect(readAnki(ankiFile([], 'Prep')).head).toEqual({
      separator: 'tab',
      html: 'true',
      notetype: 'Basic',
      'guid column': '1',
      'deck column': '4',
      'tags column': '5',
    })
  })

  test('has one note for each card, with a guid that never changes', () => {
    const card: AnkiNote = { id: 'a/b', front: 'Why?', back: 'Say "yes".', deck: 'Go', tags: ['go', 'top 8'] }
    expect(readAnki(ankiFile([card], 'Prep')).rows).toEqual([
      ['interview-prep:a/b', 'Why?', 'Say "yes".', 'Prep::Go', 'go top-8'],
    ])
  })

  test('is read back as it was written, whatever the words are', () => {
    fc.assert(
      fc.property(fc.array(note), (notes) => {
        const { rows } = readAnki(ankiFile(notes, 'Prep'))
        expect(rows.map((row) => row.slice(1, 3))).toEqual(notes.map(({ front, back }) => [front, back]))
        expect(rows.every((row) => row.length === 5)).toBe(true)
      }),
    )
  })
})
