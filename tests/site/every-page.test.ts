/** Rules that hold on every page of the built guide, one visit to each. */
import { expect, test } from '@playwright/test'
import { barriers, tightPlaces } from './accessibility.ts'
import { VISITED } from './built-pages.ts'
import { GuidePage } from './pages/guide-page.ts'
import { ROOT } from './sites.ts'

const PHONE = { width: 320, height: 640 }
const LAPTOP = { width: 1280, height: 800 }

test('there are pages to test', () => {
  expect(VISITED.length).toBeGreaterThan(45)
})

for (const address of VISITED) {
  test(`${address} reads without a complaint, in both themes, on a phone and on a laptop`, async ({ page }) => {
    await page.setViewportSize(LAPTOP)
    const guide = await GuidePage.at(page, address)
    await expect.soft(page.getByRole('heading', { level: 1 }), 'one h1').toHaveCount(1)
    await expect.soft(page, 'title').toHaveTitle(/\S.{5,}/)
    await expect.soft(page.locator('meta[name=description]'), 'description').toHaveAttribute('content', /\S.{20,}/)
    expect.soft(await barriers(page), 'axe, light, 1280 px').toEqual([])
    expect.soft(await guide.overflow(), 'horizontal scroll at 1280 px').toEqual([])
    await page.setViewportSize(PHONE)
    await guide.prefer('dark')
    expect.soft(await tightPlaces(page), 'axe, dark, 320 px').toEqual([])
    expect.soft(await guide.overflow(), 'horizontal scroll at 320 px').toEqual([])
    expect
      .soft(
        guide.requests.filter((url) => !url.startsWith(ROOT)),
        'other origins',
      )
      .toEqual([])
    expect.soft(guide.complaints, 'complaints').toEqual([])
  })
}
