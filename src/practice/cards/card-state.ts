/** `<card-state>`: says how the card of a question stands, by what was graded in this browser. */
import { InterviewStore } from '../interview/interview-store.ts'
import { PracticeElement } from '../kit/element.ts'
import { storage } from '../kit/storage/browser.ts'
import { MINUTE } from '../kit/time.ts'
import { cardStateOf, endOf } from './due.ts'
import { reviewKind } from './review.ts'

class CardState extends PracticeElement {
  readonly #reviews = storage.store(reviewKind)
  readonly #interview = new InterviewStore(storage)

  protected start() {
    this.until(this.#reviews.subscribe(() => this.#show()))
    this.until(this.#interview.subscribe(() => this.#show()))
    this.every(MINUTE / 4, () => this.#show())
    this.#show()
  }

  #show() {
    const reviews = this.#reviews.all()
    const now = Date.now()
    const { at: end } = endOf(this.#interview.get()?.start, reviews.values(), now)
    const state = cardStateOf(reviews.get(this.dataset['card'] ?? ''), now, end)
    this.find('told').hidden = reviews.size === 0
    for (const words of this.querySelectorAll<HTMLElement>('[data-state]')) {
      words.hidden = words.dataset['state'] !== state
    }
  }
}

customElements.define('card-state', CardState)
