/** Talks to Pagefind: loads it once, searches, corrects, and shapes what it finds into rows for the page. */
import { hitOf, type Hit } from './hit.ts'
import type { Pagefind, PagefindPage, PagefindResult } from './pagefind.ts'
import { withoutStopWords } from './stop-words.ts'
import { IndexFiles, type EarlyFetches } from './index-files.ts'
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

const FOLDER = `${import.meta.env.BASE_URL}pagefind/`

export class Engine {
  readonly #words = new WordStore(`${FOLDER}vocabulary/`)
  readonly #files: IndexFiles
  #loading: Promise<Pagefind> | undefined
  /** How often the script could not be fetched. */
  #misses = 0

  /** `early` is what is being fetched for it already. */
  constructor(early: EarlyFetches) {
    this.#files = new IndexFiles(early)
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
      // Without the words to check them against, they are taken as they were typed.
      care === 'literal' ? typed : this.#words.correct(query, care === 'thorough').catch(() => typed),
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
    const loading = this.load()
    const pagefind = await loading
    const failures = this.#files.failures
    try {
      const { results } = await pagefind.search(term, { filters: kind ? { kind } : {} })
      // Pagefind takes a part that cannot be fetched for one without the word.
      if (this.#files.failures > failures) throw new Error('a part of the index could not be fetched')
      return results
    } catch (error) {
      // It also remembers for good that it could not begin: the next query begins anew.
      if (this.#loading === loading) {
        this.#loading = undefined
        await pagefind.destroy()
      }
      throw error
    }
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
    const again = this.#misses > 0 ? `?again=${this.#misses}` : ''
    const pagefind = (await import(/* @vite-ignore */ `${FOLDER}pagefind.js${again}`).catch((error: unknown) => {
      this.#misses++
      throw error
    })) as Pagefind
    await pagefind.options({
      basePath: FOLDER,
      baseUrl: import.meta.env.BASE_URL,
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
