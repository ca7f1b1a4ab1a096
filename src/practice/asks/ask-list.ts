/** `<ask-list>`: the questions that are chosen for whom one meets, in their order. */
import type { Audience } from '../../schemas/ask.ts'
import { partOf, PracticeElement, say } from '../kit/element.ts'
import { moveFocus } from '../kit/focus.ts'
import { storage } from '../kit/storage/browser.ts'
import { amountOf, moved, withChoice, type Ask } from './asks.ts'
import { AsksStore } from './asks-store.ts'
import './ask-row.ts'

const STEPS: Readonly<Record<string, number>> = { ArrowUp: -1, ArrowDown: 1 }

class AskList extends PracticeElement {
  readonly #store = new AsksStore(storage)
  readonly #asks = this.facts(this.closest('ask-board') ?? this) as Ask[]

  protected start() {
    for (const { id } of this.#asks) this.#listen(id)
    this.on(this.find('suggest'), 'click', () => this.#suggestAgain())
    this.until(this.#store.subscribe(() => this.#show()))
    this.#show()
  }

  #listen(id: string) {
    const row = this.#row(id)
    this.on(partOf(row, 'earlier'), 'click', () => this.#move(id, -1))
    this.on(partOf(row, 'later'), 'click', () => this.#move(id, 1))
    this.on(partOf(row, 'drop'), 'click', () => this.#drop(id))
    // Alt with an arrow moves the question in which the focus is.
    this.on(row, 'keydown', (event) => {
      const by = STEPS[event.key]
      if (!event.altKey || by === undefined || this.#store.setup().call) return
      event.preventDefault()
      this.#move(id, by)
    })
  }

  #move(id: string, by: number) {
    this.#store.choose(this.#audience, moved(this.#chosen, id, by))
    this.#tell(`Place ${this.#chosen.indexOf(id) + 1} of ${this.#chosen.length}`, id)
  }

  /** The focus goes to the question that takes its place. */
  #drop(id: string) {
    const at = this.#chosen.indexOf(id)
    this.#store.choose(this.#audience, withChoice(this.#chosen, id, false))
    const heir = this.#chosen[at] ?? this.#chosen.at(-1)
    moveFocus(heir === undefined ? this.find('title') : partOf(this.#row(heir), 'drop'))
    this.#tell('Not chosen any more', id)
  }

  #suggestAgain() {
    this.#store.choose(this.#audience, undefined)
    moveFocus(this.find('title'))
    say(this.find('said'), 'The suggestion stands again.')
  }

  #tell(what: string, id: string) {
    const title = this.#row(id).querySelector('ask-row')?.getAttribute('aria-label') ?? ''
    say(this.find('said'), `${what}: ${title}.`)
  }

  #show() {
    const chosen = this.#chosen
    const focused = this.contains(document.activeElement) ? document.activeElement : null
    this.#arrange(chosen)
    for (const { id } of this.#asks) this.#showPlace(id, chosen)
    this.#showAmount(chosen.length)
    for (const whom of this.querySelectorAll<HTMLElement>('[data-whom]'))
      whom.hidden = whom.dataset['whom'] !== this.#audience
    const suggested = this.#store.suggestion(this.#asks, this.#audience)
    this.find('suggest').hidden = !this.#store.hasOwn(this.#audience) || suggested.join() === chosen.join()
    if (focused instanceof HTMLElement) focusAgain(focused)
  }

  /** Puts the chosen rows in order and moves only those that stand elsewhere: a row that is moved starts anew. */
  #arrange(chosen: readonly string[]) {
    const rows = chosen.map((id) => this.#row(id))
    const fromHere = (place: Element | null) => {
      // What waits out of sight has no place yet.
      while (place && !rows.some((row) => row === place && !row.hidden)) place = place.nextElementSibling
      return place
    }
    let place = fromHere(this.find('chosen').firstElementChild)
    for (const row of rows) {
      if (row === place) place = fromHere(row.nextElementSibling)
      else this.find('chosen').insertBefore(row, place)
    }
  }

  #showPlace(id: string, chosen: readonly string[]) {
    const row = this.#row(id)
    const place = chosen.indexOf(id)
    row.hidden = place < 0
    for (const [name, end] of [['earlier', 0] as const, ['later', chosen.length - 1] as const]) {
      const button = partOf(row, name) as HTMLButtonElement
      button.disabled = place === end
    }
  }

  #showAmount(count: number) {
    for (const told of this.find('amount').querySelectorAll<HTMLElement>('[data-amount]')) {
      say(partOf(told, 'count'), String(count))
      told.hidden = told.dataset['amount'] !== amountOf(count)
    }
  }

  get #audience(): Audience {
    return this.#store.setup().audience
  }

  get #chosen(): string[] {
    return this.#store.chosen(this.#asks, this.#audience)
  }

  #row(id: string): HTMLElement {
    return this.find(`ask-${id}`)
  }
}

/** Moving a row takes the focus away; a button at the end of its way hands it to the next one. */
function focusAgain(element: HTMLElement) {
  const other = element.closest('[data-ask]')?.querySelector<HTMLElement>('.prepare button:enabled')
  const heir = element.matches(':disabled') ? other : element
  if (heir !== document.activeElement) moveFocus(heir)
}

customElements.define('ask-list', AskList)
