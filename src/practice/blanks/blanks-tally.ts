/** `<blanks-tally>`: how many of the blanks that it names are filled in. */
import { storage } from '../browser-storage.ts'
import { BlanksStore } from './blanks-store.ts'
import { shownOf } from './filled-blank.ts'

class BlanksTally extends HTMLElement {
  readonly #store = new BlanksStore(storage)
  #leave: (() => void) | undefined

  connectedCallback() {
    this.#leave = this.#store.subscribe(() => this.#show())
    this.#show()
  }

  disconnectedCallback() {
    this.#leave?.()
  }

  #show() {
    const ids = this.dataset['of']?.split(' ') ?? []
    const filled = this.#store.all()
    const states = ids.map((id) => shownOf(filled.get(id)).state)
    const count = (state: string) => states.filter((one) => one === state).length
    const unconfirmed = count('unconfirmed')
    this.textContent = `${count('filled')} of ${ids.length} filled in${unconfirmed ? `, ${unconfirmed} not confirmed` : ''}`
  }
}

customElements.define('blanks-tally', BlanksTally)
