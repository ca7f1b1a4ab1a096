/** `<ask-row>`: what is marked at one question: answered or not, and what they said. */
import { fill, PracticeElement } from '../kit/element.ts'
import { storage } from '../kit/storage/browser.ts'
import { AsksStore, type Marks } from './asks-store.ts'

const ANSWERS = ['answered', 'not-answered'] as const satisfies readonly Marks['answer'][]

class AskRow extends PracticeElement {
  readonly #store = new AsksStore(storage)

  protected start() {
    for (const answer of ANSWERS) this.on(this.find(answer), 'click', () => this.#press(answer))
    this.on(this.#note, 'input', () => this.#store.mark(this.#id, { note: this.#note.value }))
    this.until(this.#store.subscribe(() => this.#show()))
    this.#show()
  }

  /** A second press takes the answer back. */
  #press(answer: Marks['answer']) {
    const was = this.#store.marks(this.#id).answer
    this.#store.mark(this.#id, { answer: was === answer ? 'none' : answer })
  }

  #show() {
    const { answer, note } = this.#store.marks(this.#id)
    for (const known of ANSWERS) this.find(known).setAttribute('aria-pressed', String(known === answer))
    fill(this.#note, note)
    this.find('noted').classList.toggle('kept', note !== '')
    for (const line of this.querySelectorAll<HTMLElement>('[data-lit]')) line.hidden = answer !== 'not-answered'
  }

  get #note(): HTMLTextAreaElement {
    return this.find('note', HTMLTextAreaElement)
  }

  get #id(): string {
    return this.closest<HTMLElement>('[data-ask]')?.dataset['ask'] ?? ''
  }
}

customElements.define('ask-row', AskRow)
