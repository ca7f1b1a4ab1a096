/** `<flag-watch>`: lights up the red flags that were seen, or that an unanswered question shows. */
import { storage } from '../browser-storage.ts'
import { partOf } from './ask-markup.ts'
import { AsksStore } from './asks-store.ts'

class FlagWatch extends HTMLElement {
  readonly #store = new AsksStore(storage)
  #leave: (() => void) | undefined

  connectedCallback() {
    this.addEventListener('click', this.#pressed)
    this.#leave = this.#store.subscribe(() => this.#show())
    this.#show()
  }

  disconnectedCallback() {
    this.#leave?.()
    this.removeEventListener('click', this.#pressed)
  }

  readonly #pressed = ({ target }: Event) => {
    const button = target instanceof Element ? target.closest('button') : null
    const flag = button?.closest<HTMLElement>('[data-flag]')?.dataset['flag']
    if (flag !== undefined) this.#store.setSeen(flag, !this.#store.isSeen(flag))
  }

  #show() {
    for (const item of this.querySelectorAll<HTMLElement>('[data-flag]')) {
      const seen = this.#store.isSeen(item.dataset['flag'] ?? '')
      const ties = item.dataset['ties']?.split(' ') ?? []
      const lit = seen || ties.some((ask) => this.#store.marks(ask).answer === 'not-answered')
      item.classList.toggle('lit', lit)
      item.querySelector('button')?.setAttribute('aria-pressed', String(seen))
      partOf(item, 'mark').hidden = !lit
    }
  }
}

customElements.define('flag-watch', FlagWatch)
