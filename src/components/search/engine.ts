/** Talks to Pagefind: loads it once, searches, corrects, and shapes what it finds into rows for the page. */
import { correct, Vocabulary } from './correction.ts'
import { hitOf, type Hit } from './hit.ts'
import type { Pagefind, PagefindPage, PagefindResult } from './pagefind.ts'
import { withoutStopWords } from './stop-words.ts'

export interface Found {
  /** The query that was searched for, corrected where needed. */
  query: string
  corrected: boolean
  /** Words of the query that the index does not know nor anything like them. */
  unknown: string[]
  /** Whether no page has all the words, and these have some. */
  partial: boolean
  total: number
  /** Fetches one page of the results, counted from 0. */
  hit(at: number): Promise<Hit>
}

/** Fetches a script module by its address. */
export type FetchModule = (url: string) => Promise<unknown>

export class Engine {
  readonly #base: string
  readonly #fetchModule: FetchModule
  #loading: Promise<{ pagefind: Pagefind; vocabulary: Vocabulary }> | undefined

  /** `base` is the site's base path. */
  constructor(base: string, fetchModule: FetchModule) {
    this.#base = base
    this.#fetchModule = fetchModule
  }

  /** Begins to load everything the first query needs; a failed attempt is repeated at the next call. */
  load() {
    this.#loading ??= this.#fetch().catch((error: unknown) => {
      this.#loading = undefined
      throw error
    })
    return this.#loading
  }

  /** Searches within a kind of page, or everywhere with an empty one; `literal` leaves misspelt words as they are. */
  async search(query: string, kind: string, literal: boolean): Promise<Found> {
    const { pagefind, vocabulary } = await this.load()
    const wanted = literal ? { query, corrected: false, unknown: [] } : correct(query, vocabulary)
    const ask = async (term: string) => (await pagefind.search(term, { filters: kind ? { kind } : {} })).results
    const words = wanted.query ? withoutStopWords(wanted.query) : ''
    const all = words ? await ask(words) : []
    const results = all.length > 0 || !words.includes(' ') ? all : await withSomeOf(words.split(' '), ask)
    const partial = all.length === 0 && results.length > 0
    return { ...wanted, partial, total: results.length, hit: async (at) => hitOf(await dataOf(results, at)) }
  }

  /** Words of the index that look like the given one. */
  async near(word: string): Promise<string[]> {
    return (await this.load()).vocabulary.near(word.toLowerCase(), 5)
  }

  async #fetch() {
    const folder = `${this.#base}pagefind/`
    // Pagefind asks for these one after the other; fetched side by side they are there when it does.
    preload(`${folder}wasm.en.pagefind`)
    const [pagefind, vocabulary] = await Promise.all([
      this.#fetchModule(`${folder}pagefind.js`) as Promise<Pagefind>,
      fetchWords(`${folder}vocabulary.txt`),
    ])
    await pagefind.options({
      basePath: folder,
      baseUrl: this.#base,
      excerptLength: 22,
      // The index is small: searching here takes a millisecond or two, starting a worker tens of them.
      noWorker: true,
      ranking: { pageLength: 0.3, termFrequency: 0.6, metaWeights: { title: 8 } },
    })
    await pagefind.init()
    return { pagefind, vocabulary: new Vocabulary(vocabulary) }
  }
}

/** Pages that have at least one of the words, those with more of them first. */
async function withSomeOf(words: readonly string[], ask: (term: string) => Promise<PagefindResult[]>) {
  const found = new Map<string, { result: PagefindResult; words: number; score: number }>()
  for (const word of words) {
    for (const result of await ask(word)) {
      const earlier = found.get(result.id) ?? { result, words: 0, score: 0 }
      found.set(result.id, { result, words: earlier.words + 1, score: earlier.score + result.score })
    }
  }
  return [...found.values()].toSorted((a, b) => b.words - a.words || b.score - a.score).map(({ result }) => result)
}

async function dataOf(results: readonly PagefindResult[], at: number): Promise<PagefindPage> {
  const result = results[at]
  if (!result) throw new RangeError(`there is no result ${at}`)
  return result.data()
}

async function fetchWords(url: string): Promise<string[]> {
  const response = await fetch(url)
  if (!response.ok) throw new Error(`${response.status} for ${url}`)
  return (await response.text()).split(' ')
}

function preload(href: string) {
  const link = Object.assign(document.createElement('link'), { rel: 'preload', as: 'fetch', href, crossOrigin: '' })
  document.head.append(link)
}
