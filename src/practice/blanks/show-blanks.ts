/**
 * Shows what was written into the blanks, `<a class="blank" data-blank="id">unit</a>`, wherever one appears, on paper
 * too. `show-kept.ts` fetches this on a page that has a blank, and only when something has been filled in, or the
 * date of the interview was set and its hour appears.
 */
import { say } from '../kit/element.ts'
import { storage } from '../kit/storage/browser.ts'
import { NOT_CONFIRMED, shownOf, toldIn, type FilledBlank, type Shown } from './filled-blank.ts'
import { ShownBlanks } from './shown-blanks.ts'
import css from './show-blanks.css?inline'

/** How a blank stands in the page that the server sent. */
interface Open {
  unit: string
  label: string | null
}
const open = new WeakMap<Element, Open>()

/** Shows every blank below `root` as it is filled now. */
export function showIn(root: ParentNode, filled: ReadonlyMap<string, FilledBlank>): void {
  for (const blank of root.querySelectorAll<HTMLElement>('.blank[data-blank]')) {
    show(blank, shownOf(filled.get(blank.dataset['blank'] ?? '')))
  }
}

function show(blank: HTMLElement, shown: Shown) {
  const { unit, label } = openOf(blank)
  const told = toldIn(unit, shown)
  // Set as text, so that nothing in a value can become markup.
  say(blank, told ?? (shown.state === 'unconfirmed' ? [unit, `(${NOT_CONFIRMED})`].filter(Boolean).join(' ') : unit))
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

const sheet = new CSSStyleSheet()
sheet.replaceSync(css)
document.adoptedStyleSheets.push(sheet)

const blanks = new ShownBlanks(storage)
const showAll = () => showIn(document, blanks.all())
showAll()
blanks.subscribe(showAll)
