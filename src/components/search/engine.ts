/** Talks to Pagefind: loads it once, searches, corrects, and shapes what it finds into rows for the page. */
import { hitOf, type Hit } from './hit.ts'
import type { Pagefind, PagefindPage, PagefindResult } from './pagefind.ts'
import { withoutStopWords } from './stop-words.ts'
import { unpackFetchedIndex } from './unpack.ts'
import { WordStore } from './word-store.ts'

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

/**
 * What is done about words that the index does not know: `quick` corrects those that begin right, `thorough` all,
 * `literal` none.
 */
export type Care = 'quick' | 'thorough' | 'literal'

/** Fetches a script module by its address. */
export type FetchModule = (url: string) => Promise<unknown>

export class Engine {
  readonly #base: string
  readonly #folder: string
  readonly #fetchModule: FetchModule
  readonly #words: WordStore
  #loading: Promise<Pagefind> | undefined
  #attempts = 0

  /** `base` is the site's base path. */
  constructor(base: string, fetchModule: FetchModule) {
    unpackFetchedIndex()
    this.#base = base
    this.#folder = `${base}pagefind/`
    this.#fetchModule = fetchModule
    this.#words = new WordStore(`${this.#folder}vocabulary/`)
  }

  /** Begins to load everything the first query needs; a failed attempt is repeated at the next call. */
  load(): Promise<Pagefind> {
    this.#loading ??= this.#fetch().catch((error: unknown) => {
      this.#loading = undefined
      throw error
    })
    return this.#loading
  }

  /** Searches within a kind of page, or everywhere with an empty one. */
  async search(query: string, kind: string, care: Care): Promise<Found> {
    const typed = { query, corrected: false, unknown: [] }
    // Most queries are spelt right: they are searched for while the words to check them against are fetched.
    const [early, wanted] = await Promise.all([
      this.#ask(withoutStopWords(query), kind),
      care === 'literal' ? typed : this.#words.correct(query, care === 'thorough'),
    ])
    const words = withoutStopWords(wanted.query)
    const all = wanted.query === query ? early : words ? await this.#ask(words, kind) : []
    const some = all.length === 0 && words.includes(' ') ? await this.#askEach(words.split(' '), kind) : []
    const results = [...all, ...some]
    return {
      ...wanted,
      partial: some.length > 0,
      total: results.length,
      hit: async (at) => hitOf(await dataOf(results, at)),
    }
  }

  /** Words of the index that look like the given one. */
  near(word: string): Promise<string[]> {
    return this.#words.near(word)
  }

  async #ask(term: string, kind: string): Promise<PagefindResult[]> {
    const pagefind = await this.load()
    return (await pagefind.search(term, { filters: kind ? { kind } : {} })).results
  }

  /** Pages that have at least one of the words, those with more of them first. */
  async #askEach(words: readonly string[], kind: string): Promise<PagefindResult[]> {
    const found = new Map<string, { result: PagefindResult; words: number; score: number }>()
    for (const word of words) {
      for (const result of await this.#ask(word, kind)) {
        const earlier = found.get(result.id) ?? { result, words: 0, score: 0 }
        found.set(result.id, { result, words: earlier.words + 1, score: earlier.score + result.score })
      }
    }
    return [...found.values()].toSorted((a, b) => b.words - a.words || b.score - a.score).map(({ result }) => result)
  }

  async #fetch(): Promise<Pagefind> {
    // A browser remembers that a script could not be fetched; under another address it asks again.
    const again = this.#attempts++ > 0 ? `?again=${this.#attempts}` : ''
    const pagefind = (await this.#fetchModule(`${this.#folder}pagefind.js${again}`)) as Pagefind
    await pagefind.options({
      basePath: this.#folder,
      baseUrl: this.#base,
      excerptLength: 22,
      // The index is small: searching here takes a millisecond or two, starting a worker tens of them.
      noWorker: true,
      ranking: { pageLength: 0.3, termFrequency: 0.6, metaWeights: { title: 8 } },
    })
    await pagefind.init()
    return pagefind
  }
}

async function dataOf(results: readonly PagefindResult[], at: number): Promise<PagefindPage> {
  const result = results[at]
  if (!result) throw new RangeError(`there is no result ${at}`)
  return result.data()
}
