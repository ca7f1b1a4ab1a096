/** `<storage-notice>`: shows the sentences that apply, and looks again after each change. */
import { storage } from '../browser-storage.ts'
import type { Trouble } from '../storage.ts'

class StorageNotice extends HTMLElement {
  #leave: (() => void) | undefined

  connectedCallback() {
    this.#show()
    this.#leave = storage.subscribe(() => this.#show())
    // Other elements read their shelves while the page starts; what they met is known afterwards.
    queueMicrotask(() => this.#show())
  }

  disconnectedCallback() {
    this.#leave?.()
  }

  #show() {
    for (const sentence of this.querySelectorAll<HTMLElement>('[data-trouble]')) {
      sentence.hidden = !storage.troubles.has(sentence.dataset['trouble'] as Trouble)
    }
    this.hidden = storage.troubles.size === 0
  }
}

customElements.define('storage-notice', StorageNotice)
