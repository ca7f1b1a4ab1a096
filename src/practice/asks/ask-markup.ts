/** Reads the asks out of the page: the words stay there, only what the choice depends on is taken. */
import { isAudience, type Ask } from './ask.ts'

/** Asks below `root`, in the order of the content; one that stands there twice is taken once. */
export function asksIn(root: ParentNode): Ask[] {
  const asks = [...root.querySelectorAll<HTMLElement>('[data-ask]')].map(({ dataset }) => ({
    id: dataset['ask'] ?? '',
    group: dataset['group'] ?? '',
    audience: (dataset['audience'] ?? '').split(' ').filter(isAudience),
    chosen: dataset['chosen'] !== undefined,
    place: Number(dataset['place']),
  }))
  return asks
    .filter(({ id }, at) => asks.findIndex((other) => other.id === id) === at)
    .toSorted((a, b) => a.place - b.place)
}

/** A part of an element's markup by its name; the server has rendered it. */
export function partOf(element: HTMLElement, name: string): HTMLElement {
  const part = element.querySelector<HTMLElement>(`[data-part="${name}"]`)
  if (part === null) throw new Error(`<${element.localName}> lacks its part "${name}"`)
  return part
}

/** Sets a text only if it changes: a live region repeats whatever is set. */
export function say(part: HTMLElement, text: string): void {
  if (part.textContent !== text) part.textContent = text
}
