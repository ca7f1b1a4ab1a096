/** The search costs nothing before somebody wants it, and is ready when they do. */
import { expect, test } from '@playwright/test'
import { barriers, faintColours } from './accessibility.ts'
import { GuidePage } from './pages/guide-page.ts'
import { SearchBox } from './pages/search-box.ts'

const ADDRESS = '/questions/slos-and-alerts/'

test('nothing of the search is fetched before somebody shows the intent', async ({ page }) => {
  const guide = await GuidePage.at(page, ADDRESS)
  await page.mouse.move(300, 500)
  await page.mouse.wheel(0, 800)
  await page.waitForLoadState('networkidle')
  expect([...guide.fetched('pagefind'), ...guide.fetched('search')]).toEqual([])
})

test('hovering over the search fetches it', async ({ page }) => {
  const guide = await GuidePage.at(page, ADDRESS)
  await guide.searchLink.hover()
  await expect.poll(() => guide.fetched('/pagefind/pagefind.js')).toHaveLength(1)
})

test('focus on the search fetches it', async ({ page }) => {
  const guide = await GuidePage.at(page, ADDRESS)
  await guide.searchLink.focus()
  await expect.poll(() => guide.fetched('/pagefind/pagefind.js')).toHaveLength(1)
})

test('from closed to the first result no file is fetched twice', async ({ page }) => {
  const guide = await GuidePage.at(page, ADDRESS)
  const box = await SearchBox.asDialog(page)
  await box.ask('slo')
  const fetched = guide.requests.filter((url) => !url.endsWith(ADDRESS))
  expect(fetched.filter((url, at) => fetched.indexOf(url) !== at)).toEqual([])
})

test('on the search page the ways into the search lead to its field, and fetch nothing more', async ({ page }) => {
  const guide = await GuidePage.at(page, '/search/?q=slo')
  const box = new SearchBox(page, page.locator('#search-page'))
  await expect(box.hits).not.toHaveCount(0)
  await page.waitForLoadState('networkidle')
  const before = guide.requests.length
  await guide.searchLink.hover()
  await guide.searchLink.click()
  await expect(box.field).toBeFocused()
  await page.waitForLoadState('networkidle')
  expect(guide.requests.slice(before)).toEqual([])
})

test('the dialog has no barriers: empty, with results, with none, in both themes', async ({ page }) => {
  const guide = await GuidePage.at(page, ADDRESS)
  const box = await SearchBox.asDialog(page)
  expect.soft(await barriers(page), 'empty').toEqual([])
  await box.ask('redis')
  expect.soft(await barriers(page), 'results').toEqual([])
  await guide.prefer('dark')
  expect.soft(await faintColours(page), 'results, dark').toEqual([])
  await box.ask('xylophonist')
  expect.soft(await faintColours(page), 'none, dark').toEqual([])
  await guide.prefer('light')
  expect.soft(await barriers(page), 'none').toEqual([])
})

test('the dialog fits a narrow phone', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 640 })
  const guide = await GuidePage.at(page, ADDRESS)
  const box = await SearchBox.asDialog(page)
  await box.ask('context.Context')
  expect(await guide.overflow()).toEqual([])
  expect(await box.root.evaluate((dialog) => dialog.scrollWidth - dialog.clientWidth)).toBe(0)
})
