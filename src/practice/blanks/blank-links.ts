/** The blanks in a text, `<a class="blank" data-blank="id">unit</a>`, with what was written into them. */
import type { BlanksStore } from './blanks-store.ts'
import { NOT_CONFIRMED, shownOf, type Shown } from './filled-blank.ts'

/** How a blank stands in the page that the server sent. */
interface Open {
  unit: string
  label: string | null
}
const open = new WeakMap<Element, Open>()

/** Shows every blank below `root` as it is filled now. */
export function showIn(root: ParentNode, store: BlanksStore): void {
  const filled = store.all()
  for (const blank of root.querySelectorAll<HTMLElement>('.blank[data-blank]')) {
    show(blank, shownOf(filled.get(blank.dataset['blank'] ?? '')))
  }
}

/** What is read where the blank stands, its unit included; undefined while it is open or cannot be confirmed. */
export function toldIn(unit: string, shown: Shown): string | undefined {
  if (shown.state !== 'filled') return undefined
  return unit ? `${shown.text}\u00a0${unit}` : shown.text
}

function show(blank: HTMLElement, shown: Shown) {
  const { unit, label } = openOf(blank)
  const told = toldIn(unit, shown)
  const text = told ?? (shown.state === 'unconfirmed' ? [unit, `(${NOT_CONFIRMED})`].filter(Boolean).join(' ') : unit)
  // Set as text, so that nothing in a value can become markup.
  if (blank.textContent !== text) blank.textContent = text
  blank.classList.toggle('own', told !== undefined)
  blank.classList.toggle('unconfirmed', shown.state === 'unconfirmed')
  if (label === null) return
  const name = label.replace(/^blank: /, '')
  // The name begins with what is seen, so that a voice command finds it, and says whose it is.
  blank.setAttribute('aria-label', told === undefined ? openName(label, shown) : `${told} (yours: ${name})`)
}

const openName = (label: string, shown: Shown) =>
  shown.state === 'unconfirmed' ? `${label} (${NOT_CONFIRMED})` : label

function openOf(blank: HTMLElement): Open {
  const known = open.get(blank)
  if (known) return known
  const fresh = { unit: blank.textContent.trim(), label: blank.getAttribute('aria-label') }
  open.set(blank, fresh)
  return fresh
}
