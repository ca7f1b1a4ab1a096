/** `<ask-board>`: whom the candidate meets, and whether the call has begun. */
import { storage } from '../browser-storage.ts'
import { isAudience } from './ask.ts'
import { asksIn, partOf } from './ask-markup.ts'
import { AsksStore } from './asks-store.ts'
import './ask-list.ts'

class AskBoard extends HTMLElement {
  readonly #store = new AsksStore(storage)
  #leave: (() => void) | undefined

  connectedCallback() {
    const setup = partOf(this, 'setup')
    setup.addEventListener('input', ({ target }) => {
      if (target instanceof HTMLInputElement && isAudience(target.value)) this.#store.meet(target.value)
    })
    partOf(this, 'begin').addEventListener('click', () => {
      this.#store.beginCall(asksIn(this))
      partOf(this, 'in-call').focus()
    })
    partOf(this, 'end').addEventListener('click', () => {
      this.#store.endCall()
      partOf(this, 'begin').focus()
    })
    partOf(this, 'clear').addEventListener('click', () => this.#store.clearTicks())
    partOf(this, 'print').addEventListener('click', () => print())
    this.#leave = this.#store.subscribe(() => this.#show())
    this.#show()
  }

  disconnectedCallback() {
    this.#leave?.()
  }

  #show() {
    const { audience, call } = this.#store.setup()
    // The style sheet shows and hides by this what belongs to preparing and to the call.
    this.dataset['mode'] = call ? 'call' : 'prepare'
    for (const list of this.querySelectorAll<HTMLElement>('ask-list')) {
      list.hidden = list.dataset['audience'] !== audience
    }
    for (const choice of this.querySelectorAll<HTMLInputElement>('[name="audience"]')) {
      choice.checked = choice.value === audience
    }
  }
}

customElements.define('ask-board', AskBoard)
