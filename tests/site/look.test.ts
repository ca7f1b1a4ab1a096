/** Theme, motion, zoom, and what opens on a phone. */
import { expect, test, type Page } from '@playwright/test'
import { barriers, faintColours } from './accessibility.ts'
import { GuidePage } from './pages/guide-page.ts'

const ADDRESS = '/concepts/redis/'

/** Colour of what is written on: that of the whole page. */
const paper = (page: Page) => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor)

test('the guide is light or dark as the system is', async ({ page }) => {
  const guide = await GuidePage.at(page, ADDRESS)
  await guide.prefer('light')
  const light = await paper(page)
  await guide.prefer('dark')
  expect(await paper(page)).not.toBe(light)
})

test('the theme button goes through light, dark and system, and says where it is', async ({ page }) => {
  const guide = await GuidePage.at(page, ADDRESS)
  for (const name of ['Light', 'Dark', 'Auto']) {
    await guide.themeButton.click()
    await expect(guide.themeButton).toHaveText(name)
  }
})

test('a chosen theme holds on the next page, against the system', async ({ page }) => {
  const guide = await GuidePage.at(page, ADDRESS)
  await guide.prefer('light')
  const light = await paper(page)
  await guide.themeButton.click()
  await guide.themeButton.click()
  const dark = await paper(page)
  expect(dark).not.toBe(light)
  await guide.open('/questions/')
  await expect(guide.themeButton).toHaveText('Dark')
  expect(await paper(page)).toBe(dark)
})

test('without storage the theme button still works', async ({ page }) => {
  await page.addInitScript(() => {
    Storage.prototype.setItem = () => {
      throw new DOMException('blocked', 'SecurityError')
    }
  })
  const guide = await GuidePage.at(page, ADDRESS)
  await guide.themeButton.click()
  await expect(guide.themeButton).toHaveText('Light')
  expect(guide.complaints).toEqual([])
})

test('nothing glides for whoever wants less motion', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await GuidePage.at(page, ADDRESS)
  await expect(page.locator('html')).toHaveCSS('scroll-behavior', 'auto')
})

test('at 200 % zoom nothing has to be scrolled sideways', async ({ browser }) => {
  const context = await browser.newContext({ viewport: { width: 640, height: 400 }, deviceScaleFactor: 2 })
  const guide = new GuidePage(await context.newPage())
  for (const address of ['/', ADDRESS, '/questions/catalog-api/', '/sheets/design-sketch/', '/plan/', '/search/']) {
    await guide.open(address)
    expect.soft(await guide.overflow(), address).toEqual([])
  }
  await context.close()
})

test('the open menu and the open contents of a phone have no barriers, in both themes', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 700 })
  const guide = await GuidePage.at(page, ADDRESS)
  await guide.contents.locator('summary').click()
  expect.soft(await barriers(page), 'contents').toEqual([])
  await guide.menuButton.click()
  await expect(guide.menu).toBeVisible()
  expect.soft(await barriers(page), 'menu').toEqual([])
  await guide.prefer('dark')
  expect.soft(await faintColours(page), 'menu, dark').toEqual([])
})
