/** `/search/?q=`: the same search as in the dialog, with an address that can be kept and sent. */
import { Engine, type FetchModule } from './engine.ts'
import { addStyles, SearchBox } from './search-box.ts'

/** Puts the search into its page and answers the query of the address. */
export function startSearchPage(fetchModule: FetchModule) {
  const container = document.getElementById('search-page')
  if (!container) return
  const base = document.getElementById('search')?.dataset['base'] ?? '/'
  const questions = document.getElementById('all-questions')
  addStyles()
  const box = new SearchBox(container, new Engine(base, fetchModule), base)
  box.onSearch = (query, kind, found) => {
    const parameters = new URLSearchParams({ ...(query ? { q: query } : {}), ...(kind ? { kind } : {}) })
    history.replaceState(null, '', parameters.size > 0 ? `?${parameters}` : location.pathname)
    if (questions) questions.hidden = (found?.total ?? 0) > 0
  }
  const asked = new URLSearchParams(location.search)
  box.begin({ query: asked.get('q') ?? '', kind: asked.get('kind') ?? '' })
  box.input.focus()
}
