/** The links at the end of a page: on a stop they lead along the path, else along the reading order as they came. */
import { made } from '../kit/element.ts'

export interface Way {
  href: string
  /** What stands above the title. */
  label: string
  title: string
}

export class PathPager {
  readonly #pager: Element | null
  readonly #label: string
  readonly #links: readonly Node[]
  /** What the pager shows of the path, to change nothing without need: what is replaced loses the focus. */
  #shown = ''

  /** `pager` holds links, or is null on a page without neighbours. */
  constructor(pager: Element | null) {
    this.#pager = pager
    this.#label = pager?.getAttribute('aria-label') ?? ''
    this.#links = [...(pager?.childNodes ?? [])]
  }

  /** Leads back and on; `act` is called when somebody goes on. */
  lead(back: Way | undefined, on: Way, act: () => void): void {
    const shown = JSON.stringify([back, on])
    if (shown === this.#shown) return
    this.#shown = shown
    const onward = linkTo(on)
    onward.className = 'next'
    onward.addEventListener('click', act)
    this.#pager?.replaceChildren(...(back ? [linkTo(back)] : []), onward)
    this.#pager?.setAttribute('aria-label', 'Path')
  }

  /** Shows what the page came with. */
  reset(): void {
    if (this.#shown === '') return
    this.#shown = ''
    this.#pager?.replaceChildren(...this.#links)
    this.#pager?.setAttribute('aria-label', this.#label)
  }
}

function linkTo({ href, label, title }: Way): HTMLAnchorElement {
  const link = made('a', made('span', label), title)
  link.href = href
  return link
}
