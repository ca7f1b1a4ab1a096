/** The cards of the paths on the home page: how far each is, and the way to where one goes on. */
import { say } from '../kit/element.ts'
import { storage } from '../kit/storage/browser.ts'
import { fetchPaths } from './path-list.ts'
import { PathStore, underWay } from './path-progress.ts'
import { leftInWords, placeInWords } from './path-words.ts'
import { standingOf, type Path } from './path.ts'

const store = new PathStore(storage)
/** What each card says of its path when nobody has begun it. */
const unbegun = new WeakMap<Element, string>()

/** Shows it on the cards below `root`, `<a data-path="id">` with a line `data-part="standing"`, and from then on each change. */
export function startCards(root: Element): void {
  const show = () => void showCards(root)
  addEventListener('online', show)
  store.subscribe(show)
  show()
}

async function showCards(root: Element) {
  const paths = await fetchPaths()
  for (const path of paths ?? []) {
    const card = root.querySelector<HTMLAnchorElement>(`a[data-path="${path.id}"]`)
    const line = card?.querySelector('[data-part="standing"]')
    if (card && line) showCard(card, line, path, underWay(paths ?? [], store.all())?.path === path)
  }
}

function showCard(card: HTMLAnchorElement, line: Element, path: Path, isUnderWay: boolean) {
  const words = unbegun.get(line) ?? line.textContent.trim()
  unbegun.set(line, words)
  const progress = store.get(path.id)
  const standing = progress && standingOf(path.stops, progress)
  const next = standing?.next
  card.href = next && isUnderWay ? next.href : path.href
  card.classList.toggle('under-way', isUnderWay)
  if (!standing) say(line, words)
  else if (!next) say(line, 'You are through.')
  else if (isUnderWay) say(line, `Go on: ${placeInWords(standing, next)}, ${leftInWords(standing)}`)
  else say(line, `Left at ${placeInWords(standing, next)}`)
}
