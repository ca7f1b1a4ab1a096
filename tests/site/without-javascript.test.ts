/** The guide with scripts switched off: everything that is read can be read. */
import { expect, test } from '@playwright/test'
import { ADDRESSES } from './built-pages.ts'
import { GuidePage } from './pages/guide-page.ts'

test.use({ javaScriptEnabled: false })

test('a question shows its whole answer', async ({ page }) => {
  const guide = await GuidePage.at(page, '/questions/goroutine-leaks/')
  await expect(guide.main).toContainText('goroutine')
  await expect(page.locator('.prose p').first()).toBeVisible()
})

test('the rooms are at hand', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 800 })
  const guide = await GuidePage.at(page, '/concepts/redis/')
  await guide.menu.getByRole('link', { name: 'Answers' }).click()
  await expect(page).toHaveURL(/\/questions\/$/)
})

test('the contents of a page open', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 800 })
  const guide = await GuidePage.at(page, '/concepts/redis/')
  await guide.contents.locator('summary').click()
  await expect(guide.contents.getByRole('link').first()).toBeVisible()
})

test('the search leads to a page that lists every question', async ({ page }) => {
  const guide = await GuidePage.at(page, '/')
  await guide.searchLink.click()
  await expect(guide.main.locator('noscript > p')).toBeVisible()
  const questions = ADDRESSES.filter((address) => /^\/questions\/.+/.test(address))
  for (const address of questions) await expect(guide.main.locator(`a[href="${address}"]`).first()).toBeVisible()
})

test('a button that could do nothing is not shown', async ({ page }) => {
  const guide = await GuidePage.at(page, '/')
  await expect(guide.themeButton).toBeHidden()
})
