/** The search of a guide that lives under a base path. */
import { expect, test } from '@playwright/test'
import { GuidePage } from './pages/guide-page.ts'
import { SearchBox } from './pages/search-box.ts'
import { BASED } from './sites.ts'

test('under a base path the search finds, leads to the place and marks the words', async ({ page }) => {
  const guide = await GuidePage.at(page, '/', BASED)
  const box = await SearchBox.asDialog(page)
  await box.ask('stampede')
  await box.follow(box.parts.first())
  expect(page.url()).toContain(`${BASED}/`)
  await expect(page.locator(':target')).toBeInViewport()
  await expect.poll(() => page.evaluate(() => CSS.highlights.get('searched')?.size ?? 0)).toBeGreaterThan(0)
  expect(guide.complaints).toEqual([])
})

test('under a base path the way to all questions stays within it', async ({ page }) => {
  const box = await SearchBox.onItsPage(page, BASED, { q: 'xylophonist' })
  await box.notice.getByRole('link', { name: 'All questions' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  expect(page.url()).toBe(`${BASED}/questions/`)
})

test('under a base path every page loads its files', async ({ page }) => {
  const guide = new GuidePage(page)
  for (const address of ['/', '/questions/catalog-api/', '/sheets/star/', '/search/?q=slo'])
    await guide.open(address, BASED)
  expect(guide.complaints).toEqual([])
})
