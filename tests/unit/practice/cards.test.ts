/** Cards: their names, the order in which they come, looking early, taking back, progress and the file for Anki. */
import { expect, test } from '@playwright/test'
import fc from 'fast-check'
import { begun, clockFace, EARLY, elapsed, isEarly, paused, resumed } from '../../../src/practice/cards/attempt.ts'
import { checkCard, followUpCard, kindOf, parentOf, questionCard, type Card } from '../../../src/practice/cards/card.ts'
import {
  comingCards,
  countsOf,
  Dealer,
  nextCard,
  nextDue,
  ROUND,
  type Criteria,
} from '../../../src/practice/cards/deal.ts'
import { gapInWords } from '../../../src/practice/cards/deck-words.ts'
import { ankiFile, type AnkiNote } from '../../../src/practice/cards/export-anki.ts'
import { GRADES, progressByArea, reviewKind, type Grade, type Review } from '../../../src/practice/cards/review.ts'
import { cardAnchor, cardsNamed } from '../../../src/practice/cards/card-anchor.ts'
import { graded } from '../../../src/practice/cards/schedule.ts'
import { CardStore, queueCardsNext, queuedCards } from '../../../src/practice/cards/store.ts'
import { InterviewStore } from '../../../src/practice/interview/interview-store.ts'
import { recordKinds } from '../../../src/practice/data/record-kinds.ts'
import { PracticeStorage } from '../../../src/practice/kit/storage/storage.ts'
import { DAY, HOUR, MINUTE } from '../../../src/practice/kit/time.ts'
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

test.describe('the cards to come', () => {
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

  const criteria = (rest: Partial<Criteria>, reviews: Record<string, Review> = {}): Criteria => ({
    cards,
    scope: 'all',
    choice: 'due-and-new',
    now: NOW,
    end: END,
    queued: [],
    seen: new Set(),
    reviews: new Map(Object.entries(reviews)),
    ...rest,
  })
  const ids = (rest: Partial<Criteria>, reviews?: Record<string, Review>) =>
    comingCards(criteria(rest, reviews)).map(({ id }) => id)

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
    [
      'what a page asks for alone, in its order, whatever is chosen, queued or over',
      { only: ['q2/a', 'gone', 'q1'], scope: 'design', queued: ['q3'], now: END + DAY },
      known,
      ['q2/a', 'q1'],
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
    expect(nextDue(criteria({ scope: 'go' }, known))).toBe(NOW + 9 * HOUR)
    expect(nextDue(criteria({ scope: 'design' }, { q3: held('good', 72) }))).toBeUndefined()
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
    const storage = new PracticeStorage(new MemoryArea(), 'prep:/:', () => NOW)
    const cards = new CardStore(storage)
    const grade = (id: string, grade: Grade, now = NOW) =>
      cards.grade(id, graded(cards.reviews().get(id), grade, now, END))
    return { storage, cards, grade }
  }

  test('a grade is kept, what was typed becomes the last attempt, and the card leaves the queue', () => {
    const { storage, cards, grade } = store()
    queueCardsNext(storage, ['b', 'a'])
    cards.type('a', 'an outbox')
    grade('a', 'good')
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
        const { storage, cards, grade: give } = store()
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
          return { stood: seen(id), step: give(id, grade, now) }
        })
        for (const { stood, step } of done.toReversed()) {
          cards.undo(step)
          expect(seen(step.id)).toEqual(stood)
        }
      }),
    )
  })

  test('a card that left the guide keeps its record', () => {
    const { cards, storage, grade } = store()
    grade('gone', 'hard')
    grade('a', 'good')
    expect([...cards.reviews().keys()]).toEqual(['gone', 'a'])
    expect(Object.keys(storage.records(reviewKind))).toEqual(['gone', 'a'])
    const progress = progressByArea([{ id: 'a', area: 'go' }], cards.reviews())
    expect([...progress]).toEqual([['go', { never: 0, weak: 0, fair: 1, strong: 0 }]])
  })

  test('a listener hears of grades, notes, queue and date, not of what was chosen', () => {
    const { cards, storage, grade } = store()
    let heard = 0
    const unsubscribe = cards.subscribe(() => heard++)
    grade('a', 'good')
    cards.type('a', 'x')
    queueCardsNext(storage, ['b'])
    new InterviewStore(storage).set({ start: END, zone: 'UTC' })
    cards.choose({ scope: 'all', choice: 'due' })
    unsubscribe()
    grade('a', 'easy')
    expect(heard).toBe(4)
  })

  test('its kinds of records are among those that are exported', () => {
    const names = recordKinds.map(({ name }) => name)
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
})

test.describe('a round', () => {
  const dealer = (count: number) => {
    const store = new CardStore(new PracticeStorage(new MemoryArea(), 'prep:/:', () => NOW))
    const cards = Array.from({ length: count }, (_, at) => ({ id: `q${at}`, area: 'go' }))
    const dealer = new Dealer(store, cards, () => NOW)
    /** Grades the next card, as often as there are grades. */
    const play = (...grades: Grade[]) => {
      for (const grade of grades) dealer.grade(nextCard(dealer.deal())?.id ?? '', grade, false)
    }
    return { dealer, play }
  }

  test('counts its grades, and goes on with the card that was left, if that may still come', () => {
    const { dealer: one, play } = dealer(5)
    play('again', 'good', 'good')
    const deal = one.deal()
    expect(countsOf(deal.steps)).toEqual({ again: 1, hard: 0, good: 2, easy: 0 })
    expect([nextCard(deal)?.id, nextCard(deal, 'q4')?.id, nextCard(deal, 'q1')?.id]).toEqual(['q3', 'q4', 'q3'])
  })

  test('ends after twenty cards, when nothing is due, and when each card of a pass came once', () => {
    const { dealer: one, play } = dealer(ROUND + 1)
    play(...Array<Grade>(ROUND).fill('good'))
    expect(one.deal()).toMatchObject({ left: 0, ending: 'round' })
    expect(nextCard(one.deal())).toBeUndefined()
    one.begin(false)
    expect(one.deal()).toMatchObject({ left: 1, steps: [] })
    play('good')
    expect(one.deal()).toMatchObject({ left: 0, ending: 'empty' })
    one.choice = 'every'
    expect(one.deal()).toMatchObject({ left: 0, ending: 'pass' })
    one.begin(true)
    expect(one.deal()).toMatchObject({ left: ROUND, coming: { length: ROUND + 1 } })
  })

  test('gives way to the one before it when the last grade of that is taken back', () => {
    const { dealer: one, play } = dealer(ROUND + 5)
    play(...Array<Grade>(ROUND).fill('good'))
    one.begin(false)
    play('hard')
    expect([one.undo()?.id, one.undo()?.id]).toEqual([`q${ROUND}`, `q${ROUND - 1}`])
    expect(one.deal()).toMatchObject({ steps: [], canUndo: true })
    expect(nextCard(one.deal())?.id).toBe(`q${ROUND - 1}`)
    for (let at = 1; at < ROUND; at++) one.undo()
    expect(one.deal().canUndo).toBe(false)
    expect(one.undo()).toBeUndefined()
  })
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

test('an address names a card, all cards of a chapter, or none', () => {
  const cards = ['q1', 'q1/a', 'concept:go/x', 'concept:go/y', 'constructor'].map((id) => ({ id }))
  expect(cardsNamed(`#${cardAnchor('q1')}`, cards)).toEqual(['q1'])
  expect(cardsNamed(`#${cardAnchor('q1/a')}`, cards)).toEqual(['q1/a'])
  expect(cardsNamed(`#${cardAnchor('concept:go')}`, cards)).toEqual(['concept:go/x', 'concept:go/y'])
  expect(cardsNamed('#card-concept-go', cards)).toEqual(['concept:go/x', 'concept:go/y'])
  for (const none of ['', '#', '#card-', '#card-gone', '#q1', '#card-%']) expect(cardsNamed(none, cards)).toEqual([])
})
