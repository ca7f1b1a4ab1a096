/** The field, the filters and the results, in the dialog and on the search page alike. */
import type { Care, Engine, Found } from './engine.ts'
import { rowsOf } from './hit-rows.ts'
import { FILTERS } from './kinds.ts'

/** Rest after the last key, in milliseconds, before an unknown word is looked into. */
const REST = 400
/** A query that takes longer, in milliseconds, is said to be under way; quicker ones would only flicker. */
const SLOW = 250
/** Pages shown at first and with each "more". */
const BATCH = 5

export interface Start {
  query: string
  kind: string
}

export class SearchBox {
  readonly input: HTMLInputElement
  readonly #engine: Engine
  readonly #status: HTMLElement
  readonly #notice: HTMLElement
  readonly #list: HTMLElement
  readonly #more: HTMLButtonElement
  /** Told of every settled query, for the address of the search page. */
  onSearch: (query: string, kind: string, found: Found | undefined) => void = () => undefined
  #kind = ''
  #care: Care = 'quick'
  #turn = 0
  #found: Found | undefined
  #shown = 0
  /** Whether the newest query could not be answered for want of a connection. */
  #hasFailed = false
  #slow: ReturnType<typeof setTimeout> | undefined
  /** Resolves when the newest query has its first row. */
  #settled: Promise<void> = Promise.resolve()

  constructor(container: HTMLElement, engine: Engine) {
    this.#engine = engine
    container.innerHTML = `<form role="search" class="query"><label class="sr" for="query">Search the guide</label>
<input id="query" type="search" dir="auto" name="q" autocomplete="off" autocapitalize="none" spellcheck="false" enterkeyhint="go" placeholder="Search: SLO, salary, goroutine …"></form>
<fieldset class="kinds"><legend class="sr">Kind of page</legend>${Object.entries(FILTERS)
      .map(([kind, name]) => `<label><input type="radio" name="kind" value="${kind}">${name}</label>`)
      .join('')}</fieldset>
<p role="status" class="status"></p><div class="notice"></div><ol class="hits"></ol><button type="button" class="tool more" hidden>More results</button>`
    this.input = partOf(container, '#query', HTMLInputElement)
    this.#status = partOf(container, '.status', HTMLElement)
    this.#notice = partOf(container, '.notice', HTMLElement)
    this.#list = partOf(container, '.hits', HTMLElement)
    this.#more = partOf(container, '.more', HTMLButtonElement)
    this.#choose('')
    partOf(container, 'form', HTMLFormElement).addEventListener('submit', (event) => {
      event.preventDefault()
      void this.#follow()
    })
    this.input.addEventListener('input', () => this.#typed())
    this.#more.addEventListener('click', () => void this.#showMore())
    container.addEventListener('change', (event) => this.#changed(event))
    container.addEventListener('keydown', (event) => this.#move(event))
    this.#notice.addEventListener('click', (event) => this.#clicked(event))
    addEventListener('online', () => {
      if (this.#hasFailed) this.#run()
    })
  }

  /** Sets the field and the filter, and searches. */
  begin({ query, kind }: Start) {
    this.input.value = query
    this.#choose(kind in FILTERS ? kind : '')
    this.#run()
  }

  #choose(kind: string) {
    this.#kind = kind
    for (const radio of this.#radios()) radio.checked = radio.value === kind
  }

  #radios() {
    return this.#status.parentElement?.querySelectorAll<HTMLInputElement>('[name=kind]') ?? []
  }

  #typed() {
    this.#care = 'quick'
    this.#run()
  }

  #changed({ target }: Event) {
    if (!(target instanceof HTMLInputElement) || target.name !== 'kind') return
    this.#kind = target.value
    this.#run()
  }

  #clicked({ target }: Event) {
    if (!(target instanceof HTMLElement) || target.dataset['word'] === undefined) return
    this.#care = 'literal' in target.dataset ? 'literal' : 'quick'
    this.input.value = target.dataset['word']
    this.input.focus()
    this.#run()
  }

  #run() {
    const turn = ++this.#turn
    this.#hasFailed = false
    clearTimeout(this.#slow)
    this.#slow = setTimeout(() => this.#tellSlow(turn), SLOW)
    this.#settled = this.#search(turn)
      .catch(() => this.#fail(turn))
      .finally(() => {
        if (turn === this.#turn) clearTimeout(this.#slow)
      })
  }

  #tellSlow(turn: number) {
    if (turn === this.#turn) this.#status.textContent = 'Searching …'
  }

  #fail(turn: number) {
    if (turn !== this.#turn) return
    this.#clear()
    this.#hasFailed = true
    this.#status.textContent = 'The search could not be loaded. Check the connection and type again.'
  }

  async #search(turn: number) {
    const query = this.input.value.trim()
    if (!query) {
      this.#clear()
      this.#status.textContent = ''
      this.onSearch('', this.#kind, undefined)
      return
    }
    const found = await this.#engine.search(query, this.#kind, this.#care)
    const near = found.total === 0 ? await this.#engine.near(found.unknown[0] ?? query) : []
    const first = found.total > 0 ? await found.hit(0) : undefined
    // Somebody has typed on meanwhile: what was found for less is not shown any more.
    if (turn !== this.#turn) return
    // The answer is told from here on, while its further rows may still be on their way.
    clearTimeout(this.#slow)
    this.#found = found
    this.#shown = 0
    this.#list.replaceChildren(...(first ? [rowsOf(first)] : []))
    this.#shown = first ? 1 : 0
    this.#say(query, found, near)
    this.onSearch(query, this.#kind, found)
    await this.#fill(turn, Math.min(BATCH, found.total))
    if (found.unknown.length > 0 && this.#care === 'quick') this.#lookFurther(turn)
  }

  /** A word may still be half typed; only once the typing rests is it compared with every word there is. */
  #lookFurther(turn: number) {
    setTimeout(() => {
      if (turn !== this.#turn) return
      this.#care = 'thorough'
      this.#run()
    }, REST)
  }

  #say(query: string, found: Found, near: readonly string[]) {
    const within = this.#kind ? ` in ${FILTERS[this.#kind as keyof typeof FILTERS]}` : ''
    this.#notice.replaceChildren()
    if (found.total === 0) {
      this.#status.textContent = `Nothing found for “${query}”${within}.`
      this.#notice.innerHTML = `<p>Nearest words: </p><p><a href="${import.meta.env.BASE_URL}questions/">All questions</a></p>`
      this.#notice.firstElementChild?.append(...near.map((word) => wordButton(word, word, false)))
      return
    }
    const pages = found.total === 1 ? '1 page' : `${found.total} pages`
    const partial = found.partial ? ' No page has all these words.' : ''
    const skipped = found.unknown.length > 0 ? ` Not found anywhere: ${found.unknown.join(', ')}.` : ''
    const about = found.corrected ? `Showing results for “${found.query}”: ${pages}` : `${pages} for “${found.query}”`
    this.#status.textContent = `${about}${within}.${partial}${skipped}`
    if (found.corrected) this.#notice.append(wordButton(query, `Search for “${query}” as typed`, true))
  }

  async #fill(turn: number, upTo: number) {
    const found = this.#found
    if (!found) return
    const wanted = Array.from({ length: upTo - this.#shown }, (_, at) => found.hit(this.#shown + at))
    for (const hit of wanted) {
      const row = rowsOf(await hit)
      if (turn !== this.#turn) return
      this.#list.append(row)
      this.#shown++
    }
    this.#more.hidden = this.#shown >= found.total
  }

  async #showMore() {
    const before = this.#shown
    await this.#fill(this.#turn, Math.min(before + BATCH, this.#found?.total ?? 0))
    this.#list.children[before]?.querySelector('a')?.focus()
  }

  #clear() {
    this.#found = undefined
    this.#shown = 0
    this.#list.replaceChildren()
    this.#notice.replaceChildren()
    this.#more.hidden = true
  }

  /** Enter in the field opens the first result of what stands in it. */
  async #follow() {
    await this.#settled
    this.#list.querySelector('a')?.click()
  }

  #move(event: KeyboardEvent) {
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return
    if (event.target instanceof HTMLInputElement && event.target.type === 'radio') return
    const stops = [this.input, ...this.#list.querySelectorAll<HTMLElement>('a')]
    const at = stops.findIndex((stop) => stop === document.activeElement)
    const next = stops[at + (event.key === 'ArrowDown' ? 1 : -1)]
    if (at < 0 || !next) return
    event.preventDefault()
    next.focus()
  }
}

/** A part of the markup above; a missing one is a fault of this file. */
function partOf<T extends Element>(container: Element, selector: string, type: new () => T): T {
  const found = container.querySelector(selector)
  if (!(found instanceof type)) throw new TypeError(`the search has no ${selector}`)
  return found
}

function wordButton(word: string, label: string, literal: boolean): HTMLButtonElement {
  const button = Object.assign(document.createElement('button'), { type: 'button', textContent: label })
  button.dataset['word'] = word
  if (literal) button.dataset['literal'] = ''
  return button
}
