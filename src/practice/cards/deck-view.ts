/** What is shown of the deck, in the markup that the server sent. Keeps nothing and decides nothing. */
import { partOf, say } from '../kit/element.ts'
import { inWords, MINUTE } from '../kit/time.ts'
import { clockFace, elapsed, type Attempt } from './attempt.ts'
import { kindOf, parentOf, type Card, type CardKind, type Deck } from './card.ts'
import type { Deal, Ending } from './deal.ts'
import { comingInWords, gapInWords, momentInWords, nextInWords, roundInWords, sumInWords } from './deck-words.ts'
import { phaseOf } from './due.ts'
import { GRADES } from './review.ts'
import { previews } from './schedule.ts'

/** What the deck shows: before a round, a card to answer, its answer, or the end of a round. */
export type Screen = 'start' | 'attempt' | 'answer' | 'end'

/** How kinds of cards are called. */
const KINDS: Readonly<Record<CardKind, string>> = {
  question: 'Question',
  'follow-up': 'Follow-up',
  check: 'Self-check',
}

/** The words of a card, as they stand in the list. */
export interface CardWords {
  /** Where the answer belongs while its card is not asked. */
  place: HTMLElement
  ask: HTMLElement
  answer: HTMLElement
}

/** The words of all cards by their ids. */
export function wordsIn(list: HTMLElement): ReadonlyMap<string, CardWords> {
  const places = [...list.querySelectorAll<HTMLElement>('[data-card]')]
  return new Map(places.map((place) => [place.dataset['card'] ?? '', wordsOf(place)]))
}

function wordsOf(place: HTMLElement): CardWords {
  const [ask, answer] = place.children
  if (ask instanceof HTMLElement && answer instanceof HTMLElement) return { place, ask, answer }
  throw new Error(`the card "${place.dataset['card'] ?? ''}" of the list lacks its question or its answer`)
}

export class DeckView {
  readonly #root: HTMLElement
  readonly #deck: Deck
  readonly #words: ReadonlyMap<string, CardWords>
  /** The words of the card that is asked. */
  #asked: CardWords | undefined
  #ending: Ending = 'round'

  constructor(root: HTMLElement, deck: Deck, words: ReadonlyMap<string, CardWords>) {
    this.#root = root
    this.#deck = deck
    this.#words = words
  }

  /** Puts a card's words up. The answer is moved, not copied: blanks in it are kept up to date where they are. */
  ask({ id, area }: Card): void {
    const words = this.#wordsOf(id)
    const before = kindOf(id) === 'follow-up' ? this.#words.get(parentOf(id)) : undefined
    const { href, title } = this.#pageOf(id)
    this.#asked = words
    this.#say('kind', `${KINDS[kindOf(id)]} · ${this.#deck.areas[area] ?? area}`)
    this.#part('prompt').replaceChildren(...words.ask.cloneNode(true).childNodes)
    this.#part('follows').hidden = before === undefined
    this.#link('parent', href, before ? textOf(before) : '')
    this.#part('answer').replaceChildren(words.answer)
    this.#link('page', href, title)
  }

  /** Moves the answer of the card that was asked back into the list. */
  takeAway(): void {
    this.#asked?.place.append(this.#asked.answer)
    this.#asked = undefined
  }

  /** Shows a screen, and on it what changes with time; `id` is the card that is asked. */
  show(screen: Screen, deal: Deal, id: string | undefined): void {
    const { steps, left, coming, canUndo } = deal
    const states = [screen, this.#ending, horizonOf(deal), id !== undefined && 'card', canUndo && 'can-undo']
    for (const element of this.#root.querySelectorAll<HTMLElement>('[data-when]')) {
      element.hidden = !states.includes(element.dataset['when'] ?? '')
    }
    Object.assign(this.#part('progress'), { max: Math.max(1, steps.length + left), value: steps.length })
    this.#say('standing', roundInWords(deal))
    this.#say('count', comingInWords(deal))
    this.#button('start').disabled = coming.length === 0
    this.#showTimes(deal, id)
  }

  #showTimes({ now, end, reviews }: Deal, id: string | undefined) {
    const left = inWords(Math.max(0, Math.ceil((end - now) / MINUTE)))
    this.#say('left', left)
    this.#say('left-short', left)
    this.#say('assumed', momentInWords(end))
    if (id === undefined) return
    const gaps = previews(reviews.get(id), now, end)
    const never = now >= end ? 'in the next pass' : 'not again'
    for (const grade of GRADES) {
      const gap = gaps[grade]
      this.#say(`gap-${grade}`, gap === undefined ? never : gapInWords(gap))
    }
  }

  showClock(attempt: Attempt, now: number): void {
    this.#say('clock', clockFace(elapsed(attempt, now)))
    say(this.#button('pause'), attempt.since === undefined ? 'Go on' : 'Pause')
  }

  get isClockShown(): boolean {
    return !this.#part('clock').hidden
  }

  set isClockShown(shown: boolean) {
    this.#part('clock').hidden = !shown
    say(this.#button('clock'), shown ? 'Hide the clock' : 'Show the clock')
  }

  /** What was typed when the card was asked before, if anything was. */
  showLastNotes(text: string): void {
    this.#part('last').hidden = !text
    this.#say('last-notes', text)
  }

  /** Whether easy may be given, and why not. */
  showEasy(isOff: boolean): void {
    this.#part('early').hidden = !isOff
    const easy = this.#button('easy')
    easy.disabled = isOff
    if (isOff) easy.setAttribute('aria-describedby', 'early')
    else easy.removeAttribute('aria-describedby')
  }

  /** A link at the end of the round to the page of this card, from which somebody came; none for undefined. */
  showWayBack(id: string | undefined): void {
    this.#part('way-back').hidden = id === undefined
    if (id === undefined) return
    const { href, title } = this.#pageOf(id)
    this.#link('way-back-link', href, title)
  }

  /** The sum of a round that is over, with links to what was weak in it. */
  sumUp(deal: Deal): void {
    this.#ending = deal.ending
    this.#say('sum', sumInWords(deal.steps))
    this.#say('next', deal.ending === 'round' ? '' : nextInWords(deal))
    const weak = new Set(deal.steps.filter(({ grade }) => grade === 'again' || grade === 'hard').map(({ id }) => id))
    this.#part('weak').hidden = weak.size === 0
    this.#part('weak-list').replaceChildren(...[...weak].map((id) => this.#weakEntry(id)))
  }

  /** The heading of the end that is shown. */
  get ending(): HTMLElement | null {
    return this.#root.querySelector<HTMLElement>(`h2[data-when="${this.#ending}"]`)
  }

  toggleList(): void {
    const list = this.#part('list')
    list.hidden = !list.hidden
    this.#button('list').setAttribute('aria-expanded', String(!list.hidden))
  }

  /** Says something to those who do not see the deck. */
  announce(text: string): void {
    this.#say('status', text)
  }

  #weakEntry(id: string): HTMLElement {
    const entry = document.createElement('li')
    const { href } = this.#pageOf(id)
    entry.append(Object.assign(document.createElement('a'), { href, textContent: textOf(this.#wordsOf(id)) }))
    return entry
  }

  #link(name: string, href: string, text: string) {
    this.#part(name).setAttribute('href', href)
    this.#say(name, text)
  }

  #say(name: string, text: string) {
    say(this.#part(name), text)
  }

  #part(name: string): HTMLElement {
    return partOf(this.#root, name)
  }

  #button(action: string): HTMLButtonElement {
    const button = this.#root.querySelector<HTMLButtonElement>(`button[data-do="${action}"]`)
    if (!button) throw new Error(`<card-deck> lacks its button "${action}"`)
    return button
  }

  #wordsOf(id: string): CardWords {
    const words = this.#words.get(id)
    if (!words) throw new Error(`no card "${id}" in the list`)
    return words
  }

  #pageOf(id: string) {
    const page = this.#deck.pages[parentOf(id)]
    if (!page) throw new Error(`no page of the card "${id}"`)
    return page
  }
}

/** The question as plain text. */
const textOf = ({ ask }: CardWords): string => ask.textContent.trim()

/** Which of the sentences on the nearness of the interview is true. */
function horizonOf({ now, end, assumed }: Deal): string {
  const phase = phaseOf(now, end)
  if (phase === 'over') return assumed ? 'assumed-over' : 'over'
  if (assumed) return 'assumed'
  return phase === 'last-hour' ? 'last-hour' : 'dated'
}
