/** Lighthouse's mobile audit of one page of each kind, as the real guide is built. */
import { join } from 'node:path'
import lighthouse from 'lighthouse'
import { openSteeredBrowser } from './browser.ts'
import { median, rounded } from './figures.ts'
import { buildGuide } from './guide-site.ts'
import { ROOT, siteFolder } from './places.ts'
import { printTable, printVerdicts } from './table.ts'
import { serveCounted } from './traffic.ts'
import { atMost, exactly, type Verdict } from './verdict.ts'

/** A page of each kind. */
const PAGES = ['/', '/brief/fit/', '/questions/goroutine-leaks/', '/concepts/redis/', '/sheets/star/']
const SCORES = ['performance', 'accessibility', 'best-practices'] as const
/** Odd, so that a median is a run that happened. */
const RUNS = 3
const CONTENT = join(ROOT, 'content')

interface Audit {
  page: string
  /** Scores out of 100 by the name of the category. */
  scores: Record<string, number>
  /** Milliseconds, simulated on a slow phone. */
  firstPaint: number
  largestPaint: number
  blocking: number
  shift: number
}

/** Builds privately and publicly, audits and prints. Returns what is recorded. */
export async function measureLighthouse(): Promise<object> {
  const { browser, port } = await openSteeredBrowser()
  await buildGuide({ name: 'real', content: CONTENT })
  const audits = await auditPages({ name: 'real', port, categories: SCORES, runs: RUNS })
  // A private build tells search engines to stay away, which is right and costs it the points for being found.
  await buildGuide({ name: 'real-public', content: CONTENT, publicAt: 'https://guide.example' })
  const found = await auditPages({ name: 'real-public', port, categories: ['seo'], runs: 1, isPublic: true })
  await browser.close()
  const all = audits.map((audit, at) => ({ ...audit, scores: { ...audit.scores, ...found[at]?.scores } }))
  const verdicts = judge(all)
  printAudits(all)
  printVerdicts(verdicts)
  return {
    form: `mobile, simulated throttling, medians of ${RUNS}; seo in a public build, once`,
    audits: all,
    verdicts,
  }
}

interface Round {
  /** Name of the built site. */
  name: string
  /** Where the browser listens. */
  port: number
  categories: readonly string[]
  /** Audits of each page; their medians count. */
  runs: number
  isPublic?: boolean
}

async function auditPages({ name, port, categories, runs, isPublic }: Round): Promise<Audit[]> {
  const site = await serveCounted(siteFolder(name), isPublic)
  const audits: Audit[] = []
  for (const page of PAGES) {
    const tries: Audit[] = []
    while (tries.length < runs) tries.push(await audit(site.origin, page, port, categories))
    audits.push(middle(page, tries))
  }
  site.close()
  return audits
}

async function audit(origin: string, page: string, port: number, categories: readonly string[]): Promise<Audit> {
  const run = await lighthouse(origin + page, { port, logLevel: 'error', onlyCategories: [...categories] })
  if (!run || run.lhr.runtimeError) throw new Error(`audit ${page}: ${run?.lhr.runtimeError?.message ?? 'no result'}`)
  const { categories: results, audits } = run.lhr
  const figure = (id: string, places = 0) => rounded(audits[id]?.numericValue ?? 0, places)
  return {
    page,
    scores: Object.fromEntries(Object.values(results).map(({ id, score }) => [id, rounded((score ?? 0) * 100)])),
    firstPaint: figure('first-contentful-paint'),
    largestPaint: figure('largest-contentful-paint'),
    blocking: figure('total-blocking-time'),
    shift: figure('cumulative-layout-shift', 4),
  }
}

function middle(page: string, tries: readonly Audit[]): Audit {
  const of = (pick: (audit: Audit) => number) => median(tries.map(pick))
  const names = Object.keys(tries[0]?.scores ?? {})
  return {
    page,
    scores: Object.fromEntries(names.map((name) => [name, of(({ scores }) => scores[name] ?? 0)])),
    firstPaint: of(({ firstPaint }) => firstPaint),
    largestPaint: of(({ largestPaint }) => largestPaint),
    blocking: of(({ blocking }) => blocking),
    shift: of(({ shift }) => shift),
  }
}

const judge = (audits: readonly Audit[]): Verdict[] => [
  ...[...SCORES, 'seo'].map((name) =>
    exactly(`${name}, lowest`, Math.min(...audits.map(({ scores }) => scores[name] ?? 0)), 100),
  ),
  atMost('blocking time, longest', Math.max(...audits.map(({ blocking }) => blocking)), 0, 'ms'),
  atMost('layout shift, largest', Math.max(...audits.map(({ shift }) => shift)), 0),
]

function printAudits(audits: readonly Audit[]): void {
  printTable(
    `Lighthouse, mobile, medians of ${RUNS}`,
    ['page', ...SCORES, 'seo', 'FCP ms', 'LCP ms', 'TBT ms', 'CLS'],
    audits.map(({ page, scores, firstPaint, largestPaint, blocking, shift }) => [
      page,
      ...[...SCORES, 'seo'].map((name) => scores[name]),
      firstPaint,
      largestPaint,
      blocking,
      shift,
    ]),
  )
}
