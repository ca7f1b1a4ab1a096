/**
 * What every element of the practice pages stands on. The server has rendered its markup, words included; the element
 * finds its parts there, shows and hides them, and writes into them what only the browser knows.
 *
 *     class AskBoard extends PracticeElement {
 *       protected start() {
 *         this.on(this.find('end'), 'click', () => this.#store.endCall())
 *         this.until(this.#store.subscribe(() => this.#show()))
 *         this.every(MINUTE, () => this.#show())
 *       }
 *     }
 *
 * Whatever is begun in `start` ends when the element leaves the page; moved to another place, it starts anew.
 */

type Constructor<T> = abstract new (...args: never[]) => T

export abstract class PracticeElement extends HTMLElement {
  #life = new AbortController()
  readonly #parts = new Map<string, Element>()

  /** Called each time the element comes into a page. */
  protected abstract start(): void

  connectedCallback(): void {
    this.#life = new AbortController()
    this.start()
  }

  disconnectedCallback(): void {
    this.#life.abort()
  }

  /** Aborted when the element leaves the page. */
  protected get signal(): AbortSignal {
    return this.#life.signal
  }

  /** The element `data-part="name"` below this one, looked for once. Throws where the markup lacks it, or it is another kind. */
  protected find(name: string): HTMLElement
  protected find<T extends Element>(name: string, kind: Constructor<T>): T
  protected find(name: string, kind: Constructor<Element> = HTMLElement): Element {
    const part = this.#parts.get(name) ?? partOf(this, name)
    const { localName } = part
    if (!(part instanceof kind)) throw new Error(`<${this.localName}> has a part "${name}" that is <${localName}>`)
    this.#parts.set(name, part)
    return part
  }

  /** What the server wrote with `Facts.astro` into this element, or into `root`. Its type is what the server gave. */
  protected facts(root: Element = this): unknown {
    return JSON.parse(partOf(root, 'facts').textContent)
  }

  /** Listens until the element leaves the page. */
  protected on<K extends keyof HTMLElementEventMap>(
    target: EventTarget,
    type: K,
    listener: (event: HTMLElementEventMap[K]) => void,
  ): void
  protected on(target: EventTarget, type: string, listener: (event: Event) => void): void
  protected on(target: EventTarget, type: string, listener: (event: never) => void): void {
    target.addEventListener(type, listener as EventListener, { signal: this.signal })
  }

  /** Calls `act` every `milliseconds` until the element leaves the page. Returns what ends it sooner. */
  protected every(milliseconds: number, act: () => void): () => void {
    const timer = setInterval(act, milliseconds)
    const end = () => clearInterval(timer)
    this.until(end)
    return end
  }

  /** Calls `end`, such as what a store's `subscribe` gives back, when the element leaves the page. */
  protected until(end: () => void): void {
    this.signal.addEventListener('abort', end, { once: true })
  }
}

/** The element `data-part="name"` below `root`. Throws where the markup lacks it. */
export function partOf(root: Element, name: string): HTMLElement {
  const part = root.querySelector<HTMLElement>(`[data-part="${name}"]`)
  if (part === null) throw new Error(`<${root.localName}> lacks its part "${name}"`)
  return part
}

/** Sets a text only if it changes: a live region repeats whatever is set. */
export function say(element: Element, text: string): void {
  if (element.textContent !== text) element.textContent = text
}

/** Shows what is typed elsewhere in a field, but never in the one that is typed in, and never an equal text, which would move the caret. */
export function fill(field: HTMLInputElement | HTMLTextAreaElement, value: string): void {
  if (field !== document.activeElement && field.value !== value) field.value = value
}

/** A new element with its text or children. */
export function made<K extends keyof HTMLElementTagNameMap>(
  name: K,
  ...children: (Node | string)[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(name)
  element.append(...children)
  return element
}

/** A new button that does something. */
export function button(text: string, act: () => void): HTMLButtonElement {
  const element = Object.assign(made('button', text), { type: 'button' as const })
  element.addEventListener('click', act)
  return element
}

/** A new button that asks once more before it deletes. */
export function deleteButton(text: string, act: () => void): HTMLButtonElement {
  let sure = false
  const element = button(text, () => {
    if (sure) act()
    sure = true
    element.textContent = `${text}: sure?`
  })
  element.addEventListener('blur', () => {
    sure = false
    element.textContent = text
  })
  return element
}
