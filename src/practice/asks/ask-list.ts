/** `<ask-list>`: the questions to one audience, the chosen ones in their order, then the others. */
import { storage } from '../browser-storage.ts'
import { FIRST_AUDIENCE, isAudience, type Ask, type Audience } from './ask.ts'
import { asksIn, partOf, say } from './ask-markup.ts'
import { AsksStore } from './asks-store.ts'
import { amountOf, moved, withChoice } from './order.ts'
import './ask-row.ts'

const STEPS: Readonly<Record<string, number>> = { ArrowUp: -1, ArrowDown: 1 }

class AskList extends HTMLElement {
  readonly #store = new AsksStore(storage)
  #leave: (() => void) | undefined
  #asks: readonly Ask[] = []

  connectedCallback() {
    this.#asks = asksIn(this)
    this.addEventListener('input', this.#ticked)
    this.addEventListener('click', this.#pressed)
    this.addEventListener('keydown', this.#steered)
    partOf(this, 'suggest').addEventListener('click', () => this.#suggestAgain())
    // The lists of other audiences are out of sight; a change of the audience comes here too.
    this.#leave = this.#store.subscribe(() => {
      if (this.#store.setup().audience === this.#audience) this.#show()
    })
    this.#show()
  }

  disconnectedCallback() {
    this.#leave?.()
  }

  readonly #ticked = ({ target }: Event) => {
    if (!(target instanceof HTMLInputElement) || target.dataset['field'] !== 'chosen') return
    this.#store.choose(this.#audience, withChoice(this.#chosen, idAround(target), target.checked))
    this.#tell(target.checked ? 'Chosen' : 'Not chosen any more', idAround(target))
  }

  readonly #pressed = ({ target }: Event) => {
    const button = target instanceof Element ? target.closest<HTMLElement>('[data-move]') : null
    if (button) this.#move(idAround(button), Number(button.dataset['move']))
  }

  /** Alt with an arrow moves the question in which the focus is. */
  readonly #steered = (event: KeyboardEvent) => {
    const by = STEPS[event.key]
    const id = event.target instanceof Element ? idAround(event.target) : ''
    if (!event.altKey || by === undefined || !this.#chosen.includes(id) || this.#store.setup().call) return
    event.preventDefault()
    this.#move(id, by)
  }

  #move(id: string, by: number) {
    this.#store.choose(this.#audience, moved(this.#chosen, id, by))
    this.#tell(`Place ${this.#chosen.indexOf(id) + 1} of ${this.#chosen.length}`, id)
  }

  #suggestAgain() {
    this.#store.choose(this.#audience, undefined)
    this.querySelector<HTMLElement>('h2')?.focus()
    say(partOf(this, 'said'), 'The suggestion stands again.')
  }

  #tell(what: string, id: string) {
    const title = this.#row(id)?.querySelector('ask-row')?.getAttribute('aria-label') ?? ''
    say(partOf(this, 'said'), `${what}: ${title}.`)
  }

  #show() {
    const chosen = this.#chosen
    const others = this.#asks.map(({ id }) => id).filter((id) => !chosen.includes(id))
    const focused = this.contains(document.activeElement) ? document.activeElement : null
    this.#arrange(partOf(this, 'chosen'), chosen)
    this.#arrange(partOf(this, 'others'), others)
    for (const { id } of this.#asks) this.#showChoice(id, chosen)
    this.#showAmount(chosen.length)
    partOf(this, 'others-title').hidden = others.length === 0
    const suggested = this.#store.suggestion(this.#asks, this.#audience)
    partOf(this, 'suggest').hidden = !this.#store.hasOwn(this.#audience) || suggested.join() === chosen.join()
    if (focused instanceof HTMLElement) focusAgain(focused)
  }

  /** Puts rows into a list in an order, and touches nothing where they stand so already. */
  #arrange(list: HTMLElement, ids: readonly string[]) {
    const rows = ids.flatMap((id) => this.#row(id) ?? [])
    if (rows.some((row, at) => list.children[at] !== row)) list.append(...rows)
  }

  #showChoice(id: string, chosen: readonly string[]) {
    const row = this.#row(id)
    const place = chosen.indexOf(id)
    const box = row?.querySelector<HTMLInputElement>('[data-field="chosen"]')
    if (box) box.checked = place >= 0
    if (box) box.disabled = this.#store.marks(id).struck
    for (const button of row?.querySelectorAll<HTMLButtonElement>('[data-move]') ?? []) {
      const end = button.dataset['move'] === '1' ? chosen.length - 1 : 0
      button.disabled = place === end
      button.hidden = place < 0
    }
  }

  #showAmount(count: number) {
    for (const told of partOf(this, 'amount').querySelectorAll<HTMLElement>('[data-amount]')) {
      say(partOf(told, 'count'), String(count))
      told.hidden = told.dataset['amount'] !== amountOf(count)
    }
  }

  get #audience(): Audience {
    return isAudience(this.dataset['audience']) ? this.dataset['audience'] : FIRST_AUDIENCE
  }

  get #chosen(): string[] {
    return this.#store.chosen(this.#asks, this.#audience)
  }

  #row(id: string): HTMLElement | null {
    return this.querySelector<HTMLElement>(`[data-ask="${id}"]`)
  }
}

/** The id of the question around an element. */
const idAround = (element: Element): string => element.closest<HTMLElement>('[data-ask]')?.dataset['ask'] ?? ''

/** Moving a row takes the focus away; a button at the end of its way hands it to the other one. */
function focusAgain(element: HTMLElement) {
  const row = element.closest('[data-ask]')
  const other = row?.querySelector<HTMLElement>('[data-move]:enabled:not([hidden])')
  const heir = element.matches(':disabled, [hidden]')
    ? (other ?? row?.querySelector<HTMLElement>('input:enabled'))
    : element
  if (heir !== document.activeElement) heir?.focus()
}

customElements.define('ask-list', AskList)
