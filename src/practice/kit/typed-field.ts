/**
 * A text area whose text is kept while one types: soon after a key, not with each, and at once when the page goes out of
 * sight, for a phone may never bring it back.
 *
 *     this.#notes = new TypedField(this.find('notes', HTMLTextAreaElement), (text) => store.type(id, text), this.signal)
 *     this.until(store.subscribe(() => this.#notes.show(store.notes(id))))
 */
import { fill } from './element.ts'

/** Milliseconds after which what was typed is kept at the latest. */
const SOON = 400

export class TypedField {
  readonly #field: HTMLTextAreaElement
  readonly #keep: (text: string) => void
  #timer: ReturnType<typeof setTimeout> | undefined

  /** `keep` is given the text whenever it is to be kept; once `signal` aborts, and what was typed is kept, nothing more is. */
  constructor(field: HTMLTextAreaElement, keep: (text: string) => void, signal: AbortSignal) {
    this.#field = field
    this.#keep = keep
    // Not when the field is left: what the text changes on the page would move the button that is being pressed.
    field.addEventListener('input', () => (this.#timer ??= setTimeout(() => this.keep(), SOON)), { signal })
    addEventListener('pagehide', () => this.keep(), { signal })
    document.addEventListener('visibilitychange', () => this.keep(), { signal })
    signal.addEventListener('abort', () => this.keep(), { once: true })
  }

  get text(): string {
    return this.#field.value
  }

  /** Shows what is kept, such as what another tab wrote; not while somebody types here. */
  show(text: string): void {
    if (this.#timer === undefined) fill(this.#field, text)
  }

  /** Shows another text in place of this one, which is kept first: the field goes on to its next question. */
  replace(text: string): void {
    this.keep()
    this.#field.value = text
  }

  /** Keeps at once what was typed; where nothing was, nothing happens. */
  keep(): void {
    if (this.#timer === undefined) return
    clearTimeout(this.#timer)
    this.#timer = undefined
    this.#keep(this.#field.value)
  }
}
