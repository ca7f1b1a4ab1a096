/** Both sites, built from the same pages and served, ready for search trials. */
import { buildGuideOf } from './guide-site.ts'
import { pagesOf, type BenchPage } from './pages.ts'
import { siteFolder } from './places.ts'
import type { SearchedSite } from './search-trial.ts'
import { buildStarlightOf } from './starlight-site.ts'
import { serveCounted } from './traffic.ts'

const GUIDE_MARKUP = { input: 'dialog[open] #query', row: '.hits li' }
const STARLIGHT_MARKUP = { input: 'dialog[open] .pagefind-ui__search-input', row: '.pagefind-ui__result' }

export const guideName = (size: number) => `guide-${size}`
export const starlightName = (size: number) => `starlight-${size}`

/** Builds and serves both; the search is opened on the same page of each. */
export async function searchedSites(size: number): Promise<{ guide: SearchedSite; starlight: SearchedSite }> {
  const pages = pagesOf(size)
  await buildGuideOf(guideName(size), pages)
  await buildStarlightOf(starlightName(size), pages)
  const served = await serveCounted(siteFolder(starlightName(size)))
  return {
    guide: await serveGuide(size, pages),
    starlight: { ...STARLIGHT_MARKUP, served, address: `/${startPage(pages)}/` },
  }
}

/** Serves a guide that has been built. */
export async function serveGuide(size: number, pages: readonly BenchPage[]): Promise<SearchedSite> {
  const served = await serveCounted(siteFolder(guideName(size)))
  return { ...GUIDE_MARKUP, served, address: `/brief/${startPage(pages)}/` }
}

/** A page that is one of many: those with a list of their own have another address in the guide. */
function startPage(pages: readonly BenchPage[]): string {
  const page = pages.find(({ list }) => list === undefined)
  if (!page) throw new Error('every page carries a list; at least one must not')
  return page.slug
}
