/** `<import-file>`: takes what another device or browser has saved as a file. */
import { PracticeElement } from '../kit/element.ts'
import { moveFocus } from '../kit/focus.ts'
import { LARGEST, textOf } from './exchange.ts'
import { ImportReview } from './import-review.ts'

class ImportFile extends PracticeElement {
  protected start() {
    this.find('use').hidden = false
    this.on(this.#input, 'change', () => void this.#read())
    // The same file may be chosen once more.
    this.on(this.#review, 'taken', () => (this.#input.value = ''))
    this.on(this.#review, 'left', () => {
      this.#input.value = ''
      moveFocus(this.#input)
    })
  }

  async #read() {
    const file = this.#input.files?.[0]
    this.#review.close()
    if (!file) return
    if (file.size > LARGEST) {
      this.#review.refuse('large')
      return
    }
    try {
      const read = textOf(new Uint8Array(await file.arrayBuffer()))
      // Another file may have been chosen while this one was read.
      if (this.#input.files?.[0] !== file) return
      if ('text' in read) this.#review.offer(read.text)
      else this.#review.refuse(read.refusal)
    } catch {
      this.#review.refuse('unreadable')
    }
  }

  get #input(): HTMLInputElement {
    return this.find('file', HTMLInputElement)
  }

  get #review(): ImportReview {
    return this.find('import', ImportReview)
  }
}

customElements.define('import-file', ImportFile)
