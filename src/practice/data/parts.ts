/** Finds the parts of an element's markup, and says what applies. */

/** The part `[data-part="name"]`, which the markup makes a `T`; throws where it is lacking. */
// eslint-disable-next-line @typescript-eslint/no-unnecessary-type-parameters -- as in querySelector
export function part<T extends Element = HTMLElement>(root: ParentNode, name: string): T {
  const found = root.querySelector<T>(`[data-part="${name}"]`)
  if (!found) throw new Error(`the markup lacks the part "${name}"`)
  return found
}

/** Calls `act` when the button `[data-do="name"]` is pressed, and returns the button. */
export function onPress(root: ParentNode, name: string, act: () => void): HTMLButtonElement {
  const button = root.querySelector<HTMLButtonElement>(`button[data-do="${name}"]`)
  if (!button) throw new Error(`the markup lacks the button "${name}"`)
  button.addEventListener('click', act)
  return button
}

/** Sets a text, and only if it changes: a live region repeats what is set. */
export function say(element: Element, text: string): void {
  if (element.textContent !== text) element.textContent = text
}

/** Shows those of the sentences `[data-says]` that are named, and hides the others. */
export function sayOnly(root: ParentNode, ...names: readonly string[]): void {
  for (const sentence of root.querySelectorAll<HTMLElement>('[data-says]')) {
    sentence.hidden = !names.includes(sentence.dataset['says'] ?? '')
  }
}

/** Puts counts into `[data-count="name"]`, and hides the rows whose count is none. */
export function showCounts(
  root: ParentNode,
  counts: Readonly<Record<string, number>>,
  words: (n: number) => string,
): void {
  for (const place of root.querySelectorAll<HTMLElement>('[data-count]')) {
    const count = counts[place.dataset['count'] ?? ''] ?? 0
    say(place, words(count))
    const row = place.closest<HTMLElement>('li, tr')
    if (row) row.hidden = count === 0
  }
}

/** `23 November 2026, 10:00`, by this device's clocks. */
export const dateInWords = (at: number): string =>
  new Date(at).toLocaleString('en-GB', { dateStyle: 'long', timeStyle: 'short' })
