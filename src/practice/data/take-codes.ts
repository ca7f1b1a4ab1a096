/** `<take-codes>`: collects what the codes of another device bring, by the address or pasted, and takes it in. */
import { storage } from '../browser-storage.ts'
import { ImportReview } from './import-review.ts'
import { unpack } from './pack.ts'
import { onPress, part, say, sayOnly } from './parts.ts'
import { TransferStore } from './transfer-store.ts'
import { numbersInWords, piecesIn, type Collection } from './transfer.ts'

class TakeCodes extends HTMLElement {
  readonly #store = new TransferStore(storage)
  #review: ImportReview | undefined
  /** The transfer that the user is asked about. */
  #offered: string | undefined
  #leave: (() => void) | undefined

  connectedCallback() {
    part(this, 'use').hidden = false
    this.#review = new ImportReview(this, (how) => this.#forget(how === 'left'))
    onPress(this, 'discard', () => {
      this.#review?.close()
      this.#forget(true)
    })
    part<HTMLFormElement>(this, 'form').addEventListener('submit', (event) => {
      event.preventDefault()
      const field = part<HTMLTextAreaElement>(this, 'pasted')
      if (this.#add(field.value)) field.value = ''
    })
    this.#leave = this.#store.subscribe(() => this.#show())
    addEventListener('hashchange', this.#takeAddress)
    this.#takeAddress()
    this.#show()
  }

  disconnectedCallback() {
    this.#leave?.()
    removeEventListener('hashchange', this.#takeAddress)
  }

  readonly #takeAddress = () => {
    const { hash, pathname, search } = location
    if (!hash.startsWith('#take=')) return
    // A reload or a bookmark shall not bring it once more.
    history.replaceState(history.state, '', pathname + search)
    part(this, 'title').focus()
    this.#add(hash)
  }

  /** Keeps the pieces of a text; says so when there is none. */
  #add(text: string): boolean {
    const pieces = piecesIn(text)
    sayOnly(part(this, 'pasting'), ...(pieces.length === 0 ? ['no-piece'] : []))
    this.#store.add(pieces)
    return pieces.length > 0
  }

  #show() {
    const collection = this.#store.collection()
    part(this, 'progress-of').hidden = !collection
    if (!collection) {
      this.#close()
      return
    }
    const { total, missing, packed, transfer } = collection
    const here = total - missing.length
    const progress = part<HTMLProgressElement>(this, 'progress')
    progress.max = total
    progress.value = here
    const left = missing.length > 0 ? ` Missing: ${numbersInWords(missing)}.` : ''
    say(part(this, 'place'), `${here} of ${total} here.${left}`)
    part(this, 'go-on').hidden = missing.length === 0
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
    if (text === undefined) this.#review?.refuse('mismatch')
    else this.#review?.offer(text)
  }

  /** Takes a question back whose pieces are gone, in another tab perhaps. */
  #close() {
    if (this.#offered !== undefined) this.#review?.close()
    this.#offered = undefined
  }

  #forget(leaves: boolean) {
    this.#offered = undefined
    this.#store.forget()
    if (leaves) part(this, 'title').focus()
  }
}

customElements.define('take-codes', TakeCodes)
