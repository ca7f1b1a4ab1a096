/** `<mock-setup>`: takes length, seed and wishes, draws the agenda and begins. */
import { drawAgenda } from './agenda.ts'
import { chanceOf } from './chance.ts'
import { codeOf, LENGTHS, newSeed, textOf, type Code, type Length } from './code.ts'
import { part, say } from './markup.ts'
import { beginMock } from './mock.ts'
import { canRecord } from './recorder.ts'
import { poolsOf } from './script.ts'
import { mocks, onMoved, sayMoved } from './session.ts'

/** Chance of the browser, for new seeds alone. */
const chance = () => (crypto.getRandomValues(new Uint32Array(1))[0] ?? 0) / 2 ** 32

class MockSetup extends HTMLElement {
  readonly #leave: (() => void)[] = []

  connectedCallback() {
    const form = part(this, 'form', HTMLFormElement)
    form.hidden = false
    part(this, 'recordable').hidden = !canRecord()
    this.#draw()
    form.addEventListener('submit', (event) => {
      event.preventDefault()
      this.#begin(new FormData(form))
    })
    part(this, 'draw').addEventListener('click', () => this.#draw())
    form.addEventListener('input', () => this.#tellCode())
    this.#leave.push(
      mocks.subscribe(() => this.#show()),
      onMoved(() => this.hidden || part(this, 'heading').focus()),
    )
    this.#show()
  }

  disconnectedCallback() {
    for (const leave of this.#leave.splice(0)) leave()
  }

  #show() {
    this.hidden = mocks.current() !== undefined
  }

  #draw() {
    part(this, 'seed', HTMLInputElement).value = newSeed(chance)
    this.#tellCode()
  }

  #length(): Length {
    const chosen = Number(new FormData(part(this, 'form', HTMLFormElement)).get('length'))
    return LENGTHS.find((length) => length === chosen) ?? 60
  }

  #code(): Code | undefined {
    return codeOf(part(this, 'seed', HTMLInputElement).value, this.#length())
  }

  #tellCode() {
    const code = this.#code()
    say(part(this, 'code'), code ? textOf(code) : '–')
  }

  #begin(wishes: FormData) {
    const code = this.#code()
    part(this, 'wrong').hidden = code !== undefined
    if (!code) {
      part(this, 'seed').focus()
      return
    }
    const agenda = drawAgenda(code.length, poolsOf(code.length), chanceOf(textOf(code)))
    const alone = wishes.get('asker') === 'alone'
    mocks.begin(beginMock(code, agenda, { alone, recording: wishes.get('recording') !== null }, Date.now()))
    this.#draw()
    sayMoved()
  }
}

customElements.define('mock-setup', MockSetup)
