/** How builds and searches of the guide grow with its pages. */
import { openBrowser } from './browser.ts'
import { kilobytes, lineThrough, rounded } from './figures.ts'
import { buildGuideOf } from './guide-site.ts'
import { pagesOf } from './pages.ts'
import { trySite, type SearchMedians } from './search.ts'
import { waitForQuiet } from './quiet.ts'
import { guideName, serveGuide } from './searched-sites.ts'
import { printTable, printVerdicts } from './table.ts'
import type { TimedRun } from './timed-run.ts'
import { atMost, type Verdict } from './verdict.ts'

const SIZES = [100, 1_000]
const LARGE = 10_000

interface Growth extends TimedRun {
  size: number
  search: SearchMedians
}

/** Builds ever larger guides and searches them. Prints and returns what is recorded. */
export async function measureGrowth(isLarge: boolean): Promise<object> {
  const growth: Growth[] = []
  for (const size of isLarge ? [...SIZES, LARGE] : SIZES) growth.push(await grow(size))
  const line = lineThrough(growth.map((one) => ({ x: one.size, y: costOf(one) })))
  const [baseSeconds, perPage] = [rounded(line.base, 1), rounded(line.slope * 1000, 1)]
  const verdicts = judge(growth)
  printGrowth(growth)
  console.log(`Line through the processor times of the builds: ${baseSeconds} s + ${perPage} ms a page`)
  printVerdicts(verdicts)
  return { unit: 'seconds, MB, milliseconds, bytes', growth, baseSeconds, perPage, verdicts }
}

async function grow(size: number): Promise<Growth> {
  const pages = pagesOf(size)
  await waitForQuiet()
  const { seconds, processorSeconds, peakMegabytes } = await buildGuideOf(guideName(size), pages)
  const site = await serveGuide(size, pages)
  const browser = await openBrowser()
  const search = await trySite(browser, site)
  await browser.close()
  site.served.close()
  return { size, seconds: rounded(seconds, 1), processorSeconds, peakMegabytes, search }
}

/** A long build is seldom alone on its machine, so its processor time says more than the clock's, where it is known. */
const costOf = ({ seconds, processorSeconds }: TimedRun) => processorSeconds ?? seconds

const judge = (growth: readonly Growth[]): Verdict[] =>
  growth.slice(1).flatMap((large, at) => {
    const small = growth[at]
    if (!small) return []
    const ratio = rounded(costOf(large) / costOf(small), 1)
    return [atMost(`build of ${large.size} pages, times that of ${small.size}`, ratio, large.size / small.size)]
  })

function printGrowth(growth: readonly Growth[]): void {
  printTable(
    'Growth (KB of 1024 bytes)',
    ['pages', 'build s', 'CPU s', 'CPU ms a page', 'MB', 'search KB', 'first row ms', 'next query ms', 'KB of page'],
    growth.map((one) => [
      one.size,
      one.seconds,
      one.processorSeconds === undefined ? undefined : rounded(one.processorSeconds, 1),
      rounded((costOf(one) / one.size) * 1000, 1),
      one.peakMegabytes,
      kilobytes(one.search.bytes),
      one.search.cold,
      one.search.next,
      kilobytes(one.search.pageBytes),
    ]),
  )
}
