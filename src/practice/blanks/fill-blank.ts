/** `<fill-blank>`: the fields of one blank. What is typed is kept with each key. */
import { storage } from '../browser-storage.ts'
import { BlanksStore } from './blanks-store.ts'
import { isFigure, type FilledBlank } from './filled-blank.ts'
import './show-blanks.ts'

type Field = HTMLInputElement | HTMLTextAreaElement

class FillBlank extends HTMLElement {
  readonly #store = new BlanksStore(storage)
  #leave: (() => void) | undefined

  connectedCallback() {
    this.#part('fields').hidden = false
    this.addEventListener('input', this.#keep)
    this.addEventListener('focusout', this.#left)
    this.#leave = this.#store.subscribe(() => this.#show())
    this.#show()
    this.#judge()
  }

  disconnectedCallback() {
    this.#leave?.()
    this.removeEventListener('input', this.#keep)
    this.removeEventListener('focusout', this.#left)
  }

  readonly #keep = ({ target }: Event) => {
    const field = target as Field
    const changes = field.type === 'checkbox' ? { unconfirmed: isTicked(field) } : { [field.name]: field.value }
    this.#store.set(this.#id, { kind: this.#kind, ...changes })
    // A complaint goes as soon as it is met; it comes when the field is left, not while one types.
    if (!this.#part('wrong').hidden) this.#judge()
  }

  readonly #left = () => {
    this.#show()
    this.#judge()
  }

  /** Puts what is kept into the fields, but never into the one that is being typed in. */
  #show() {
    const filled = this.#store.get(this.#id)
    for (const field of this.querySelectorAll<Field>('[name]')) {
      if (field.type === 'checkbox') (field as HTMLInputElement).checked = filled?.unconfirmed ?? false
      else if (field !== document.activeElement) setValue(field, filled?.[field.name as 'value' | 'measured'] ?? '')
    }
    this.#part('unconfirmed').hidden = !filled?.unconfirmed
  }

  #judge() {
    const value = this.#store.get(this.#id)?.value.trim() ?? ''
    const wrong = this.#kind === 'figure' && value !== '' && !isFigure(value)
    const complaint = this.#part('wrong')
    complaint.hidden = !wrong
    const field = this.querySelector('[name="value"]')
    field?.setAttribute('aria-invalid', String(wrong))
    // Named only while it applies: what is hidden would be read as a description all the same.
    const hint = complaint.id.replace(/wrong$/, 'hint')
    field?.setAttribute('aria-describedby', wrong ? `${hint} ${complaint.id}` : hint)
  }

  get #id(): string {
    return this.dataset['id'] ?? ''
  }

  get #kind(): FilledBlank['kind'] {
    return this.dataset['kind'] as FilledBlank['kind']
  }

  #part(name: string): HTMLElement {
    const part = this.querySelector<HTMLElement>(`[data-part="${name}"]`)
    if (part === null) throw new Error(`<fill-blank> lacks its part "${name}"`)
    return part
  }
}

const isTicked = (field: Field) => 'checked' in field && field.checked

/** Setting an equal text would move the caret. */
function setValue(field: Field, value: string) {
  if (field.value !== value) field.value = value
}

customElements.define('fill-blank', FillBlank)
