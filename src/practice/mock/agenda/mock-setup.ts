/** `<mock-setup>`: takes length, seed and wishes, draws the agenda and begins. */
import { PracticeElement, say } from '../../kit/element.ts'
import { moveFocus } from '../../kit/focus.ts'
import { beginMock } from '../mock.ts'
import { facts, mocks, sayMoved, type Finished } from '../mock-page.ts'
import { canRecord } from '../recording/answer-recorder.ts'
import { agendaOf } from './agenda.ts'
import { codeOf, LENGTHS, newSeed, textOf, type Code, type Length } from './agenda-code.ts'

/** Chance of the browser, for new seeds alone. */
const chance = () => (crypto.getRandomValues(new Uint32Array(1))[0] ?? 0) / 2 ** 32

class MockSetup extends PracticeElement {
  readonly #form = this.find('form', HTMLFormElement)
  readonly #seed = this.find('seed', HTMLInputElement)

  protected start() {
    this.#form.hidden = false
    this.find('recordable').hidden = !canRecord()
    this.#draw()
    this.on(this.#form, 'submit', (event) => {
      event.preventDefault()
      this.#begin(new FormData(this.#form))
    })
    this.on(this.#form, 'input', () => this.#tellCode())
    this.on(this.find('draw'), 'click', () => this.#draw())
    this.on(document, 'mock-moved', ({ detail }) => this.#moved(detail))
    this.until(mocks.subscribe(() => this.#show()))
    this.#show()
  }

  #show() {
    this.hidden = mocks.current() !== undefined
  }

  #moved(finished: Finished | null) {
    this.find('finished').hidden = !finished
    if (this.hidden) return
    say(this.find('queued'), finished ? queuedInWords(finished.cards) : '')
    moveFocus(this.find(finished ? 'finished' : 'heading'))
  }

  #draw() {
    this.#seed.value = newSeed(chance)
    this.#tellCode()
  }

  #length(): Length {
    const chosen = Number(new FormData(this.#form).get('length'))
    return LENGTHS.find((length) => length === chosen) ?? 60
  }

  #code(): Code | undefined {
    return codeOf(this.#seed.value, this.#length())
  }

  #tellCode() {
    const code = this.#code()
    say(this.find('code'), code ? textOf(code) : '–')
  }

  #begin(wishes: FormData) {
    const code = this.#code()
    this.find('wrong').hidden = code !== undefined
    if (!code) {
      moveFocus(this.#seed)
      return
    }
    const alone = wishes.get('asker') === 'alone'
    const recording = wishes.get('recording') !== null
    mocks.begin(beginMock(code, agendaOf(code, facts.phases), { alone, recording }, Date.now()))
    this.#draw()
    sayMoved(this)
  }
}

function queuedInWords(cards: number): string {
  if (cards === 0) return 'No card was queued.'
  return cards === 1 ? 'One card was queued: it comes first.' : `${cards} cards were queued: they come first.`
}

customElements.define('mock-setup', MockSetup)
