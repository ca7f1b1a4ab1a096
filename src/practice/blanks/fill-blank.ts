/** `<fill-blank>`: the fields of one blank. What is typed is kept with each key. */
import { fill, PracticeElement } from '../kit/element.ts'
import { storage } from '../kit/storage/browser.ts'
import { blanksKind, fillIn, isFigure, shownOf, type FilledBlank } from './filled-blank.ts'
import { ShownBlanks } from './shown-blanks.ts'

type Field = HTMLInputElement | HTMLTextAreaElement

class FillBlank extends PracticeElement {
  readonly #blanks = storage.store(blanksKind)
  readonly #shown = new ShownBlanks(storage)

  protected start() {
    this.find('fields').hidden = false
    this.on(this, 'input', ({ target }) => this.#keep(target as Field))
    this.on(this, 'focusout', () => this.#left())
    this.until(this.#shown.subscribe(() => this.#show()))
    this.#show()
    this.#judge()
  }

  #keep(field: Field) {
    const changes = field.type === 'checkbox' ? { unconfirmed: isTicked(field) } : { [field.name]: field.value }
    fillIn(this.#blanks, this.#id, { kind: this.#kind, ...changes })
    // A complaint goes as soon as it is met; it comes when the field is left, not while one types.
    if (!this.find('wrong').hidden) this.#judge()
  }

  #left() {
    this.#show()
    this.#judge()
  }

  /** Puts what is kept into the fields, but never into the one that is being typed in. */
  #show() {
    const filled = this.#blanks.get(this.#id)
    for (const field of this.querySelectorAll<Field>('[name]')) {
      if (field.type === 'checkbox') (field as HTMLInputElement).checked = filled?.unconfirmed ?? false
      else fill(field, filled?.[field.name as 'value' | 'measured'] ?? '')
    }
    this.find('unconfirmed').hidden = !filled?.unconfirmed
    this.#showDate()
  }

  /** Where the line comes from: only the blank for the hour of the interview has these sentences. */
  #showDate() {
    const isOpen = shownOf(this.#blanks.get(this.#id)).state === 'open'
    const from = this.#shown.hourFromDate() === undefined ? 'unset' : 'set'
    for (const sentence of this.querySelectorAll<HTMLElement>('[data-date]')) {
      sentence.hidden = !isOpen || sentence.dataset['date'] !== from
    }
  }

  #judge() {
    const value = this.#blanks.get(this.#id)?.value.trim() ?? ''
    const wrong = this.#kind === 'figure' && value !== '' && !isFigure(value)
    const complaint = this.find('wrong')
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
}

const isTicked = (field: Field) => 'checked' in field && field.checked

customElements.define('fill-blank', FillBlank)
