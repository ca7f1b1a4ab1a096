/** `<mock-debrief>`: takes the ratings, names the first gap, and closes the mock with its cards queued. */
import { storage } from '../browser-storage.ts'
import { queueCardsNext } from '../cards/queue.ts'
import { debriefOf, type Debrief } from './debrief.ts'
import { ratingOf, type Rating } from './gap.ts'
import { deleteButton, made, part, say } from './markup.ts'
import type { KeptMock } from './mock-store.ts'
import { finished, inDebrief, moved, rated, stepOf } from './mock.ts'
import { NoteField } from './note-field.ts'
import { recordings } from './recording-store.ts'
import { showReport, markdownFrom } from './report-view.ts'
import { cardOf, judgedIn } from './script.ts'
import { mocks, onMoved, sayMoved } from './session.ts'

class MockDebrief extends HTMLElement {
  readonly #notes = new NoteField(part(this, 'look-back', HTMLTextAreaElement), mocks)
  readonly #leave: (() => void)[] = []

  connectedCallback() {
    this.addEventListener('change', ({ target }) => {
      if (target instanceof HTMLInputElement && target.type === 'radio') this.#rate(target)
    })
    part(this, 'finish').addEventListener('click', () => this.#finish())
    part(this, 'return').addEventListener('click', () => this.#return())
    part(this, 'print').addEventListener('click', () => print())
    part(this, 'save').addEventListener('click', () => this.#save())
    part(this, 'buttons').append(deleteButton('Delete this mock', () => this.#delete()))
    this.#leave.push(
      mocks.subscribe(() => this.#show()),
      onMoved(() => this.hidden || part(this, 'heading').focus()),
    )
    this.#show()
  }

  disconnectedCallback() {
    for (const leave of this.#leave.splice(0)) leave()
  }

  #kept(): KeptMock | undefined {
    const kept = mocks.current()
    return kept && (kept.mock.finished !== null || inDebrief(kept.mock)) ? kept : undefined
  }

  #show() {
    const kept = this.#kept()
    this.hidden = !kept
    if (!kept) {
      this.#notes.keep()
      return
    }
    const { id, mock } = kept
    this.#notes.show(id, mock.agenda.at(-1)?.slots[0]?.question ?? '')
    for (const fieldset of this.querySelectorAll<HTMLFieldSetElement>('[data-judges]')) {
      const level = String(mock.ratings[fieldset.dataset['judges'] ?? ''] ?? '')
      for (const radio of fieldset.querySelectorAll('input')) radio.checked = radio.value === level
    }
    const debrief = debriefOf(mock, judgedIn(this))
    this.#showGap(debrief)
    say(part(this, 'finish'), mock.finished === null ? 'Finish and queue the cards' : 'Close')
    part(this, 'return').hidden = mock.finished !== null
    showReport(part(this, 'report'), kept, debrief)
  }

  #showGap({ state, gap, cards }: Debrief) {
    for (const one of this.querySelectorAll<HTMLElement>('[data-gap]')) one.hidden = one.dataset['gap'] !== state
    say(part(this, 'gap-name'), gap?.name ?? '')
    say(part(this, 'gap-strong'), gap?.strong ?? '')
    say(part(this, 'gap-drill'), gap?.drill ?? '')
    part(this, 'cards').hidden = cards.length === 0
    const links = cards.map((card) => {
      const { text, href } = cardOf(card)
      return made('li', Object.assign(made('a', text), { href }))
    })
    part(this, 'card-list').replaceChildren(...links)
  }

  #rate(radio: HTMLInputElement) {
    const kept = this.#kept()
    const judged = judgedIn(this).find((one) => ratingOf(one) === radio.name)
    if (kept && judged) mocks.put(kept.id, rated(kept.mock, judged, Number(radio.value) as Rating))
  }

  #finish() {
    const kept = this.#kept()
    this.#notes.keep()
    if (kept?.mock.finished === null) {
      const { cards } = debriefOf(kept.mock, judgedIn(this))
      if (cards.length > 0) queueCardsNext(storage, cards)
      mocks.put(kept.id, finished(kept.mock, Date.now()))
    }
    mocks.open(undefined)
    sayMoved()
  }

  #return() {
    const kept = this.#kept()
    const to = kept && stepOf(kept.mock, -1)
    if (!to) return
    mocks.put(kept.id, moved(kept.mock, to, Date.now()))
    sayMoved()
  }

  #delete() {
    const kept = this.#kept()
    if (!kept) return
    void recordings.removeOf(kept.id)
    mocks.open(undefined)
    mocks.remove(kept.id)
    sayMoved()
  }

  #save() {
    const kept = this.#kept()
    if (!kept) return
    this.#notes.keep()
    const text = markdownFrom(part(this, 'report'), kept, debriefOf(kept.mock, judgedIn(this)))
    const href = URL.createObjectURL(new Blob([text], { type: 'text/markdown' }))
    Object.assign(made('a'), { href, download: `mock-${kept.id.slice(0, 10)}-${kept.mock.code}.md` }).click()
    setTimeout(() => URL.revokeObjectURL(href), 60_000)
  }
}

customElements.define('mock-debrief', MockDebrief)
