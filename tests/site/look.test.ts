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

for (const [system, names] of [
  ['light', ['Dark', 'Light', 'Auto']],
  ['dark', ['Light', 'Dark', 'Auto']],
] as const) {
  test(`the first press changes what a ${system} system shows, and the button says where it is`, async ({ page }) => {
    const guide = await GuidePage.at(page, ADDRESS)
    await guide.prefer(system)
    const before = await paper(page)
    await expect(guide.themeButton).toHaveText('Theme: Auto')
    await expect(guide.themeButton).toHaveAccessibleDescription('Light, dark, or as your system')
    for (const [at, name] of names.entries()) {
      await guide.themeButton.click()
      await expect(guide.themeButton).toHaveText(`Theme: ${name}`)
      await expect(guide.themeButton).toHaveAccessibleName(`Theme: ${name}`)
      expect((await paper(page)) === before, name).toBe(at > 0)
    }
  })
}

test('a theme chosen in one tab is taken by the others, and by the page that "Back" brings up', async ({
  page,
  context,
}) => {
  const guide = await GuidePage.at(page, ADDRESS)
  await guide.prefer('light')
  const other = await GuidePage.at(await context.newPage(), ADDRESS)
  await other.themeButton.click()
  await expect(guide.themeButton).toHaveText('Theme: Dark')
  await guide.expectTheme('dark')

  // As a page wakes that slept while the choice was made: it hears of no change of storage.
  await page.evaluate(() => {
    localStorage.setItem('guide-theme', 'light')
    dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))
  })
  await expect(guide.themeButton).toHaveText('Theme: Light')
  await guide.expectTheme('light')
})

test('a chosen theme holds on the next page, against the system', async ({ page }) => {
  const guide = await GuidePage.at(page, ADDRESS)
  await guide.prefer('light')
  const light = await paper(page)
  await guide.themeButton.click()
  const dark = await paper(page)
  expect(dark).not.toBe(light)
  await guide.open('/questions/')
  await expect(guide.themeButton).toHaveText('Theme: Dark')
  expect(await paper(page)).toBe(dark)
})

test('without storage the theme button still works', async ({ page }) => {
  await page.addInitScript(() => {
    Storage.prototype.setItem = () => {
      throw new DOMException('blocked', 'SecurityError')
    }
  })
  const guide = await GuidePage.at(page, ADDRESS)
  await guide.prefer('light')
  await guide.themeButton.click()
  await expect(guide.themeButton).toHaveText('Theme: Dark')
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

test('the bar and the open contents of a phone have no barriers, in both themes', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 700 })
  const guide = await GuidePage.at(page, ADDRESS)
  await guide.contents.locator('summary').click()
  expect.soft(await barriers(page), 'light').toEqual([])
  await guide.prefer('dark')
  expect.soft(await faintColours(page), 'dark').toEqual([])
})
