/** The row of the practice pages on a phone: where one is can be seen, and that there is more. */
import { expect, test } from '@playwright/test'
import { practicePages } from '../../src/practice/pages.ts'
import { GuidePage } from './pages/guide-page.ts'

for (const { address, name } of practicePages) {
  test(`"${name}" is in view in its row, and the page has not moved`, async ({ page }) => {
    await page.setViewportSize({ width: 390, height: 844 })
    await GuidePage.at(page, address)
    const row = page.getByRole('navigation', { name: 'Practice' })
    const current = row.getByRole('link', { name, exact: true })
    await expect(current).toHaveAttribute('aria-current', 'page')
    await expect(current).toBeInViewport({ ratio: 1 })
    expect(await page.evaluate(() => scrollY)).toBe(0)
    // Something is cut at an edge that has more behind it.
    const cut = await row.evaluate((nav) => {
      const links = [...nav.querySelectorAll('a')].map((link) => link.getBoundingClientRect())
      return links.filter(({ left, right }) => right > innerWidth - 32 || left < 16).length
    })
    expect(cut).toBeGreaterThan(0)
  })
}
