/** Bytes and requests of a first visit, as they travel from the server. Bytes do not vary, so this is a test. */
import { expect, test, type Browser, type Request } from '@playwright/test'
import { htmlOf, VISITED } from './built-pages.ts'
import { ROOT } from './sites.ts'

const KB = 1024
/** The sheet of every page holds the rules of pictures and of the fixed font as well: a file more would cost a round trip. */
const SHELL = 7.4 * KB
/** The home page asks for the date as well, so it has the rules of forms. */
const HOME_SHELL = 8.5 * KB
const FIRST_VIEW = 14.6 * KB
const FIRST_VIEW_WITH_CODE = 25 * KB
const MEDIAN = 12 * KB
const REQUESTS = 4
/** What a script adds to a page that is read: copy buttons, the current section. */
const READING_AIDS = 1.1 * KB
const PRACTICE_SCRIPTS = 30 * KB
const PRACTICE_FILES = 6
/** The files of the fixed font that a page of sheets or pictures fetches beside its own: plain, bold, code or italic. */
const FONTS = 40 * KB

interface Visit {
  address: string
  /** Bytes of style sheets and scripts. */
  shell: number
  scripts: number
  /** Bytes of everything but fonts. */
  total: number
  fonts: number
  /** Paths of everything but fonts. */
  files: string[]
}

/** Icons, the manifest and the reading aids come after the page and are not part of its first view. */
const isLater = (url: string) => /\.(?:svg|png|webmanifest)$|\/reading-aids\./.test(url)

/** A file of the fixed font. */
const isFont = ({ path }: { path: string }) => path.endsWith('.woff2')

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
  const shell = bytesOf(files.filter((file) => /\.(?:css|js)$/.test(file.path) && !isFont(file)))
  const scripts = bytesOf(files.filter(({ path }) => path.endsWith('.js')))
  const [fonts, others] = [files.filter(isFont), files.filter((file) => !isFont(file))]
  return {
    address,
    shell,
    scripts,
    total: bytesOf(others),
    fonts: bytesOf(fonts),
    files: others.map(({ path }) => path),
  }
}

const inKb = (bytes: number) => `${(bytes / KB).toFixed(2)} KB`

/** Paths, the plan, the blanks and the questions to ask are ticked, filled in and chosen on their own pages. */
const isPractice = (address: string) => /^\/(?:practice|paths|plan|blanks|asks)\//.test(address)

/** Pages that are read; the search and the practice pages are tools. */
const READING = VISITED.filter((address) => address !== '/search/' && !isPractice(address))
const PRACTICE = VISITED.filter(isPractice)
const visits: Visit[] = []

test.describe('a first visit to any reading page', () => {
  test.describe.configure({ mode: 'serial' })

  test('fetches its shell in 7.4 KB and everything in four requests', async ({ browser }) => {
    // A hundred visits in one test.
    test.setTimeout(240_000)
    for (const address of READING) visits.push(await visit(browser, address))
    expect(Math.min(...visits.map(({ shell }) => shell))).toBeGreaterThan(KB)
    const heavy = visits.filter(({ address, shell }) => shell > (address === '/' ? HOME_SHELL : SHELL))
    expect.soft(heavy.map(({ address, shell }) => `${address}: shell of ${inKb(shell)}`)).toEqual([])
    const many = visits.filter(({ files }) => files.length > REQUESTS)
    expect.soft(many.map(({ address, files }) => `${address}: ${files.join(', ')}`)).toEqual([])
  })

  test('needs no more than one congestion window, or 25 KB with code or drawings', () => {
    const limit = (address: string) => (/<pre|<svg/.test(htmlOf(address)) ? FIRST_VIEW_WITH_CODE : FIRST_VIEW)
    const heavy = visits.filter(({ address, total }) => total > limit(address))
    expect(heavy.map(({ address, total }) => `${address}: ${inKb(total)}`)).toEqual([])
  })

  test('and a story’s page with the fields of its editor within that window, too', () => {
    const stories = visits.filter(({ address }) => /^\/stories\/./.test(address))
    expect(stories.length).toBeGreaterThan(0)
    const heavy = stories.filter(({ total }) => total > FIRST_VIEW)
    expect(heavy.map(({ address, total }) => `${address}: ${inKb(total)}`)).toEqual([])
  })

  test('fetches a font only where words have to fit: on sheets and in pictures, at most 40 KB', () => {
    const setInIt = ({ address }: Visit) => address.startsWith('/sheets/') || htmlOf(address).includes('<svg')
    expect(visits.filter(({ fonts }) => fonts > 0).length).toBeGreaterThan(0)
    const wrong = visits.filter((visit) => visit.fonts > (setInIt(visit) ? FONTS : 0))
    expect(wrong.map(({ address, fonts }) => `${address}: fonts of ${inKb(fonts)}`)).toEqual([])
  })

  test('needs 12 KB in the median', () => {
    const totals = visits.map(({ total }) => total).toSorted((a, b) => a - b)
    const median = totals[Math.floor(totals.length / 2)] ?? Infinity
    expect(median, inKb(median)).toBeLessThanOrEqual(MEDIAN)
  })
})

test('what a script adds to a page that is read is 1.1 KB, and comes after the page', async ({ page }) => {
  const [request] = await Promise.all([
    page.waitForRequest(/\/reading-aids\./),
    page.goto(`${ROOT}/concepts/redis/`, { waitUntil: 'load' }),
  ])
  await request.response()
  expect((await request.sizes()).responseBodySize).toBeLessThanOrEqual(READING_AIDS)
  const { started, loaded } = await page.evaluate(() => ({
    started: performance.getEntriesByType('resource').find(({ name }) => name.includes('/reading-aids.'))?.startTime,
    loaded: performance.getEntriesByType('navigation')[0]?.toJSON() as { loadEventStart: number } | undefined,
  }))
  expect(started).toBeGreaterThanOrEqual(loaded?.loadEventStart ?? Infinity)
})

test('a practice page runs at most 30 KB of script, in at most six files', async ({ browser }) => {
  test.setTimeout(240_000)
  expect(PRACTICE.length).toBeGreaterThan(5)
  const heavy: string[] = []
  for (const address of PRACTICE) {
    const { scripts, files } = await visit(browser, address)
    const count = files.filter((path) => path.endsWith('.js')).length
    if (scripts > PRACTICE_SCRIPTS || count > PRACTICE_FILES)
      heavy.push(`${address}: ${inKb(scripts)} in ${count} files`)
  }
  expect(heavy).toEqual([])
})
