/** Finds the parts of an element's markup, and fills its lists. */

type Kind<T extends Element> = abstract new (...args: never[]) => T

/** The part `[data-part="name"]`; throws where the markup lacks it. */
export function part<T extends HTMLElement = HTMLElement>(root: ParentNode, name: string, kind?: Kind<T>): T {
  const found = root.querySelector<HTMLElement>(`[data-part="${name}"]`)
  if (!found || (kind && !(found instanceof kind))) throw new Error(`the markup lacks the part "${name}"`)
  return found as T
}

/** Sets a text, and only if it changes: a live region repeats what is set. */
export function say(element: Element, text: string): void {
  if (element.textContent !== text) element.textContent = text
}

/** Shows, of the children with `data-says`, the one of that name. */
export function sayOne(root: ParentNode, name: string | undefined): void {
  for (const sentence of root.querySelectorAll<HTMLElement>('[data-says]')) {
    sentence.hidden = sentence.dataset['says'] !== name
  }
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

/** A button that does something. */
export function button(text: string, act: () => void): HTMLButtonElement {
  const element = made('button', text)
  element.type = 'button'
  element.addEventListener('click', act)
  return element
}

/** A button that asks once more before it deletes. */
export function deleteButton(text: string, act: () => void): HTMLButtonElement {
  const element = button(text, () => {
    const sure = element.dataset['sure'] !== undefined
    element.dataset['sure'] = ''
    element.textContent = `${text}: sure?`
    if (sure) act()
  })
  element.addEventListener('blur', () => {
    delete element.dataset['sure']
    element.textContent = text
  })
  return element
}
