/** `<storage-notice>`: shows the sentences that apply, and looks again after each change. */
import { PracticeElement } from '../kit/element.ts'
import { storage } from '../kit/storage/browser.ts'
import type { Trouble } from '../kit/storage/storage.ts'

class StorageNotice extends PracticeElement {
  protected start() {
    this.#show()
    this.until(storage.subscribe(() => this.#show()))
    // Other elements read their records while the page starts; what they met is known afterwards.
    queueMicrotask(() => this.#show())
  }

  #show() {
    const { troubles } = storage
    for (const sentence of this.querySelectorAll<HTMLElement>('[data-trouble]')) {
      sentence.hidden = !troubles.has(sentence.dataset['trouble'] as Trouble)
    }
    this.hidden = troubles.size === 0
  }
}

customElements.define('storage-notice', StorageNotice)
