/**
 * The ways into the search. The search itself is fetched when somebody shows the intent to use it, the marking of words
 * only on a page that a search result has opened.
 */
const link = document.querySelector<HTMLAnchorElement>('#search')
let early: Record<string, Promise<Response>> | undefined
/**
 * The engine is asked for at once, beside the search that needs it, and its largest file beside that; failures are told
 * by the search. Fetched here and handed over: a preload that fails stays in the browser as the answer to later fetches.
 */
const search = async () => {
  const folder = `${import.meta.env.BASE_URL}pagefind/`
  const wasm = `${folder}wasm.en.pagefind`
  if (!early) {
    early = { [wasm]: fetch(wasm) }
    for (const fetched of [early[wasm], import(/* @vite-ignore */ `${folder}pagefind.js`)])
      fetched?.catch(() => undefined)
  }
  return { ...(await import('../search/search.ts')), early }
}

/** Firefox and WebKit remember for the life of the page that a script could not be had; the search page is another. */
const followLink = () => {
  if (link) location.href = link.href
}
const open = () =>
  void search()
    .then(({ openSearch, early }) => openSearch(early))
    .catch(followLink)
const warm = () =>
  void search()
    .then(({ warmUp, early }) => warmUp(early))
    .catch(() => undefined)

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

const searchPage = document.getElementById('search-page')
if (searchPage) {
  search()
    .then(({ startSearchPage, early }) => startSearchPage(searchPage, early))
    .catch(() => document.getElementById('search-unloaded')?.removeAttribute('hidden'))
}
if (new URLSearchParams(location.search).has('mark')) {
  import('../search/mark-words.ts').then(({ markWords }) => markWords()).catch(() => undefined)
}
