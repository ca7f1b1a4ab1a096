/** `<ask-board>`: whom the candidate meets, and whether the call has begun. */
import { PracticeElement } from '../kit/element.ts'
import { moveFocus } from '../kit/focus.ts'
import { storage } from '../kit/storage/browser.ts'
import { isAudience, type Ask } from './asks.ts'
import { AsksStore } from './asks-store.ts'
import './ask-choice.ts'
import './ask-list.ts'
import './flag-watch.ts'

class AskBoard extends PracticeElement {
  readonly #store = new AsksStore(storage)

  protected start() {
    this.on(this.find('setup'), 'input', ({ target }) => {
      if (target instanceof HTMLInputElement && isAudience(target.value)) this.#store.meet(target.value)
    })
    this.on(this.find('begin'), 'click', () => {
      this.#store.beginCall(this.facts() as Ask[])
      moveFocus(this.find('in-call'))
    })
    this.on(this.find('end'), 'click', () => {
      this.#store.endCall()
      moveFocus(this.find('begin'))
    })
    this.on(this.find('clear'), 'click', () => this.#store.clearTicks())
    this.on(this.find('print'), 'click', () => {
      // Whoever prints the suggestion meets whom it is for: from now on paper takes what is chosen, not the whole list.
      this.#store.meet(this.#store.setup().audience)
      print()
    })
    this.until(this.#store.subscribe(() => this.#show()))
    this.#show()
  }

  #show() {
    const { audience, call } = this.#store.setup()
    // The style sheet shows and hides by these what belongs to preparing, to the call and on paper.
    this.dataset['mode'] = call ? 'call' : 'prepare'
    this.toggleAttribute('data-chose', this.#store.isBegun())
    for (const choice of this.querySelectorAll<HTMLInputElement>('[name="audience"]')) {
      choice.checked = choice.value === audience
    }
  }
}

customElements.define('ask-board', AskBoard)
