/** `<ask-row>`: what is marked at one question: struck out, answered or not, and what they said. */
import { storage } from '../browser-storage.ts'
import type { Marks } from './ask.ts'
import { partOf } from './ask-markup.ts'
import { AsksStore } from './asks-store.ts'

const ANSWERS = ['answered', 'not-answered'] as const satisfies readonly Marks['answer'][]

class AskRow extends HTMLElement {
  readonly #store = new AsksStore(storage)
  #leave: (() => void) | undefined

  connectedCallback() {
    // Moving a row in its list connects it again; its listeners stay, as it is the same element.
    this.addEventListener('click', this.#pressed)
    this.addEventListener('input', this.#typed)
    this.#leave = this.#store.subscribe(() => this.#show())
    this.#show()
  }

  disconnectedCallback() {
    this.#leave?.()
  }

  readonly #pressed = ({ target }: Event) => {
    const button = target instanceof Element ? target.closest<HTMLElement>('[data-answer]') : null
    const answer = ANSWERS.find((known) => known === button?.dataset['answer'])
    if (!answer) return
    const was = this.#store.marks(this.#id).answer
    this.#store.mark(this.#id, { answer: was === answer ? 'none' : answer })
  }

  readonly #typed = ({ target }: Event) => {
    if (target instanceof HTMLTextAreaElement) this.#store.mark(this.#id, { note: target.value })
    else if (target instanceof HTMLInputElement && target.dataset['field'] === 'struck') {
      this.#store.mark(this.#id, { struck: target.checked })
    }
  }

  #show() {
    const { struck, answer, note } = this.#store.marks(this.#id)
    this.classList.toggle('struck', struck)
    const box = this.querySelector<HTMLInputElement>('[data-field="struck"]')
    if (box) box.checked = struck
    for (const button of this.querySelectorAll<HTMLElement>('[data-answer]')) {
      button.setAttribute('aria-pressed', String(button.dataset['answer'] === answer))
    }
    const field = this.querySelector('textarea')
    // Never the field that is being typed in, and never an equal text, which would move the caret.
    if (field && field !== document.activeElement && field.value !== note) field.value = note
    partOf(this, 'noted').classList.toggle('kept', note !== '')
    this.#light(answer === 'not-answered')
  }

  #light(unanswered: boolean) {
    for (const line of this.querySelectorAll<HTMLElement>('[data-lit]')) line.hidden = !unanswered
  }

  get #id(): string {
    return this.closest<HTMLElement>('[data-ask]')?.dataset['ask'] ?? ''
  }
}

customElements.define('ask-row', AskRow)
