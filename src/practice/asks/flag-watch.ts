/** `<flag-watch>`: lights up the red flags that were seen, or that an unanswered question shows. */
import { partOf, PracticeElement } from '../kit/element.ts'
import { storage } from '../kit/storage/browser.ts'
import { AsksStore } from './asks-store.ts'

export interface WatchedFlag {
  id: string
  /** Ids of the questions whose missing answer shows it. */
  ties: readonly string[]
}

class FlagWatch extends PracticeElement {
  readonly #store = new AsksStore(storage)
  readonly #flags = this.facts() as WatchedFlag[]

  protected start() {
    for (const { id } of this.#flags) {
      this.on(this.#button(id), 'click', () => this.#store.setSeen(id, !this.#store.isSeen(id)))
    }
    this.until(this.#store.subscribe(() => this.#show()))
    this.#show()
  }

  #show() {
    for (const { id, ties } of this.#flags) {
      const seen = this.#store.isSeen(id)
      const lit = seen || ties.some((ask) => this.#store.marks(ask).answer === 'not-answered')
      const item = this.find(`flag-${id}`)
      item.classList.toggle('lit', lit)
      this.#button(id).setAttribute('aria-pressed', String(seen))
      partOf(item, 'mark').hidden = !lit
    }
  }

  #button(flag: string): HTMLElement {
    return partOf(this.find(`flag-${flag}`), 'seen')
  }
}

customElements.define('flag-watch', FlagWatch)
