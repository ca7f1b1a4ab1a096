/** `<card-deck>`: asks the cards one by one, takes an attempt, shows the answer, and keeps the grade. */
import { download } from '../kit/download.ts'
import { PracticeElement } from '../kit/element.ts'
import { moveFocus } from '../kit/focus.ts'
import { storage } from '../kit/storage/browser.ts'
import { MINUTE } from '../kit/time.ts'
import { TypedField } from '../kit/typed-field.ts'
import { begun, isEarly, paused, resumed, STOPPED, type Attempt } from './attempt.ts'
import type { Card, Deck } from './card.ts'
import { ANCHORED, cardsNamed, ROUND_ANCHOR } from './card-anchor.ts'
import { Dealer, nextCard, type Deal } from './deal.ts'
import { DeckView, wordsIn, type Screen } from './deck-view.ts'
import { gradeInWords, roundInWords } from './deck-words.ts'
import { ankiFile, ankiNotes } from './export-anki.ts'
import { gradeOfKey, isGrade, type Grade } from './review.ts'
import { CardStore, CHOICES } from './store.ts'

class CardDeck extends PracticeElement {
  readonly #deck = this.facts() as Deck
  readonly #words = wordsIn(this.find('list'))
  readonly #view = new DeckView(this, this.#deck, this.#words)
  readonly #store = new CardStore(storage)
  readonly #dealer = new Dealer(this.#store, this.#deck.cards, () => Date.now())
  readonly #scope = this.find('scope', HTMLSelectElement)
  readonly #choice = this.find('choice', HTMLSelectElement)
  readonly #field = this.find('notes', HTMLTextAreaElement)
  #notes: TypedField | undefined
  #screen: Screen = 'start'
  /** The card that is asked. */
  #card: Card | undefined
  #attempt: Attempt = STOPPED
  /** Whether the answer was looked at before an attempt. */
  #early = false
  #isStale = false

  protected start() {
    this.find('list').hidden = true
    // Places for readers without a script: a browser that finds one at the address takes the focus away for it.
    const list = this.find('list')
    for (const place of [list, ...list.querySelectorAll(ANCHORED)]) place.removeAttribute('id')
    for (const part of ['desk', 'list-button', 'anki']) this.find(part).hidden = false
    this.#notes = new TypedField(
      this.#field,
      (text) => {
        if (this.#card) this.#store.type(this.#card.id, text)
      },
      this.signal,
    )
    this.on(this, 'click', ({ target }) => {
      if (target instanceof Element) this.#act(target.closest('button')?.dataset['do'])
    })
    this.on(this.find('desk'), 'keydown', (event) => {
      const action = actionOf(event, this.#screen === 'attempt')
      if (!action) return
      event.preventDefault()
      this.#act(action)
    })
    for (const select of [this.#scope, this.#choice]) this.on(select, 'change', () => this.#chosen())
    this.until(this.#store.subscribe(() => this.#refreshSoon()))
    this.every(1000, () => this.#view.showClock(this.#attempt, Date.now()))
    this.every(MINUTE / 4, () => this.#refresh())
    this.on(window, 'hashchange', () => this.#askNamed())
    this.#restore()
    this.#show('start')
    this.#askNamed()
    if (location.hash === `#${ROUND_ANCHOR}`) this.#begin(false)
  }

  /** Asks at once the cards that the address names: somebody comes from the page that is read. */
  #askNamed() {
    const named = cardsNamed(location.hash, this.#deck.cards)
    const [first] = named
    if (first === undefined) return
    this.#dealer.begin(false, named)
    this.#view.showWayBack(first)
    this.#ask(this.#dealer.deal())
  }

  #restore() {
    const { scope = 'all', choice = 'due-and-new', noClock } = this.#store.choice() ?? {}
    this.#scope.value = scope
    this.#choice.value = choice
    // An area that left the guide is no choice any more.
    for (const select of [this.#scope, this.#choice]) if (select.selectedIndex < 0) select.selectedIndex = 0
    this.#view.isClockShown = !noClock
    this.#takeChoice()
  }

  #act(action: string | undefined) {
    if (isGrade(action)) this.#grade(action)
    else if (action) this.#actions[action]?.()
  }

  /** What the buttons do, by their `data-do`; the grades beside them. */
  readonly #actions: Readonly<Record<string, () => void>> = {
    start: () => this.#begin(false),
    pass: () => this.#begin(true),
    every: () => {
      this.#choice.value = 'every'
      this.#chosen()
      this.#ask(this.#dealer.deal())
    },
    choose: () => {
      this.#endNamed()
      this.#dealer.begin(true)
      this.#clear()
      this.#show('start')
      moveFocus(this.#scope)
    },
    leave: () => this.#finish(this.#dealer.deal()),
    reveal: () => this.#reveal(),
    undo: () => this.#undo(),
    pause: () => {
      const turn = this.#attempt.since === undefined ? resumed : paused
      this.#setClock(turn(this.#attempt, Date.now()))
    },
    clock: () => {
      this.#view.isClockShown = !this.#view.isClockShown
      this.#keepChoice()
    },
    list: () => this.#view.toggleList(),
    anki: () => {
      const text = ankiFile(ankiNotes(this.#deck, this.#words), this.#deck.name)
      download('interview-cards.txt', new Blob([text], { type: 'text/plain;charset=utf-8' }))
    },
  }

  #begin(pass: boolean) {
    this.#endNamed()
    this.#dealer.begin(pass)
    // After a reload it goes on where it was.
    this.#ask(this.#dealer.deal(), this.#store.choice()?.card)
  }

  /** From here on other cards are asked than the address names. */
  #endNamed() {
    const isRound = location.hash === `#${ROUND_ANCHOR}`
    if (isRound || cardsNamed(location.hash, this.#deck.cards).length > 0)
      history.replaceState(null, '', location.pathname)
    this.#view.showWayBack(undefined)
  }

  /** Asks the next card, `first` if that may still come, or ends the round. */
  #ask(deal: Deal, first?: string) {
    const card = nextCard(deal, first)
    if (!card) {
      this.#finish(deal)
      return
    }
    this.#putUp(card)
    this.#field.readOnly = false
    this.#setClock(begun(Date.now()))
    this.#show('attempt', deal)
    moveFocus(this.find('prompt'))
  }

  /** Puts a card up with what was typed for it. */
  #putUp(card: Card) {
    this.#clear()
    this.#card = card
    this.#keepChoice()
    const { draft, last } = this.#store.notes(card.id)
    this.#notes?.replace(draft)
    this.#view.showLastNotes(last)
    this.#view.ask(card)
  }

  #clear() {
    this.#closeNotes()
    this.#view.takeAway()
    this.#card = undefined
  }

  /** Keeps what was typed; nothing more is taken. */
  #closeNotes() {
    this.#notes?.keep()
    this.#field.readOnly = true
  }

  #reveal() {
    if (this.#screen !== 'attempt') return
    const now = Date.now()
    this.#early = isEarly(this.#attempt, this.#field.value, now)
    this.#setClock(paused(this.#attempt, now))
    this.#closeNotes()
    this.#showAnswer()
  }

  #showAnswer() {
    this.#view.showEasy(this.#early)
    this.#show('answer')
    moveFocus(this.find('answer'))
  }

  #grade(grade: Grade) {
    const id = this.#card?.id
    if (this.#screen !== 'answer' || id === undefined) return
    if (grade === 'easy' && this.#early) {
      this.#view.announce('Easy is off: you looked before you tried.')
      return
    }
    this.#dealer.grade(id, grade, this.#early)
    const deal = this.#dealer.deal()
    this.#ask(deal)
    this.#view.announce(`${gradeInWords(grade, id, deal)}. ${roundInWords(deal)}.`)
  }

  #undo() {
    this.#clear()
    const step = this.#dealer.undo()
    const card = this.#deck.cards.find(({ id }) => id === step?.id)
    if (!step || !card) return
    this.#putUp(card)
    this.#early = step.early
    this.#setClock(STOPPED)
    this.#showAnswer()
    this.#view.announce(`The grade ${step.grade} is taken back.`)
  }

  #finish(deal: Deal) {
    this.#clear()
    this.#view.sumUp(deal)
    this.#show('end', deal)
    moveFocus(this.#view.ending)
  }

  #setClock(attempt: Attempt) {
    this.#attempt = attempt
    this.#view.showClock(attempt, Date.now())
  }

  #show(screen: Screen, deal?: Deal) {
    this.#screen = screen
    this.#refresh(deal)
  }

  /** A grade changes several records; they are shown once. */
  #refreshSoon() {
    if (this.#isStale) return
    this.#isStale = true
    queueMicrotask(() => {
      if (this.#isStale) this.#refresh()
    })
  }

  /** Brings up to date what time and other tabs change. */
  #refresh(deal = this.#dealer.deal()) {
    this.#isStale = false
    this.#view.show(this.#screen, deal, this.#card?.id)
    // While a card lies on the desk, the style sheet gives it the whole screen.
    this.toggleAttribute('data-round', this.#screen === 'attempt' || this.#screen === 'answer')
    if (this.#card && this.#screen === 'attempt') this.#notes?.show(this.#store.notes(this.#card.id).draft)
  }

  /** Other cards were chosen: nothing was asked of them yet. */
  #chosen() {
    this.#takeChoice()
    this.#dealer.begin(true)
    this.#keepChoice()
    this.#refresh()
  }

  #takeChoice() {
    this.#dealer.scope = this.#scope.value
    this.#dealer.choice = CHOICES.find((known) => known === this.#choice.value) ?? 'due-and-new'
  }

  #keepChoice() {
    const { scope, choice } = this.#dealer
    const card = this.#card && { card: this.#card.id }
    this.#store.choose({ scope, choice, ...card, ...(!this.#view.isClockShown && { noClock: true }) })
  }
}

/**
 * A grade, `reveal`, `undo`, or undefined for a key that does nothing here; `asks` says that a question is shown. Keys
 * count while the focus is on the deck, and never against what a control does with them.
 */
function actionOf(event: KeyboardEvent, asks: boolean): string | undefined {
  const { key, target, repeat, altKey, metaKey, ctrlKey, isComposing } = event
  if (repeat || altKey || isComposing || !(target instanceof Element)) return undefined
  if (ctrlKey || metaKey) return key === 'Enter' && asks ? 'reveal' : undefined
  // What has been revealed is read only: there a key is no letter.
  if (target.matches('input, select, textarea:not([readonly])')) return undefined
  const shows = key === 'Enter' || key === ' '
  if (shows) return asks && !target.closest('button, a, summary') ? 'reveal' : undefined
  return gradeOfKey(key) ?? (key.toLowerCase() === 'u' ? 'undo' : undefined)
}

customElements.define('card-deck', CardDeck)
