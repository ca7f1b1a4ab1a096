/** What a person sees and does in the search: results by section, filters, marks, and what is said when nothing is found. */
import { expect, test, type Page } from '@playwright/test'
import { GuidePage } from './pages/guide-page.ts'
import { SearchBox } from './pages/search-box.ts'
import { ROOT } from './sites.ts'

/** How many passages of the page are marked, and how many of them outside the section that the address names. */
const marks = (page: Page) =>
  page.evaluate(() => {
    const found = [...(CSS.highlights.get('searched') ?? [])]
    const heading = document.getElementById(location.hash.slice(1))
    const next = [...document.querySelectorAll('article :is(h1,h2)')].find(
      (other) => heading && heading.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING,
    )
    const isOutside = ({ startContainer: at }: AbstractRange) =>
      heading?.contains(at) !== true &&
      (Boolean(heading && heading.compareDocumentPosition(at) & Node.DOCUMENT_POSITION_PRECEDING) ||
        Boolean(next && next.compareDocumentPosition(at) & Node.DOCUMENT_POSITION_FOLLOWING))
    return { count: found.length, outside: found.filter(isOutside).map((range) => range.startContainer.textContent) }
  })

test('results name the page, its kind, and each section with an excerpt in which the words are marked', async ({
  page,
}) => {
  const box = await SearchBox.onItsPage(page, ROOT)
  await box.ask('burn rate')
  await expect(box.hits.first().locator('small')).toHaveText(/Question|Concept/)
  await expect(box.parts.first().locator('b')).not.toBeEmpty()
  await expect(box.parts.first().locator('mark').first()).toHaveText(/burn|rate/i)
})

test('following a section of a result lands on its heading and marks the words there alone', async ({ page }) => {
  const box = await SearchBox.onItsPage(page, ROOT)
  await box.ask('stampede')
  await box.follow(box.parts.first())
  expect(new URL(page.url()).hash).not.toBe('')
  await expect(page.locator(':target')).toBeInViewport()
  await expect.poll(async () => (await marks(page)).count).toBeGreaterThan(0)
  expect((await marks(page)).outside).toEqual([])
  const ground = await page
    .locator(':target')
    .evaluate((at) => getComputedStyle(at, '::highlight(searched)').background)
  expect(ground).toContain('rgb(255, 226, 143)')
})

test('Enter opens the first result', async ({ page }) => {
  const box = await SearchBox.onItsPage(page, ROOT)
  await box.ask('goleak')
  await box.field.press('Enter')
  await page.waitForURL(/\/questions\/goroutine-leaks\//)
})

test('a kind of page narrows the results', async ({ page }) => {
  const box = await SearchBox.onItsPage(page, ROOT)
  await box.ask('redis')
  await box.kind('Concepts').check({ force: true })
  await expect(box.status).toContainText('in Concepts')
  await box.isSettled()
  for (const address of await box.found(ROOT)) expect(address).toMatch(/^\/concepts\//)
})

test('a search can be linked to, with its kind', async ({ page }) => {
  const box = await SearchBox.onItsPage(page, ROOT, { q: 'slo', kind: 'concept' })
  await box.isSettled()
  await expect(box.field).toHaveValue('slo')
  await expect(box.kind('Concepts')).toBeChecked()
  expect((await box.found(ROOT))[0]).toBe('/concepts/observability/')
})

test('the address follows what is typed and chosen', async ({ page }) => {
  const box = await SearchBox.onItsPage(page, ROOT)
  await box.ask('redis')
  await box.kind('Stories').check({ force: true })
  await expect(page).toHaveURL(/\/search\/\?q=redis&kind=story$/)
})

test('a corrected query can be searched for as it was typed', async ({ page }) => {
  const box = await SearchBox.onItsPage(page, ROOT)
  await box.ask('gorutine')
  await expect(box.status).toContainText('Showing results for “goroutine”')
  await box.root.getByRole('button', { name: 'Search for “gorutine” as typed' }).click()
  await expect(box.status).not.toContainText('Showing results for')
})

test('nothing found is said, with the nearest words and the way to all questions', async ({ page }) => {
  const box = await SearchBox.onItsPage(page, ROOT)
  await box.ask('xylophonist')
  await expect(box.status).toHaveText('Nothing found for “xylophonist”.')
  await expect(box.notice.getByRole('button')).toHaveCount(5)
  await expect(box.notice.getByRole('link', { name: 'All questions' })).toHaveAttribute('href', '/questions/')
  await box.notice.getByRole('button').first().click()
  await expect(box.hits).not.toHaveCount(0)
})

test('words that the guide does not have are named, and the others are searched for', async ({ page }) => {
  const box = await SearchBox.onItsPage(page, ROOT)
  await box.ask('redis xylophonist')
  await expect(box.status).toContainText('Not found anywhere: xylophonist')
})

test('more results are fetched on request, and the focus moves to the first of them', async ({ page }) => {
  const box = await SearchBox.onItsPage(page, ROOT)
  await box.ask('redis')
  await box.more.click()
  await expect(box.hits).not.toHaveCount(5)
  await expect(box.hits.nth(5).locator('a').first()).toBeFocused()
})

for (const query of ['idempotant', 'context.Context']) {
  test(`every row for “${query}” lands where something is marked, in code as well`, async ({ page }) => {
    const box = await SearchBox.onItsPage(page, ROOT)
    await box.ask(query)
    const rows = await box.links.evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).href))
    expect(rows.length).toBeGreaterThan(5)
    for (const row of rows) {
      await page.goto(row)
      await expect.poll(async () => (await marks(page)).count, row).toBeGreaterThan(0)
    }
  })
}

for (const part of ['wasm.en.pagefind', 'pagefind-entry.json', '*.pf_meta', 'index/*', 'fragment/*']) {
  test(`a search that cannot fetch ${part} says so, and works as soon as it can be had`, async ({ page }) => {
    await page.route(`**/pagefind/${part}**`, (route) => route.abort())
    await GuidePage.at(page, '/concepts/redis/')
    const box = await SearchBox.asDialog(page)
    await box.field.fill('slo')
    await expect(box.status).toHaveText('The search could not be loaded. Check the connection and type again.')
    await page.unroute(`**/pagefind/${part}**`)
    await box.field.fill('slos')
    await expect(box.hits).not.toHaveCount(0)
  })
}

test('without the words to correct by, the search finds what is spelt right', async ({ page }) => {
  await page.route('**/pagefind/vocabulary/**', (route) => route.abort())
  await GuidePage.at(page, '/concepts/redis/')
  const box = await SearchBox.asDialog(page)
  await box.ask('redis')
  await expect(box.hits).not.toHaveCount(0)
})

test('when the network is back, the question that failed is asked again by itself', async ({ page, context }) => {
  await GuidePage.at(page, '/concepts/redis/')
  const box = await SearchBox.asDialog(page)
  await context.setOffline(true)
  await box.field.fill('idempotency')
  await expect(box.status).toHaveText('The search could not be loaded. Check the connection and type again.')
  await context.setOffline(false)
  await expect(box.hits).not.toHaveCount(0)
})

test('a search that takes its time says that it is under way', async ({ page }) => {
  const { promise: held, resolve: release } = Promise.withResolvers<undefined>()
  await page.route('**/wasm.en.pagefind', async (route) => {
    await held
    await route.continue()
  })
  await GuidePage.at(page, '/concepts/redis/')
  const box = await SearchBox.asDialog(page)
  await box.field.fill('slo')
  await expect(box.status).toHaveText('Searching …')
  release(undefined)
  await expect(box.hits).not.toHaveCount(0)
  await expect(box.status).toContainText('for “slo”')
})

test('a dialog that cannot be fetched leads to the search page instead', async ({ page }) => {
  await page.route('**/search.*.js', (route) => (page.url().endsWith('/search/') ? route.continue() : route.abort()))
  const guide = await GuidePage.at(page, '/concepts/redis/')
  await guide.searchLink.click()
  await expect(page).toHaveURL(/\/search\/$/)
  await expect(page.getByRole('searchbox')).toBeFocused()
  await guide.open('/concepts/redis/')
  await page.keyboard.press('/')
  await expect(page).toHaveURL(/\/search\/$/)
})

test('a search page whose script cannot be fetched says so and lists the questions', async ({ page }) => {
  await page.route('**/search.*.js', (route) => route.abort())
  await GuidePage.at(page, '/search/')
  await expect(page.getByRole('alert')).toHaveText(/could not be loaded.*reload the page/s)
  await expect(page.locator('#all-questions a').first()).toBeVisible()
})

test('the search works on a slow line', async ({ page, context }) => {
  const devtools = await context.newCDPSession(page)
  await GuidePage.at(page, '/concepts/redis/')
  const line = { latency: 400, downloadThroughput: 50_000, uploadThroughput: 50_000 }
  await devtools.send('Network.emulateNetworkConditions', { offline: false, ...line })
  await page.keyboard.press('/')
  const box = SearchBox.dialogOf(page)
  await box.field.fill('slo', { timeout: 20_000 })
  await expect(box.hits).not.toHaveCount(0, { timeout: 30_000 })
})

test('without the index the search says so in plain words, and works as soon as it can be had', async ({ page }) => {
  await page.route('**/pagefind/**', (route) => route.abort())
  const guide = await GuidePage.at(page, '/concepts/redis/')
  const box = await SearchBox.asDialog(page)
  await box.field.fill('slo')
  await expect(box.status).toHaveText('The search could not be loaded. Check the connection and type again.')
  await page.unroute('**/pagefind/**')
  await box.field.fill('slos')
  await expect(box.hits).not.toHaveCount(0)
  expect(guide.complaints.filter((text) => text.startsWith('script'))).toEqual([])
})
