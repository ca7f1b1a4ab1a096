/** The guide's search beside Starlight's, on the same pages, in the same run, by the same hand. */
import type { Browser } from '@playwright/test'
import { openBrowser } from './browser.ts'
import { kilobytes, median, rounded } from './figures.ts'
import { trySearch, type SearchedSite, type SearchTrial } from './search-trial.ts'
import { searchedSites } from './searched-sites.ts'
import { printTable, printVerdicts } from './table.ts'
import { atMost, exactly, type Verdict } from './verdict.ts'

/** First and second query of each trial: words that the brief has, no two of a trial beginning alike. */
export const QUERIES = [
  ['cache invalidation', 'slow query'],
  ['redis', 'incident'],
  ['latency', 'mentoring'],
  ['terraform', 'profile'],
  ['error budget', 'visa'],
  ['goroutine', 'postmortem'],
  ['database', 'interview'],
] as const
const ROUNDS = 2
const SIZES = [13, 100]

export type SearchMedians = SearchTrial & { trials: number }

interface Comparison {
  size: number
  guide: SearchMedians
  starlight: SearchMedians
}

/** Builds, measures and prints. Returns what is recorded. */
export async function measureSearch(): Promise<object> {
  const browser = await openBrowser()
  const comparisons: Comparison[] = []
  for (const size of SIZES) comparisons.push(await compare(browser, size))
  await browser.close()
  const verdicts = comparisons.flatMap(judge)
  printComparisons(comparisons)
  printVerdicts(verdicts)
  return { unit: 'medians; milliseconds and bytes of brotli response bodies', queries: QUERIES, comparisons, verdicts }
}

async function compare(browser: Browser, size: number): Promise<Comparison> {
  const sites = await searchedSites(size)
  const [guide, starlight]: [SearchTrial[], SearchTrial[]] = [[], []]
  for (const [at, queries] of Array.from({ length: ROUNDS }, () => QUERIES)
    .flat()
    .entries()) {
    const tryGuide = async () => guide.push(await trySearch(browser, sites.guide, queries))
    const tryStarlight = async () => starlight.push(await trySearch(browser, sites.starlight, queries))
    // Each goes first as often as the other, so that what else the machine does falls on both.
    for (const one of at % 2 === 0 ? [tryGuide, tryStarlight] : [tryStarlight, tryGuide]) await one()
  }
  sites.guide.served.close()
  sites.starlight.served.close()
  return { size, guide: mediansOf(guide), starlight: mediansOf(starlight) }
}

/** One trial for each pair of queries on a single site. */
export async function trySite(browser: Browser, site: SearchedSite): Promise<SearchMedians> {
  const trials: SearchTrial[] = []
  for (const queries of QUERIES) trials.push(await trySearch(browser, site, queries))
  return mediansOf(trials)
}

function mediansOf(trials: readonly SearchTrial[]): SearchMedians {
  const of = (pick: (trial: SearchTrial) => number) => rounded(median(trials.map(pick)))
  return {
    trials: trials.length,
    busyBefore: rounded(median(trials.map(({ busyBefore }) => busyBefore)), 2),
    cold: of(({ cold }) => cold),
    next: of(({ next }) => next),
    pageBytes: of(({ pageBytes }) => pageBytes),
    bytes: of(({ bytes }) => bytes),
    nextBytes: of(({ nextBytes }) => nextBytes),
    // A single trial that fetches twice is one too many.
    repeated: Math.max(...trials.map(({ repeated }) => repeated)),
  }
}

const judge = ({ size, guide, starlight }: Comparison): Verdict[] => [
  atMost(`${size} pages: first result, times Starlight's`, rounded(guide.cold / starlight.cold, 2), 0.5),
  atMost(`${size} pages: next query`, guide.next, 50, 'ms'),
  atMost(`${size} pages: bytes to the first results, Starlight's as the bound`, guide.bytes, starlight.bytes, 'bytes'),
  exactly(`${size} pages: bytes fetched twice`, guide.repeated, 0, 'bytes'),
]

function printComparisons(comparisons: readonly Comparison[]): void {
  printTable(
    'Search, medians (KB of 1024 bytes)',
    [
      'pages',
      'site',
      'others busy',
      'first row ms',
      'next query ms',
      'KB to first rows',
      'KB of next',
      'KB twice',
      'KB of page',
    ],
    comparisons.flatMap(({ size, guide, starlight }) => [
      [size, 'guide', ...cells(guide)],
      [size, 'Starlight', ...cells(starlight)],
    ]),
  )
}

const cells = ({ busyBefore, cold, next, bytes, nextBytes, repeated, pageBytes }: SearchMedians) => [
  busyBefore,
  cold,
  next,
  ...[bytes, nextBytes, repeated, pageBytes].map(kilobytes),
]
