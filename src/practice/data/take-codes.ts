/** `<take-codes>`: collects what the codes of another device bring, by the address or pasted, and takes it in. */
import { PracticeElement, say } from '../kit/element.ts'
import { moveFocus } from '../kit/focus.ts'
import { storage } from '../kit/storage/browser.ts'
import { addPieces, collectionIn, piecesIn, transferKind, unpack, type Collection } from './codes.ts'
import { numbersInWords } from './data-words.ts'
import { ImportReview } from './import-review.ts'

class TakeCodes extends PracticeElement {
  /** The transfer that the user is asked about. */
  #offered: string | undefined

  protected start() {
    this.find('use').hidden = false
    this.on(this.#review, 'taken', () => this.#forget())
    this.on(this.#review, 'left', () => this.#leave())
    this.on(this.find('discard'), 'click', () => {
      this.#review.close()
      this.#leave()
    })
    this.on(this.find('form'), 'submit', (event) => {
      event.preventDefault()
      const field = this.find('pasted', HTMLTextAreaElement)
      if (this.#add(field.value)) field.value = ''
    })
    this.until(storage.watch([transferKind], () => this.#show()))
    this.on(window, 'hashchange', () => this.#takeAddress())
    this.#takeAddress()
    this.#show()
  }

  #takeAddress() {
    const { hash, pathname, search } = location
    if (!hash.startsWith('#take=')) return
    // A reload or a bookmark shall not bring it once more.
    history.replaceState(history.state, '', pathname + search)
    moveFocus(this.find('title'))
    this.#add(hash)
  }

  /** Keeps the pieces of a text; says so when there is none. */
  #add(text: string): boolean {
    const pieces = piecesIn(text)
    this.find('no-piece').hidden = pieces.length > 0
    addPieces(storage, pieces)
    return pieces.length > 0
  }

  #show() {
    const collection = collectionIn(storage)
    this.find('progress-of').hidden = !collection
    if (!collection) {
      this.#close()
      return
    }
    const { total, missing, packed, transfer } = collection
    const here = total - missing.length
    Object.assign(this.find('progress'), { max: total, value: here })
    const left = missing.length > 0 ? ` Missing: ${numbersInWords(missing)}.` : ''
    say(this.find('place'), `${here} of ${total} here.${left}`)
    this.find('go-on').hidden = missing.length === 0
    if (missing.length > 0) {
      this.#close()
    } else if (this.#offered !== transfer) {
      this.#offered = transfer
      void this.#offer({ transfer, packed })
    }
  }

  async #offer({ transfer, packed }: Pick<Collection, 'transfer' | 'packed'>) {
    const text = packed === undefined ? undefined : await unpack(packed)
    if (this.#offered !== transfer) return
    if (text === undefined) this.#review.refuse('mismatch')
    else this.#review.offer(text)
  }

  /** Takes a question back whose pieces are gone, in another tab perhaps. */
  #close() {
    if (this.#offered !== undefined) this.#review.close()
    this.#offered = undefined
  }

  #forget() {
    this.#offered = undefined
    storage.drop(transferKind)
  }

  #leave() {
    this.#forget()
    moveFocus(this.find('title'))
  }

  get #review(): ImportReview {
    return this.find('import', ImportReview)
  }
}

customElements.define('take-codes', TakeCodes)
