/** What a reading page of the real guide costs before anything is touched. */
import { globSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Browser } from '@playwright/test'
import { openBrowser } from './browser.ts'
import { kilobytes, median } from './figures.ts'
import { buildGuide } from './guide-site.ts'
import { ROOT, siteFolder } from './places.ts'
import { printTable, printVerdicts } from './table.ts'
import { bytesOf, serveCounted, shellBytes, type CountedSite } from './traffic.ts'
import { atMost, exactly, type Verdict } from './verdict.ts'

interface ReadingPage {
  address: string
  /** Code or a drawing has a budget of its own. */
  isRich: boolean
}

interface PageCost extends ReadingPage {
  bytes: number
  shell: number
  requests: number
  /** Requests to any other origin. */
  foreign: number
}

/** Builds, measures and prints. Returns what is recorded. */
export async function measureBytes(): Promise<object> {
  await buildGuide({ name: 'real', content: join(ROOT, 'content') })
  const site = await serveCounted(siteFolder('real'))
  const browser = await openBrowser()
  const costs: PageCost[] = []
  for (const page of readingPages(siteFolder('real'))) costs.push(await costOf(browser, site, page))
  await browser.close()
  site.close()
  const verdicts = judge(costs)
  printCosts(costs)
  printVerdicts(verdicts)
  return { unit: 'bytes of brotli response bodies; budgets in KB of 1024 bytes', pages: costs, verdicts }
}

/** Every page that holds a text of the reading order. */
function readingPages(folder: string): ReadingPage[] {
  return globSync('**/index.html', { cwd: folder })
    .toSorted()
    .flatMap((name) => {
      const html = readFileSync(join(folder, name), 'utf8')
      // The practice pages are tools, with a budget of their own in the tests.
      if (!html.includes('data-pagefind-body') || name.startsWith('practice/')) return []
      const main = html.slice(html.indexOf('<main'), html.indexOf('</main>'))
      return [{ address: `/${dirname(name)}/`, isRich: /<pre|<svg/.test(main) }]
    })
}

/** A visit by a browser that has never been here. */
async function costOf(browser: Browser, site: CountedSite, page: ReadingPage): Promise<PageCost> {
  const context = await browser.newContext()
  const tab = await context.newPage()
  let foreign = 0
  tab.on('request', (request) => (foreign += request.url().startsWith(`${site.origin}/`) ? 0 : 1))
  site.take()
  await tab.goto(site.origin + page.address, { waitUntil: 'networkidle' })
  await context.close()
  // What a script adds to the text comes after the page; a test has its budget.
  const transfers = site.take().filter(({ path }) => !path.includes('/reading-aids.'))
  return { ...page, bytes: bytesOf(transfers), shell: shellBytes(transfers), requests: transfers.length, foreign }
}

const KB = 1024

function judge(costs: readonly PageCost[]): Verdict[] {
  const most = (pick: (cost: PageCost) => number, of = costs) => Math.max(0, ...of.map(pick))
  const plain = costs.filter(({ isRich }) => !isRich)
  const rich = costs.filter(({ isRich }) => isRich)
  const bytes = (cost: PageCost) => cost.bytes
  return [
    atMost(
      'shell, largest (6.9 KB)',
      most(({ shell }) => shell),
      6.9 * KB,
      'bytes',
    ),
    atMost('first view, median (12 KB)', median(costs.map(bytes)), 12 * KB, 'bytes'),
    atMost('first view, largest of plain pages (14.6 KB)', most(bytes, plain), Math.floor(14.6 * KB), 'bytes'),
    atMost('the same in one initial congestion window (10 × 1460)', most(bytes, plain), 14_600, 'bytes'),
    atMost('first view, largest with code or drawings (25 KB)', most(bytes, rich), 25 * KB, 'bytes'),
    atMost(
      'requests',
      most(({ requests }) => requests),
      4,
    ),
    exactly(
      'requests to other origins',
      most(({ foreign }) => foreign),
      0,
    ),
  ]
}

function printCosts(costs: readonly PageCost[]): void {
  printTable(
    `First view of the ${costs.length} reading pages (brotli, KB of 1024 bytes)`,
    ['page', 'KB', 'shell KB', 'requests', 'code or drawing'],
    costs
      .toSorted((a, b) => b.bytes - a.bytes)
      .map(({ address, bytes, shell, requests, isRich }) => [
        address,
        kilobytes(bytes),
        kilobytes(shell),
        requests,
        isRich ? 'yes' : '',
      ]),
  )
}
