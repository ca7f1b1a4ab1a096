/** `<import-file>`: takes what another device or browser has saved as a file. */
import { LARGEST, textOf } from './exchange.ts'
import { ImportReview } from './import-review.ts'
import { part } from './parts.ts'

class ImportFile extends HTMLElement {
  connectedCallback() {
    const input = part<HTMLInputElement>(this, 'file')
    const review = new ImportReview(this, (how) => {
      // The same file may be chosen once more.
      input.value = ''
      if (how === 'left') input.focus()
    })
    part(this, 'use').hidden = false
    input.addEventListener('change', () => void this.#read(input, review))
  }

  async #read(input: HTMLInputElement, review: ImportReview) {
    const file = input.files?.[0]
    review.close()
    if (!file) return
    if (file.size > LARGEST) {
      review.refuse('large')
      return
    }
    try {
      const read = textOf(new Uint8Array(await file.arrayBuffer()))
      // Another file may have been chosen while this one was read.
      if (input.files?.[0] !== file) return
      if ('text' in read) review.offer(read.text)
      else review.refuse(read.refusal)
    } catch {
      review.refuse('unreadable')
    }
  }
}

customElements.define('import-file', ImportFile)
