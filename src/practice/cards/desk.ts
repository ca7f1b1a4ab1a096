/** What lies on the desk: shows a state of the deck in the markup that the server sent. Knows no store and no clock. */
import { gapInWords } from './gap-words.ts'
import { GRADES, type Grade } from './grade.ts'

/** What the desk shows: before a round, a card to answer, its answer, or the end of a round. */
export type View = 'start' | 'attempt' | 'answer' | 'end'

export class Desk {
  readonly #root: HTMLElement

  constructor(root: HTMLElement) {
    this.#root = root
  }

  part(name: string): HTMLElement {
    return found(this.#root.querySelector<HTMLElement>(`[data-part="${name}"]`), name)
  }

  button(name: string): HTMLButtonElement {
    return found(this.#root.querySelector<HTMLButtonElement>(`[data-do="${name}"]`), name)
  }

  grade(grade: Grade): HTMLButtonElement {
    return found(this.#root.querySelector<HTMLButtonElement>(`[data-grade="${grade}"]`), grade)
  }

  select(name: string): HTMLSelectElement {
    return found(this.#root.querySelector<HTMLSelectElement>(`select[name="${name}"]`), name)
  }

  get notes(): HTMLTextAreaElement {
    return found(this.#root.querySelector('textarea'), 'notes')
  }

  get progress(): HTMLProgressElement {
    return found(this.#root.querySelector('progress'), 'progress')
  }

  show(view: View): void {
    const shown: readonly string[] = view === 'attempt' || view === 'answer' ? ['card', view] : [view]
    for (const element of this.#root.querySelectorAll<HTMLElement>('[data-view]')) {
      element.hidden = !shown.includes(element.dataset['view'] ?? '')
    }
    const isCard = shown.includes('card')
    this.button('pause').hidden = view === 'answer'
    this.button('clock').hidden = view === 'answer'
    this.button('leave').hidden = !isCard
    this.part('keys').hidden = !isCard
  }

  /** Shows those of alternatives that stand for `value`. */
  choose(kind: 'end' | 'horizon', value: string): void {
    for (const element of this.#root.querySelectorAll<HTMLElement>(`[data-${kind}]`)) {
      element.hidden = element.dataset[kind] !== value
    }
  }

  /** The heading of the end that is shown. */
  get ending(): HTMLElement | null {
    return this.#root.querySelector<HTMLElement>('h2[data-end]:not([hidden])')
  }

  /** Writes when each grade would bring the card again. */
  gaps(gaps: Readonly<Record<Grade, number | undefined>>, never: string): void {
    for (const grade of GRADES) {
      const gap = gaps[grade]
      write(this.part(`gap-${grade}`), gap === undefined ? never : gapInWords(gap))
    }
  }

  /** Whether easy may be given, and why not. */
  easyIsOff(off: boolean): void {
    this.part('early').hidden = !off
    const easy = this.grade('easy')
    easy.disabled = off
    if (off) easy.setAttribute('aria-describedby', 'early')
    else easy.removeAttribute('aria-describedby')
  }

  showUndo(can: boolean): void {
    this.button('undo').hidden = !can
  }

  /** Says something to those who do not see the desk. */
  say(text: string): void {
    write(this.part('status'), text)
  }

  /** Links to the pages of some cards. */
  weak(pages: readonly { href: string; text: string }[]): void {
    this.part('weak').hidden = pages.length === 0
    this.part('weak-list').replaceChildren(...pages.map(({ href, text }) => item(href, text)))
  }

  link(name: string, { href, title }: { href: string; title: string }): void {
    this.part(name).setAttribute('href', href)
    write(this.part(name), title)
  }
}

/** Sets a text only when it changes: a live region repeats what is set. */
export function write(element: HTMLElement, text: string): void {
  if (element.textContent !== text) element.textContent = text
}

function item(href: string, text: string): HTMLElement {
  const link = Object.assign(document.createElement('a'), { href, textContent: text })
  const entry = document.createElement('li')
  entry.append(link)
  return entry
}

function found<T>(element: T | null, name: string): T {
  if (element === null) throw new Error(`<card-deck> lacks its part "${name}"`)
  return element
}
