/** Bytes and requests of a first visit, as they travel from the server. Bytes do not vary, so this is a test. */
import { expect, test, type Browser, type Request } from '@playwright/test'
import { htmlOf, VISITED } from './built-pages.ts'
import { ROOT } from './sites.ts'

const KB = 1024
const SHELL = 6 * KB
const FIRST_VIEW = 14.6 * KB
const FIRST_VIEW_WITH_CODE = 25 * KB
const MEDIAN = 12 * KB
const REQUESTS = 4
const PRACTICE_SCRIPTS = 30 * KB

interface Visit {
  address: string
  /** Bytes of style sheets and scripts. */
  shell: number
  scripts: number
  total: number
  files: string[]
}

/** Icons and the manifest come after the page and are not part of its first view. */
const isLater = (url: string) => /\.(?:svg|png|webmanifest)$/.test(url)

async function visit(browser: Browser, address: string): Promise<Visit> {
  const context = await browser.newContext()
  const page = await context.newPage()
  const requests: Request[] = []
  page.on('request', (request) => requests.push(request))
  await page.goto(`${ROOT}${address}`, { waitUntil: 'load' })
  const files = await Promise.all(
    requests
      .filter((request) => !isLater(request.url()))
      .map(async (request) => ({
        path: new URL(request.url()).pathname,
        bytes: (await request.sizes()).responseBodySize,
      })),
  )
  await context.close()
  const bytesOf = (some: typeof files) => some.reduce((sum, { bytes }) => sum + bytes, 0)
  const shell = bytesOf(files.filter(({ path }) => /\.(?:css|js)$/.test(path)))
  const scripts = bytesOf(files.filter(({ path }) => path.endsWith('.js')))
  return { address, shell, scripts, total: bytesOf(files), files: files.map(({ path }) => path) }
}

const inKb = (bytes: number) => `${(bytes / KB).toFixed(2)} KB`

const isPractice = (address: string) => address.startsWith('/practice/') || address === '/blanks/'

/** Pages that are read; the search and the practice pages are tools. */
const READING = VISITED.filter((address) => address !== '/search/' && !isPractice(address))
const PRACTICE = VISITED.filter(isPractice)
const visits: Visit[] = []

test.describe('a first visit to any reading page', () => {
  test.describe.configure({ mode: 'serial' })

  test('fetches its shell in 6.0 KB and everything in four requests', async ({ browser }) => {
    // A hundred visits in one test.
    test.setTimeout(240_000)
    for (const address of READING) visits.push(await visit(browser, address))
    expect(Math.min(...visits.map(({ shell }) => shell))).toBeGreaterThan(KB)
    const heavy = visits.filter(({ shell }) => shell > SHELL)
    expect.soft(heavy.map(({ address, shell }) => `${address}: shell of ${inKb(shell)}`)).toEqual([])
    const many = visits.filter(({ files }) => files.length > REQUESTS)
    expect.soft(many.map(({ address, files }) => `${address}: ${files.join(', ')}`)).toEqual([])
  })

  test('needs no more than one congestion window, or 25 KB with code or drawings', () => {
    const limit = (address: string) => (/<pre|<svg/.test(htmlOf(address)) ? FIRST_VIEW_WITH_CODE : FIRST_VIEW)
    const heavy = visits.filter(({ address, total }) => total > limit(address))
    expect(heavy.map(({ address, total }) => `${address}: ${inKb(total)}`)).toEqual([])
  })

  test('needs 12 KB in the median', () => {
    const totals = visits.map(({ total }) => total).toSorted((a, b) => a - b)
    const median = totals[Math.floor(totals.length / 2)] ?? Infinity
    expect(median, inKb(median)).toBeLessThanOrEqual(MEDIAN)
  })
})

test('a practice page runs at most 30 KB of script', async ({ browser }) => {
  test.setTimeout(240_000)
  expect(PRACTICE.length).toBeGreaterThan(5)
  const heavy: string[] = []
  for (const address of PRACTICE) {
    const { scripts } = await visit(browser, address)
    if (scripts > PRACTICE_SCRIPTS) heavy.push(`${address}: ${inKb(scripts)}`)
  }
  expect(heavy).toEqual([])
})
