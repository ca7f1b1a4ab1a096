/** `<card-deck>`: asks the cards one by one, takes an attempt, shows the answer, and writes down the grade. */
import { storage } from '../browser-storage.ts'
import { MINUTE } from '../interview/interview.ts'
import { ankiFile } from './anki.ts'
import { AttemptClock } from './attempt-clock.ts'
import { AttemptNotes } from './attempt-notes.ts'
import { CardList } from './card-list.ts'
import { CardStore } from './card-store.ts'
import type { Card } from './card.ts'
import { Dealer } from './dealer.ts'
import { refreshDesk } from './desk-figures.ts'
import { Desk, write, type View } from './desk.ts'
import { gradeInWords, nextInWords, sumInWords } from './deck-words.ts'
import { isGrade, type Grade } from './grade.ts'
import { CHOICES } from './hand.ts'
import { deedOf } from './keys.ts'
import { saveAs } from './save-as.ts'

class CardDeck extends HTMLElement {
  readonly #store = new CardStore(storage)
  readonly #list = new CardList(this)
  readonly #desk = new Desk(this)
  readonly #dealer = new Dealer(this.#store, this.#list.cards, () => Date.now())
  readonly #clock = new AttemptClock(this.#desk)
  readonly #notes = new AttemptNotes(this.#desk, this.#store)
  #view: View = 'start'
  #card: Card | undefined
  /** Whether the answer on the desk was looked at before an attempt. */
  #early = false
  #ticks: ReturnType<typeof setInterval>[] = []
  #leave: (() => void) | undefined
  #isStale = false

  connectedCallback() {
    this.#desk.part('list').hidden = true
    for (const part of ['desk', 'list-button', 'anki']) this.#desk.part(part).hidden = false
    this.#restore()
    this.#listen()
    this.#leave = this.#store.subscribe(() => this.#refreshSoon())
    this.#ticks = [
      setInterval(() => this.#clock.tick(Date.now()), 1000),
      setInterval(() => this.#refresh(), MINUTE / 4),
    ]
    this.#show('start')
  }

  disconnectedCallback() {
    this.#notes.keep()
    this.#leave?.()
    for (const tick of this.#ticks) clearInterval(tick)
  }

  #restore() {
    const { scope = 'all', choice = 'due-and-new', noClock } = this.#store.choice() ?? {}
    this.#desk.select('scope').value = scope
    this.#desk.select('choice').value = choice
    // An area that left the guide is no choice any more.
    for (const select of this.#selects) if (select.selectedIndex < 0) select.selectedIndex = 0
    this.#clock.isShown = !noClock
    this.#takeChoice()
  }

  #listen() {
    this.addEventListener('click', ({ target }) => {
      const button = target instanceof Element ? target.closest('button') : null
      const { grade, do: deed } = button?.dataset ?? {}
      this.#do(grade ?? deed)
    })
    this.#desk.part('desk').addEventListener('keydown', (event) => {
      const deed = deedOf(event, this.#view === 'attempt')
      if (!deed) return
      event.preventDefault()
      this.#do(deed)
    })
    for (const select of this.#selects) select.addEventListener('change', () => this.#chosen())
    const keep = () => this.#notes.keep()
    addEventListener('pagehide', keep)
    document.addEventListener('visibilitychange', keep)
  }

  #do(deed: string | undefined) {
    if (isGrade(deed)) this.#grade(deed)
    else if (deed) this.#deeds[deed]?.()
  }

  readonly #deeds: Readonly<Record<string, () => void>> = {
    start: () => this.#begin(false),
    pass: () => this.#begin(true),
    every: () => {
      this.#desk.select('choice').value = 'every'
      this.#chosen()
      this.#next()
    },
    choose: () => {
      this.#dealer.begin(true)
      this.#show('start')
      this.#desk.select('scope').focus()
    },
    leave: () => this.#finish(),
    reveal: () => this.#reveal(),
    undo: () => this.#undo(),
    pause: () => this.#clock.pauseOrGoOn(Date.now()),
    clock: () => {
      this.#clock.isShown = !this.#clock.isShown
      this.#keepChoice(this.#card?.id)
    },
    list: () => {
      const list = this.#desk.part('list')
      list.hidden = !list.hidden
      this.#desk.button('list').setAttribute('aria-expanded', String(!list.hidden))
    },
    anki: () => saveAs('interview-cards.txt', ankiFile(this.#list.ankiNotes(), this.dataset['deck'] ?? 'Interview')),
  }

  #begin(pass: boolean) {
    this.#dealer.begin(pass)
    // After a reload it goes on where it was.
    this.#next(this.#store.choice()?.card)
  }

  /** Asks the next card, `first` if that may still come, or ends the round. */
  #next(first?: string) {
    const card = this.#dealer.next(first)
    if (!card) {
      this.#finish()
      return
    }
    this.#lay(card)
    this.#notes.open(card.id)
    this.#clock.begin(Date.now())
    this.#show('attempt')
    this.#desk.part('prompt').focus()
  }

  /** Puts a card on the desk. */
  #lay(card: Card) {
    this.#clear()
    this.#card = card
    this.#keepChoice(card.id)
    this.#notes.lay(card.id)
    this.#list.lay(card.id, this.#desk)
  }

  /** Puts the card of the desk back into the list. */
  #clear() {
    this.#notes.close()
    if (this.#card) this.#list.putBack(this.#card.id)
    this.#card = undefined
  }

  #reveal() {
    if (this.#view !== 'attempt') return
    this.#early = this.#clock.end(this.#notes.text, Date.now())
    this.#notes.close()
    this.#showAnswer()
  }

  #showAnswer() {
    this.#desk.easyIsOff(this.#early)
    this.#show('answer')
    this.#desk.part('answer').focus()
  }

  #grade(grade: Grade) {
    const id = this.#card?.id
    if (this.#view !== 'answer' || id === undefined) return
    if (grade === 'easy' && this.#early) {
      this.#desk.say('Easy is off: you looked before you tried.')
      return
    }
    this.#dealer.grade(id, grade, this.#early)
    this.#next()
    this.#desk.say(`${gradeInWords(grade, id, this.#dealer.asked())}. ${this.#desk.part('standing').textContent}.`)
  }

  #undo() {
    this.#clear()
    const step = this.#dealer.undo()
    const card = this.#list.cards.find(({ id }) => id === step?.id)
    if (!step || !card) return
    this.#lay(card)
    this.#early = step.early
    this.#clock.clear()
    this.#showAnswer()
    this.#desk.say(`The grade ${step.grade} is taken back.`)
  }

  #finish() {
    this.#clear()
    const { steps, ending } = this.#dealer
    const weak = [...new Set(steps.filter(({ grade }) => grade === 'again' || grade === 'hard').map(({ id }) => id))]
    this.#desk.choose('end', ending)
    write(this.#desk.part('sum'), sumInWords(steps))
    write(this.#desk.part('next'), ending === 'round' ? '' : nextInWords(this.#dealer.asked()))
    this.#desk.weak(weak.map((id) => ({ href: this.#list.page(id).href, text: this.#list.text(id) })))
    this.#show('end')
    this.#desk.ending?.focus()
  }

  #show(view: View) {
    if (view === 'start') this.#clear()
    this.#view = view
    this.#desk.show(view)
    this.#refresh()
  }

  /** A grade writes several records; they are shown once. */
  #refreshSoon() {
    if (this.#isStale) return
    this.#isStale = true
    queueMicrotask(() => this.#refresh())
  }

  /** Brings up to date what time and other tabs change. */
  #refresh() {
    this.#isStale = false
    refreshDesk(this.#desk, this.#dealer, this.#card?.id)
    this.#notes.refresh()
  }

  /** Other cards were chosen: nothing was asked of them yet. */
  #chosen() {
    this.#takeChoice()
    this.#dealer.begin(true)
    this.#keepChoice(undefined)
    this.#refresh()
  }

  #takeChoice() {
    const [scope, choice] = this.#selects.map(({ value }) => value)
    this.#dealer.scope = scope ?? 'all'
    this.#dealer.choice = CHOICES.find((known) => known === choice) ?? 'due-and-new'
  }

  #keepChoice(card: string | undefined) {
    const { scope, choice } = this.#dealer
    const noClock = !this.#clock.isShown
    this.#store.choose({ scope, choice, ...(card !== undefined && { card }), ...(noClock && { noClock }) })
  }

  get #selects() {
    return [this.#desk.select('scope'), this.#desk.select('choice')]
  }
}

customElements.define('card-deck', CardDeck)
