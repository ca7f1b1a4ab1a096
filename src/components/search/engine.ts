/** Talks to Pagefind: loads it once, searches, corrects, and shapes what it finds into rows for the page. */
import { correct, Vocabulary } from './correction.ts'
import { withoutStopWords } from './stop-words.ts'

/** The part of Pagefind's own interface that is used here. */
interface Pagefind {
  options(options: Record<string, unknown>): Promise<void>
  init(): Promise<void>
  search(term: string, options: { filters: Record<string, string> }): Promise<{ results: PagefindResult[] }>
}
interface PagefindResult {
  id: string
  score: number
  data(): Promise<PagefindPage>
}
interface PagefindPage {
  url: string
  meta: Record<string, string>
  filters: Record<string, string[]>
  sub_results: PagefindPart[]
}
interface PagefindPart {
  title: string
  url: string
  excerpt: string
  anchor?: { id: string }
  weighted_locations: { balanced_score: number }[]
}

/** A page that was found. */
export interface Hit {
  title: string
  /** `question`, `concept`, `story`, `section`, `sheet` or `ask`. */
  kind: string
  href: string
  /** Sections of the page in which the words stand, in the order of the page. */
  parts: HitPart[]
}
export interface HitPart {
  /** Heading of the section; empty for the text above the first heading. */
  heading: string
  href: string
  /** HTML with the found words in `mark` elements. */
  excerpt: string
}

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

const PARTS = 3

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

function hitOf({ url, meta, filters, sub_results: found }: PagefindPage): Hit {
  const title = meta['title'] ?? url
  const best = found
    .map((part, at) => ({ part, at, score: scoreOf(part) }))
    .toSorted((a, b) => b.score - a.score)
    .slice(0, PARTS)
    .toSorted((a, b) => a.at - b.at)
  return {
    title,
    kind: filters['kind']?.[0] ?? 'section',
    href: withMarks(url, found[0]?.excerpt ?? ''),
    parts: best.map(({ part }) => ({
      heading: part.anchor && part.anchor.id !== 'content' ? part.title : '',
      href: withMarks(part.url, part.excerpt),
      excerpt: part.excerpt,
    })),
  }
}

const scoreOf = ({ weighted_locations }: PagefindPart) =>
  weighted_locations.reduce((sum, { balanced_score }) => sum + balanced_score, 0)

/** Adds the found words to the address, so that the page can mark them. */
function withMarks(url: string, excerpt: string): string {
  const [address = '', anchor] = url.split('#')
  const words = [...excerpt.matchAll(/<mark>(.*?)<\/mark>/g)].map(([, word = '']) => plain(word))
  const query = new URLSearchParams([...new Set(words)].filter(Boolean).map((word) => ['mark', word]))
  return `${address}${query.size > 0 ? `?${query}` : ''}${anchor ? `#${anchor}` : ''}`
}

const plain = (word: string) =>
  word
    .replace(/&#?\w+;/g, ' ')
    .toLowerCase()
    .replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}+]+$/gu, '')

async function fetchWords(url: string): Promise<string[]> {
  const response = await fetch(url)
  if (!response.ok) throw new Error(`${response.status} for ${url}`)
  return (await response.text()).split(' ')
}

function preload(href: string) {
  const link = Object.assign(document.createElement('link'), { rel: 'preload', as: 'fetch', href, crossOrigin: '' })
  document.head.append(link)
}
