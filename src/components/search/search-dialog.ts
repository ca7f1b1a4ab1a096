/** The search over any page: a dialog that is made when it is first opened. */
import { Engine, type FetchModule } from './engine.ts'
import { addStyles, SearchBox } from './search-box.ts'

const base = document.getElementById('search')?.dataset['base'] ?? '/'
let engine: Engine | undefined
let dialog: HTMLDialogElement | undefined
let box: SearchBox | undefined

/** Loads what the first query will need. A failure is told when somebody searches. */
export function warmUp(fetchModule: FetchModule): Engine {
  addStyles()
  engine ??= new Engine(base, fetchModule)
  engine.load().catch(() => undefined)
  return engine
}

/** Opens the dialog; on the search page it moves to the field there. */
export async function openSearch(fetchModule: FetchModule) {
  const field = document.querySelector<HTMLInputElement>('#search-page #query')
  if (field) {
    field.focus()
    return
  }
  const engine = warmUp(fetchModule)
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
  box = new SearchBox(content, engine, base)
  close.addEventListener('click', () => made.close())
  made.addEventListener('click', (event) => {
    const target = event.target
    // A click on the dialog itself is one beside its content; one on a result leads to the page below.
    if (target === made || (target instanceof Element && target.closest('a'))) made.close()
  })
  return made
}
