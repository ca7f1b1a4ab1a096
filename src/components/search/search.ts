/** The search of a page, in a dialog over it or on the search page: one file to fetch, and one engine. */
import css from '../../styles/search.css?inline'
import { Engine } from './engine.ts'
import type { EarlyFetches } from './index-files.ts'
import { SearchBox } from './search-box.ts'

let engine: Engine | undefined
let dialog: HTMLDialogElement | undefined
/** The box in the dialog or on the search page. */
let box: SearchBox | undefined

// The style comes with the script: a file of its own would be waited for.
const sheet = new CSSStyleSheet()
sheet.replaceSync(css)
document.adoptedStyleSheets.push(sheet)

/** Loads what the first query will need, beside what is being fetched. A failure is told when somebody searches. */
export function warmUp(early: EarlyFetches): Engine {
  engine ??= new Engine(early)
  engine.load().catch(() => undefined)
  return engine
}

/** Opens the dialog; on the search page it moves to the field there. */
export async function openSearch(early: EarlyFetches) {
  if (box && !dialog) {
    box.input.focus()
    return
  }
  const engine = warmUp(early)
  // Lets the engine send for its files before the dialog is laid out, which takes longer than asking.
  await new Promise((resolve) => setTimeout(resolve))
  dialog ??= makeDialog(engine)
  if (!dialog.open) dialog.showModal()
  box?.input.select()
}

function makeDialog(engine: Engine): HTMLDialogElement {
  const made = document.createElement('dialog')
  made.className = 'search'
  made.ariaLabel = 'Search'
  const close = Object.assign(document.createElement('button'), {
    type: 'button',
    className: 'tool',
    textContent: 'Close',
  })
  const content = document.createElement('div')
  made.append(content, close)
  document.body.append(made)
  box = new SearchBox(content, engine)
  close.addEventListener('click', () => made.close())
  made.addEventListener('click', (event) => {
    const target = event.target
    // A click on the dialog itself is one beside its content; one on a result leads to the page below.
    if (target === made || (target instanceof Element && target.closest('a'))) made.close()
  })
  return made
}

/**
 * `/search/?q=`: puts the same search into its page, with an address that can be kept and sent, and answers the query of
 * the address.
 */
export function startSearchPage(container: HTMLElement, early: EarlyFetches) {
  const questions = document.getElementById('all-questions')
  box = new SearchBox(container, warmUp(early))
  box.onSearch = (query, kind, found) => {
    const parameters = new URLSearchParams({ ...(query ? { q: query } : {}), ...(kind ? { kind } : {}) })
    history.replaceState(null, '', parameters.size > 0 ? `?${parameters}` : location.pathname)
    if (questions) questions.hidden = (found?.total ?? 0) > 0
  }
  const asked = new URLSearchParams(location.search)
  box.begin({ query: asked.get('q') ?? '', kind: asked.get('kind') ?? '' })
  box.input.focus()
}
