/** `<ask-choice>`: chooses a question where it is read, for whom one meets, or says that it is answered already. */
import { PracticeElement } from '../kit/element.ts'
import { keepInPlace } from '../kit/focus.ts'
import { storage } from '../kit/storage/browser.ts'
import { withChoice, type Ask } from './asks.ts'
import { AsksStore } from './asks-store.ts'

class AskChoice extends PracticeElement {
  readonly #store = new AsksStore(storage)
  readonly #id = this.dataset['ask'] ?? ''
  readonly #asks = this.facts(this.closest('ask-board') ?? this) as Ask[]

  protected start() {
    const { audience: knows = [] } = this.#asks.find(({ id }) => id === this.#id) ?? {}
    const choose = this.find('choose', HTMLInputElement)
    const struck = this.find('struck', HTMLInputElement)
    const show = () => {
      const { audience } = this.#store.setup()
      struck.checked = this.#store.marks(this.#id).struck
      choose.checked = this.#store.chosen(this.#asks, audience).includes(this.#id)
      choose.disabled = struck.checked || !knows.includes(audience)
      this.find('for-others').hidden = knows.includes(audience)
      this.closest('.entry')?.classList.toggle('struck', struck.checked)
    }
    // The list of the chosen ones, above this one, becomes longer or shorter.
    this.on(choose, 'input', () => keepInPlace(this, () => this.#choose(choose.checked)))
    this.on(struck, 'input', () => keepInPlace(this, () => this.#store.mark(this.#id, { struck: struck.checked })))
    this.until(this.#store.subscribe(show))
    show()
  }

  #choose(chosen: boolean) {
    const { audience } = this.#store.setup()
    this.#store.choose(audience, withChoice(this.#store.chosen(this.#asks, audience), this.#id, chosen))
  }
}

customElements.define('ask-choice', AskChoice)
