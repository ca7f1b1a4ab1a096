/** What a reader has before the eyes: the article in the first screen, where one is in it, and what stands beside it. */
import { expect, test, type Locator } from '@playwright/test'
import { ADDRESSES } from './built-pages.ts'
import { GuidePage } from './pages/guide-page.ts'

const PHONE = { width: 390, height: 844 }
/** The same phone with the bars of its browser. */
const SHORT_PHONE = { width: 390, height: 664 }
const LAPTOP = { width: 1280, height: 800 }

/** Lower edge of the first sentence of a text, in pixels from the top of the window. */
const endOfSentence = (text: Locator) =>
  text.evaluate((element) => {
    const sentence = document.createRange()
    sentence.selectNodeContents(element)
    let left = /[.?!](?=\s|$)/.exec(element.textContent)?.index ?? element.textContent.length
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node instanceof Text; node = walker.nextNode()) {
      if (left < node.length) {
        sentence.setEnd(node, left)
        break
      }
      left -= node.length
    }
    return Math.max(...Array.from(sentence.getClientRects(), ({ bottom }) => bottom))
  })

for (const [room, first] of [
  ['questions', '.answer p'],
  ['concepts', '.prose p'],
  // A story begins with its result.
  ['stories', '.lead'],
  ['brief', '.lead'],
] as const) {
  test(
    `the first sentence of each page of /${room} is in the first screen of a phone`,
    { tag: '@fonts' },
    async ({ page }) => {
      test.setTimeout(120_000)
      await page.setViewportSize(SHORT_PHONE)
      const guide = new GuidePage(page)
      const addresses = ADDRESSES.filter((address) => new RegExp(`^/${room}/.`).test(address))
      expect(addresses.length).toBeGreaterThan(3)
      for (const address of addresses) {
        await guide.open(address)
        await expect.soft(page.locator('.where').first(), address).toBeInViewport({ ratio: 1 })
        await expect.soft(page.locator('h1'), address).toBeInViewport({ ratio: 1 })
        expect.soft(await endOfSentence(page.locator(first).first()), address).toBeLessThanOrEqual(SHORT_PHONE.height)
      }
    },
  )
}

for (const [address, entry] of [
  ['/concepts/', '.index a'],
  ['/questions/', '.index a'],
  ['/stories/', '.entry a'],
] as const) {
  test(
    `the list of ${address} begins in the first screen of a phone, above the text`,
    { tag: '@fonts' },
    async ({ page }) => {
      await page.setViewportSize(SHORT_PHONE)
      const guide = await GuidePage.at(page, address)
      await expect(guide.main.locator(entry).first()).toBeInViewport({ ratio: 1 })
      const last = await guide.main.locator(entry).last().boundingBox()
      const text = await guide.main.locator('article > .prose').last().boundingBox()
      expect(text?.y).toBeGreaterThan(last?.y ?? Infinity)
    },
  )
}

test('the words of the search are not shown, and not printed', async ({ page }) => {
  await GuidePage.at(page, '/concepts/redis/')
  const terms = page.getByText('Terms: Redis', { exact: false })
  await expect(terms).toHaveCount(1)
  await expect(terms).toBeHidden()
  await page.emulateMedia({ media: 'print' })
  await expect(terms).toBeHidden()
})

test.describe('on a laptop', () => {
  test.use({ viewport: LAPTOP })

  test('the contents mark the section that is read, down to the last', async ({ page }) => {
    await page.emulateMedia({ reducedMotion: 'reduce' })
    const guide = await GuidePage.at(page, '/concepts/redis/')
    const current = guide.contents.locator('[aria-current]')
    await expect(current).toHaveCount(0)
    for (const name of ['Two layers of copies', 'Do it once', 'Check yourself']) {
      await guide.contents.getByRole('link', { name }).click()
      await expect(current).toHaveText(name)
      await expect(current).toBeInViewport({ ratio: 1 })
    }
    await page.evaluate(() => scrollTo(0, document.body.scrollHeight))
    await expect(current).toHaveCount(1)
    await page.evaluate(() => scrollTo(0, 0))
    await expect(current).toHaveCount(0)
  })

  for (const [address, title, neighbour] of [
    ['/questions/slow-sql/', 'Databases and caching', 'Redis Cluster'],
    ['/concepts/redis/', 'Concepts', 'MySQL optimisation'],
  ] as const) {
    test(`beside ${address} stand its neighbours, and the page itself is marked among them`, async ({ page }) => {
      const guide = await GuidePage.at(page, address)
      const near = page.getByRole('navigation', { name: title })
      await expect(near.locator('[aria-current=page]')).toHaveAttribute('href', address)
      await expect(near.locator('[aria-current=page]')).toBeInViewport()
      // At hand wherever one reads, and clear of the text.
      await page.evaluate(() => scrollTo(0, document.body.scrollHeight / 2))
      await expect(near).toBeInViewport({ ratio: 0.9 })
      const [column, text] = [await near.boundingBox(), await page.locator('.prose').first().boundingBox()]
      expect((column?.x ?? 0) + (column?.width ?? 0)).toBeLessThan(text?.x ?? 0)
      await near.getByRole('link', { name: neighbour }).click()
      await expect(guide.main.getByRole('heading', { level: 1 })).toBeVisible()
      await expect(page).not.toHaveURL(new RegExp(address))
    })
  }

  test('the last of many neighbours is brought into view on its own page', async ({ page }) => {
    await GuidePage.at(page, '/questions/table-and-fuzz-tests/')
    const near = page.getByRole('navigation', { name: 'Go and gRPC' })
    await page.evaluate(() => scrollTo(0, document.body.scrollHeight / 2))
    await expect(near.locator('[aria-current=page]')).toBeInViewport()
  })

  test('without a script the contents and the neighbours are there, and nothing is marked as read', async ({
    browser,
  }) => {
    const context = await browser.newContext({ javaScriptEnabled: false, viewport: LAPTOP })
    const guide = await GuidePage.at(await context.newPage(), '/concepts/redis/')
    await expect(guide.contents.getByRole('link').first()).toBeVisible()
    await expect(guide.page.getByRole('navigation', { name: 'Concepts' })).toBeVisible()
    await expect(guide.contents.locator('[aria-current]')).toHaveCount(0)
    await context.close()
  })
})

test('a phone fetches no script for contents that are folded', async ({ page }) => {
  await page.setViewportSize(PHONE)
  const guide = await GuidePage.at(page, '/stories/performance/')
  await page.waitForLoadState('networkidle')
  expect(guide.fetched('reading-aids')).toEqual([])
  await expect(page.getByRole('navigation', { name: 'Concepts' })).toHaveCount(0)
})
