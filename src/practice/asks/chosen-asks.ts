/** `<chosen-asks>`: on the sheet for the day, the questions that the candidate chose and nobody has answered yet. */
import { PracticeElement, say } from '../kit/element.ts'
import { storage } from '../kit/storage/browser.ts'
import { ENOUGH, type Ask } from './asks.ts'
import { AsksStore, isSettled } from './asks-store.ts'

class ChosenAsks extends PracticeElement {
  readonly #store = new AsksStore(storage)
  readonly #asks = this.facts() as Ask[]
  readonly #rows = this.#rowsById()

  protected start() {
    this.until(this.#store.subscribe(() => this.#show()))
    this.#show()
  }

  #show() {
    const open = this.#store
      .chosen(this.#asks, this.#store.setup().audience)
      .filter((id) => !isSettled(this.#store.marks(id)))
    // As many as have room on the paper.
    const shown = open.slice(0, ENOUGH.max)
    this.find('shown').replaceChildren(...shown.flatMap((id) => this.#rows.get(id) ?? []))
    this.find('none').hidden = shown.length > 0
    say(this.find('count'), String(open.length - shown.length))
    this.find('more').hidden = open.length === shown.length
  }

  #rowsById(): ReadonlyMap<string, Element> {
    const rows = [this.find('shown'), this.find('others', HTMLTemplateElement).content].flatMap(({ children }) => [
      ...children,
    ])
    return new Map(rows.map((row) => [row.getAttribute('data-ask') ?? '', row]))
  }
}

customElements.define('chosen-asks', ChosenAsks)
