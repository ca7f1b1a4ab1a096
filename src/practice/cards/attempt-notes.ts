/** The field in which an attempt is typed. What is typed is kept soon, and at once when the page is left. */
import type { CardStore } from './card-store.ts'
import { write, type Desk } from './desk.ts'

/** Typing is kept at most this long after it happened, in milliseconds. */
const SOON = 400

export class AttemptNotes {
  readonly #desk: Desk
  readonly #store: CardStore
  #resting: ReturnType<typeof setTimeout> | undefined
  /** The card that is being attempted. */
  #id: string | undefined

  constructor(desk: Desk, store: CardStore) {
    this.#desk = desk
    this.#store = store
    desk.notes.addEventListener('input', () => {
      this.#resting ??= setTimeout(() => this.keep(), SOON)
    })
  }

  get text(): string {
    return this.#desk.notes.value
  }

  /** Shows what was typed for a card. */
  lay(id: string): void {
    const { draft, last } = this.#store.notes(id)
    this.#desk.notes.value = draft
    this.#desk.part('last').hidden = !last
    write(this.#desk.part('last-notes'), last)
  }

  /** From now on what is typed belongs to this card. */
  open(id: string): void {
    this.#id = id
    this.#desk.notes.readOnly = false
  }

  /** Keeps what was typed; nothing more is taken. */
  close(): void {
    this.keep()
    this.#id = undefined
    this.#desk.notes.readOnly = true
  }

  keep(): void {
    clearTimeout(this.#resting)
    this.#resting = undefined
    if (this.#id !== undefined) this.#store.type(this.#id, this.text)
  }

  /** Takes over what another tab typed, unless somebody types here. */
  refresh(): void {
    if (this.#id === undefined || this.#resting !== undefined || document.activeElement === this.#desk.notes) return
    const { draft } = this.#store.notes(this.#id)
    if (this.text !== draft) this.#desk.notes.value = draft
  }
}
