/**
 * Shows how far a path is: in a bar on every page but a path's own, which shows it itself, and on the home page at the
 * cards of the paths, too. `show-kept.ts` fetches this, and only when a path was begun.
 */
import { startBar } from './path-bar.ts'
import { startCards } from './path-cards.ts'
import css from './show-path.css?inline'

const sheet = new CSSStyleSheet()
sheet.replaceSync(css)
document.adoptedStyleSheets.push(sheet)

const main = document.querySelector('main')
const cards = document.querySelector('.paths')
if (cards) startCards(cards)
if (main && !main.querySelector('walk-path')) startBar(main)
