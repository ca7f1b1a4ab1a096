/** The guide by keyboard alone. */
import { expect, test } from '@playwright/test'
import { GuidePage } from './pages/guide-page.ts'
import { SearchBox } from './pages/search-box.ts'

const ADDRESS = '/concepts/redis/'

test('the first Tab offers to skip to the text, and Enter does', async ({ page }) => {
  const guide = await GuidePage.at(page, ADDRESS)
  await page.keyboard.press('Tab')
  await expect(guide.skipLink).toBeFocused()
  await expect(guide.skipLink).toBeInViewport()
  await page.keyboard.press('Enter')
  await expect(guide.main).toBeFocused()
})

test('Tab goes through the head bar in the order in which it is seen', async ({ page }) => {
  const guide = await GuidePage.at(page, ADDRESS)
  await page.keyboard.press('Tab')
  const stops: string[] = []
  for (let at = 0; at < 7; at++) {
    await page.keyboard.press('Tab')
    stops.push(await page.evaluate(() => document.activeElement?.textContent.trim().split(/\s+/)[0] ?? ''))
  }
  expect(stops).toEqual(['ABOUT', 'Read', 'Answers', 'Plan', 'The', 'Search', 'Theme:'])
  await expect(guide.themeButton).toBeFocused()
})

test('what has the focus is framed', async ({ page }) => {
  const guide = await GuidePage.at(page, ADDRESS)
  await page.keyboard.press('Tab')
  await page.keyboard.press('Tab')
  await expect(page.locator('.wordmark')).toBeFocused()
  await expect(page.locator('.wordmark')).toHaveCSS('outline-style', 'solid')
  await expect(guide.main).toBeVisible()
})

for (const keys of ['/', 'Control+k', 'Meta+k']) {
  test(`${keys} opens the search, and Escape gives the focus back`, async ({ page }) => {
    const guide = await GuidePage.at(page, ADDRESS)
    await guide.searchLink.focus()
    await page.keyboard.press(keys)
    const box = SearchBox.dialogOf(page)
    await expect(box.field).toBeFocused()
    await page.keyboard.press('Escape')
    await expect(box.root).toBeHidden()
    await expect(guide.searchLink).toBeFocused()
  })
}

test('a slash that is typed into the search stays a slash', async ({ page }) => {
  await GuidePage.at(page, ADDRESS)
  const box = await SearchBox.asDialog(page)
  await page.keyboard.type('database/sql')
  await expect(box.field).toHaveValue('database/sql')
})

test('arrows walk through the results and back, and Enter follows', async ({ page }) => {
  await GuidePage.at(page, ADDRESS)
  const box = await SearchBox.asDialog(page)
  await box.ask('goroutine')
  await page.keyboard.press('ArrowDown')
  await expect(box.links.nth(0)).toBeFocused()
  await page.keyboard.press('ArrowDown')
  await expect(box.links.nth(1)).toBeFocused()
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('ArrowUp')
  await expect(box.field).toBeFocused()
  await page.keyboard.press('ArrowDown')
  const href = await box.links.nth(0).getAttribute('href')
  await page.keyboard.press('Enter')
  await page.waitForURL((url) => url.href.endsWith(href ?? '?'))
})
