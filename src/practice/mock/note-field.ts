/** A text area that keeps what is typed, for one question after another. */
import type { MockStore } from './mock-store.ts'

/** Typing is kept at most this long after it happened, in milliseconds. */
const SOON = 500

export class NoteField {
  readonly #area: HTMLTextAreaElement
  readonly #mocks: MockStore
  #place: { id: string; question: string } | undefined
  #timer: ReturnType<typeof setTimeout> | undefined

  constructor(area: HTMLTextAreaElement, mocks: MockStore) {
    this.#area = area
    this.#mocks = mocks
    // Not when the field is left: what the note changes on the page would move the button that is being pressed.
    area.addEventListener('input', () => {
      this.#timer ??= setTimeout(() => this.keep(), SOON)
    })
    addEventListener('pagehide', () => this.keep())
    document.addEventListener('visibilitychange', () => this.keep())
  }

  /** Shows the note of a question. The field that somebody types in is left alone. */
  show(id: string, question: string): void {
    const same = this.#place?.id === id && this.#place.question === question
    if (same && (this.#timer !== undefined || document.activeElement === this.#area)) return
    this.keep()
    this.#place = { id, question }
    this.#area.value = this.#mocks.note(id, question)
  }

  /** Keeps what has been typed until now. */
  keep(): void {
    if (this.#timer === undefined) return
    clearTimeout(this.#timer)
    this.#timer = undefined
    if (this.#place) this.#mocks.setNote(this.#place.id, this.#place.question, this.#area.value)
  }
}
