/** The part of Pagefind's own interface that the search uses; the script itself is made when the site is built. */

export interface Pagefind {
  options(options: Record<string, unknown>): Promise<void>
  init(): Promise<void>
  /** Forgets everything that was loaded, and that something could not be. */
  destroy(): Promise<void>
  search(term: string, options: { filters: Record<string, string> }): Promise<{ results: PagefindResult[] }>
}
export interface PagefindResult {
  id: string
  score: number
  data(): Promise<PagefindPage>
}
export interface PagefindPage {
  url: string
  meta: Record<string, string>
  filters: Record<string, string[]>
  sub_results: PagefindPart[]
}
export interface PagefindPart {
  title: string
  url: string
  excerpt: string
  anchor?: { id: string }
  weighted_locations: { balanced_score: number }[]
}
