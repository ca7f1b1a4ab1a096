/**
 * What every page runs: the theme button, and the ways into the search. The search itself is fetched when somebody
 * shows the intent to use it, the marking of words only on a page that a search result has opened.
 */
import { THEME_KEY } from './theme-boot.ts'

const root = document.documentElement
const names = { light: 'Light', dark: 'Dark', system: 'Auto' } as const
const order = ['system', 'light', 'dark'] as const
type Theme = (typeof order)[number]

const themeButton = document.getElementById('theme')
const current = (): Theme =>
  root.dataset['theme'] === 'light' || root.dataset['theme'] === 'dark' ? root.dataset['theme'] : 'system'

function show(theme: Theme) {
  if (!themeButton) return
  themeButton.textContent = names[theme]
  themeButton.ariaLabel = `${names[theme]} theme`
}

function choose(theme: Theme) {
  if (theme === 'system') delete root.dataset['theme']
  else root.dataset['theme'] = theme
  try {
    localStorage.setItem(THEME_KEY, theme)
  } catch {
    // Blocked storage: the choice holds until the page is left.
  }
  show(theme)
}

show(current())
themeButton?.addEventListener('click', () => choose(order[(order.indexOf(current()) + 1) % 3] ?? 'system'))

/**
 * Fetches a module of the search engine. It is handed to the search from here because this file, which every page has,
 * already carries the bundler's loader; a second use elsewhere would put that loader into one more file to fetch.
 */
const fetchModule = (url: string): Promise<unknown> => import(/* @vite-ignore */ url)

const link = document.querySelector<HTMLAnchorElement>('#search')
/**
 * The engine is asked for at once, beside the dialog that needs it, and its largest file beside that; failures are told
 * by the dialog.
 */
const search = () => {
  const folder = `${link?.dataset['base'] ?? '/'}pagefind/`
  preload(`${folder}wasm.en.pagefind`)
  fetchModule(`${folder}pagefind.js`).catch(() => undefined)
  return import('../search/search-dialog.ts')
}

const preloaded = new Set<string>()

function preload(href: string) {
  if (preloaded.has(href)) return
  preloaded.add(href)
  const early = Object.assign(document.createElement('link'), { rel: 'preload', as: 'fetch', href, crossOrigin: '' })
  // The browser keeps a failed preload as the answer to the next fetch: this one takes it, so that a retry is real.
  early.onerror = () => void fetch(href).catch(() => early.remove())
  document.head.append(early)
}

const open = () => void search().then(({ openSearch }) => openSearch(fetchModule))
const warm = () => void search().then(({ warmUp }) => warmUp(fetchModule))

for (const intent of ['pointerenter', 'focus', 'touchstart']) {
  link?.addEventListener(intent, warm, { once: true, passive: true })
}
link?.addEventListener('click', (event) => {
  if (event.metaKey || event.ctrlKey || event.shiftKey || event.button > 0) return
  event.preventDefault()
  open()
})
addEventListener('keydown', (event) => {
  const typing = event.target instanceof Element && event.target.closest('input,textarea,select,[contenteditable]')
  const slash = event.key === '/' && !typing && !event.ctrlKey && !event.metaKey && !event.altKey
  const palette =
    event.key.toLowerCase() === 'k' && (event.ctrlKey || event.metaKey) && !event.shiftKey && !event.altKey
  if (!slash && !palette) return
  event.preventDefault()
  open()
})

if (document.getElementById('search-page')) {
  void import('../search/search-page.ts').then(({ startSearchPage }) => startSearchPage(fetchModule))
}
if (new URLSearchParams(location.search).has('mark')) {
  void import('../search/mark-words.ts').then(({ markWords }) => markWords())
}

/**
 * Blanks that were filled in are shown where they appear, and the home page says how far the practice is. A page without
 * either, or a reader who keeps nothing here, fetches nothing for it. Beside the theme's boot this is the one reader of
 * storage outside `practice/`: it only asks whether something is there, under keys that `practice/storage.ts` documents,
 * because whoever never practised shall not pay for asking properly.
 */
const showKept = () => {
  try {
    const keys = Object.keys(localStorage).join()
    const isKept = (shelf: string, shownIn: string) =>
      keys.includes(`prep:${import.meta.env.BASE_URL}:${shelf}`) && document.querySelector(shownIn)
    if (isKept('blanks', '.blank')) void import('../../practice/blanks/show-blanks.ts')
    if (isKept('', 'practice-home')) void import('../../practice/home/practice-home.ts')
  } catch {
    // Blocked storage: nothing can have been kept.
  }
}
showKept()
// "Back" brings the page up again, and another tab may be the first to keep something.
addEventListener('pageshow', showKept)
addEventListener('storage', showKept)
