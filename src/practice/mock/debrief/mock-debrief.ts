/** `<mock-debrief>`: takes the ratings, names the first gap, reports, and closes the mock with its cards queued. */
import { storage } from '../../kit/storage/browser.ts'
import { queueCardsNext } from '../../cards/store.ts'
import { download } from '../../kit/download.ts'
import { deleteButton, made, PracticeElement, say } from '../../kit/element.ts'
import { moveFocus } from '../../kit/focus.ts'
import { TypedField } from '../../kit/typed-field.ts'
import { finished, inDebrief, moved, noteId, rated, ratingOf, stepOf, type Rating } from '../mock.ts'
import { cardOf, facts, mocks, promptOf, sayMoved } from '../mock-page.ts'
import type { KeptMock } from '../mock-store.ts'
import { recordings } from '../recording/recording-store.ts'
import { debriefOf, judgedIn, type Debrief } from './gap.ts'
import { markdownOf, reportOf, type Report } from './report.ts'

class MockDebrief extends PracticeElement {
  #lookBack: TypedField | undefined
  /** Id of the note that is looked back in; empty when no debrief is on the screen. */
  #shown = ''

  protected start() {
    this.#lookBack = new TypedField(
      this.find('look-back', HTMLTextAreaElement),
      (text) => mocks.setNote(this.#shown, text),
      this.signal,
    )
    this.on(this, 'change', ({ target }) => {
      if (target instanceof HTMLInputElement && target.type === 'radio') this.#rate(target)
    })
    this.on(this.find('finish'), 'click', () => this.#finish())
    this.on(this.find('return'), 'click', () => this.#return())
    this.on(this.find('print'), 'click', () => print())
    this.on(this.find('save'), 'click', () => this.#save())
    this.find('delete').replaceWith(deleteButton('Delete this mock', () => this.#delete()))
    this.on(document, 'mock-moved', () => this.hidden || moveFocus(this.find('heading')))
    this.until(mocks.subscribe(() => this.#show()))
    this.#show()
  }

  #kept(): KeptMock | undefined {
    const kept = mocks.current()
    return kept && (kept.mock.finished !== null || inDebrief(kept.mock)) ? kept : undefined
  }

  #show() {
    const kept = this.#kept()
    this.hidden = !kept
    this.#showLookBack(kept)
    if (!kept) return
    const { mock } = kept
    for (const radio of this.querySelectorAll<HTMLInputElement>('input[type="radio"]')) {
      radio.checked = mock.ratings[radio.name] === Number(radio.value)
    }
    const debrief = debriefOf(mock, facts)
    this.#showGap(debrief)
    this.#showReport(this.#report(kept))
    const finish = debrief.cards.length > 0 ? 'Finish and queue the cards' : 'Finish'
    say(this.find('finish'), mock.finished === null ? finish : 'Close')
    this.find('return').hidden = mock.finished !== null
  }

  #showLookBack(kept: KeptMock | undefined) {
    const shown = kept ? noteId(kept.id, kept.mock.agenda.at(-1)?.slots[0]?.question ?? '') : ''
    if (shown === this.#shown) this.#lookBack?.show(mocks.note(shown))
    else this.#lookBack?.replace(mocks.note(shown))
    this.#shown = shown
  }

  #showGap({ state, gap, cards }: Debrief) {
    for (const one of this.querySelectorAll<HTMLElement>('[data-gap]')) one.hidden = one.dataset['gap'] !== state
    say(this.find('gap-name'), gap?.name ?? '')
    say(this.find('gap-strong'), gap?.strong ?? '')
    say(this.find('gap-drill'), gap?.drill ?? '')
    this.find('cards').hidden = cards.length === 0
    const links = cards.map((card) => {
      const { text, href } = cardOf(card)
      return made('li', Object.assign(made('a', text), { href }))
    })
    this.find('card-list').replaceChildren(...links)
  }

  #report({ id, mock }: KeptMock): Report {
    return reportOf(mock, debriefOf(mock, facts), facts, {
      title: this.find('title').textContent,
      caution: this.find('caution').textContent.trim(),
      promptOf,
      noteOf: (question) => mocks.note(noteId(id, question)),
      cardOf: (card) => cardOf(card).text,
    })
  }

  #showReport({ facts, phases }: Report) {
    say(this.find('facts'), facts)
    const parts = phases.flatMap(({ title, ratings, questions }) => [
      made('h4', title),
      ...(ratings.length > 0
        ? [made('ul', ...ratings.map((one) => made('li', `${one.dimension}: ${one.level}`)))]
        : []),
      ...questions.map(({ prompt, minutes, note }) => {
        const line = made('p', made('strong', prompt), ` (${minutes} min)`)
        const written = Object.assign(made('p', note), { className: 'note-text', dir: 'auto' })
        return note === '' ? line : made('div', line, written)
      }),
    ])
    this.find('phases').replaceChildren(...parts)
  }

  #rate(radio: HTMLInputElement) {
    const kept = this.#kept()
    const judged = judgedIn(facts).find((one) => ratingOf(one) === radio.name)
    if (kept && judged) mocks.put(kept.id, rated(kept.mock, judged, Number(radio.value) as Rating))
  }

  #finish() {
    const kept = this.#kept()
    this.#lookBack?.keep()
    const ends = kept?.mock.finished === null
    const cards = ends ? debriefOf(kept.mock, facts).cards : []
    if (cards.length > 0) queueCardsNext(storage, cards)
    if (ends) mocks.put(kept.id, finished(kept.mock, Date.now()))
    mocks.open(undefined)
    sayMoved(this, ends ? { cards: cards.length } : null)
  }

  #return() {
    const kept = this.#kept()
    const to = kept && stepOf(kept.mock, -1)
    if (!to) return
    mocks.put(kept.id, moved(kept.mock, to, Date.now()))
    sayMoved(this)
  }

  #delete() {
    const kept = this.#kept()
    if (!kept) return
    // What is still being typed must not come back as the note of a mock that is gone.
    this.#lookBack?.keep()
    void recordings.removeOf(kept.id)
    mocks.open(undefined)
    mocks.remove(kept.id)
    sayMoved(this)
  }

  #save() {
    const kept = this.#kept()
    if (!kept) return
    this.#lookBack?.keep()
    const file = new Blob([markdownOf(this.#report(kept))], { type: 'text/markdown' })
    download(`mock-${kept.id.slice(0, 10)}-${kept.mock.code}.md`, file)
  }
}

customElements.define('mock-debrief', MockDebrief)
