/** `<ask-list>`: the questions to one audience, the chosen ones in their order, then the others. */
import { partOf, PracticeElement, say } from '../kit/element.ts'
import { moveFocus } from '../kit/focus.ts'
import { storage } from '../kit/storage/browser.ts'
import { amountOf, FIRST_AUDIENCE, isAudience, moved, withChoice, type Ask } from './asks.ts'
import { AsksStore } from './asks-store.ts'
import './ask-row.ts'

const STEPS: Readonly<Record<string, number>> = { ArrowUp: -1, ArrowDown: 1 }

class AskList extends PracticeElement {
  readonly #store = new AsksStore(storage)
  readonly #audience = isAudience(this.dataset['audience']) ? this.dataset['audience'] : FIRST_AUDIENCE
  /** The asks of this audience, in the order of the content. */
  #asks: readonly Ask[] = []

  protected start() {
    const asks = this.facts(this.closest('ask-board') ?? this) as Ask[]
    this.#asks = asks.filter(({ audience }) => audience.includes(this.#audience))
    for (const { id } of this.#asks) this.#listen(id)
    this.on(this.find('suggest'), 'click', () => this.#suggestAgain())
    // The lists of other audiences are out of sight; a change of the audience comes here too.
    this.until(
      this.#store.subscribe(() => {
        if (this.#store.setup().audience === this.#audience) this.#show()
      }),
    )
    this.#show()
  }

  #listen(id: string) {
    const row = this.#row(id)
    const box = this.#box(id)
    this.on(box, 'input', () => {
      this.#store.choose(this.#audience, withChoice(this.#chosen, id, box.checked))
      this.#tell(box.checked ? 'Chosen' : 'Not chosen any more', id)
    })
    this.on(partOf(row, 'earlier'), 'click', () => this.#move(id, -1))
    this.on(partOf(row, 'later'), 'click', () => this.#move(id, 1))
    // Alt with an arrow moves the question in which the focus is.
    this.on(row, 'keydown', (event) => {
      const by = STEPS[event.key]
      if (!event.altKey || by === undefined || !this.#chosen.includes(id) || this.#store.setup().call) return
      event.preventDefault()
      this.#move(id, by)
    })
  }

  #move(id: string, by: number) {
    this.#store.choose(this.#audience, moved(this.#chosen, id, by))
    this.#tell(`Place ${this.#chosen.indexOf(id) + 1} of ${this.#chosen.length}`, id)
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
    const others = this.#asks.map(({ id }) => id).filter((id) => !chosen.includes(id))
    const focused = this.contains(document.activeElement) ? document.activeElement : null
    this.#arrange(this.find('chosen'), chosen)
    this.#arrange(this.find('others'), others)
    for (const { id } of this.#asks) this.#showChoice(id, chosen)
    this.#showAmount(chosen.length)
    this.find('others-title').hidden = others.length === 0
    const suggested = this.#store.suggestion(this.#asks, this.#audience)
    this.find('suggest').hidden = !this.#store.hasOwn(this.#audience) || suggested.join() === chosen.join()
    if (focused instanceof HTMLElement) focusAgain(focused)
  }

  /** Puts rows into a list in an order and moves only those that stand elsewhere: a row that is moved starts anew. */
  #arrange(list: HTMLElement, ids: readonly string[]) {
    const rows = ids.map((id) => this.#row(id))
    const fromHere = (place: Element | null) => {
      // Rows of the other list are passed over; it takes them away itself.
      while (place && !rows.some((row) => row === place)) place = place.nextElementSibling
      return place
    }
    let place = fromHere(list.firstElementChild)
    for (const row of rows) {
      if (row === place) place = fromHere(row.nextElementSibling)
      else list.insertBefore(row, place)
    }
  }

  #showChoice(id: string, chosen: readonly string[]) {
    const place = chosen.indexOf(id)
    const box = this.#box(id)
    box.checked = place >= 0
    box.disabled = this.#store.marks(id).struck
    for (const [name, end] of [['earlier', 0] as const, ['later', chosen.length - 1] as const]) {
      const button = partOf(this.#row(id), name) as HTMLButtonElement
      button.disabled = place === end
      button.hidden = place < 0
    }
  }

  #showAmount(count: number) {
    for (const told of this.find('amount').querySelectorAll<HTMLElement>('[data-amount]')) {
      say(partOf(told, 'count'), String(count))
      told.hidden = told.dataset['amount'] !== amountOf(count)
    }
  }

  get #chosen(): string[] {
    return this.#store.chosen(this.#asks, this.#audience)
  }

  #row(id: string): HTMLElement {
    return this.find(`ask-${id}`)
  }

  #box(id: string): HTMLInputElement {
    return partOf(this.#row(id), 'choose') as HTMLInputElement
  }
}

/** Moving a row takes the focus away; a button at the end of its way hands it to the other one. */
function focusAgain(element: HTMLElement) {
  const row = element.closest('[data-ask]')
  const other = row?.querySelector<HTMLElement>('.moves button:enabled:not([hidden])')
  const heir = element.matches(':disabled, [hidden]')
    ? (other ?? row?.querySelector<HTMLElement>('input:enabled'))
    : element
  if (heir !== document.activeElement) moveFocus(heir)
}

customElements.define('ask-list', AskList)
