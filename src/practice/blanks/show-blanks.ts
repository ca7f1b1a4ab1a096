/**
 * Shows what was written into the blanks wherever one appears, on paper too. The shell fetches this on a page that has
 * a blank, and only when something has been filled in.
 */
import { storage } from '../browser-storage.ts'
import { showIn } from './blank-links.ts'
import { BlanksStore } from './blanks-store.ts'
import css from './show-blanks.css?inline'

const store = new BlanksStore(storage)
const sheet = new CSSStyleSheet()
sheet.replaceSync(css)
document.adoptedStyleSheets.push(sheet)

const show = () => showIn(document, store)
show()
store.subscribe(show)
