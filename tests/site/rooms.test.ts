/** The rooms of the guide: few, at the thumb on a phone, and where one is can be seen on every page. */
import { expect, test } from '@playwright/test'
import { rooms } from '../../src/content/rooms.ts'
import { ADDRESSES } from './built-pages.ts'
import { GuidePage } from './pages/guide-page.ts'

const PHONE = { width: 390, height: 844 }

test('there are five at most, and each of their pages exists once', () => {
  expect(rooms.length).toBeLessThanOrEqual(5)
  const pages = rooms.flatMap(({ pages }) => pages.map(({ address }) => address))
  expect(pages.filter((address) => !ADDRESSES.includes(address))).toEqual([])
  expect(new Set(pages).size).toBe(pages.length)
})

for (const room of rooms) {
  test(`on a phone, each page of "${room.name}" shows the room at the thumb and itself in the row`, async ({
    page,
  }) => {
    await page.setViewportSize(PHONE)
    for (const { address, name } of room.pages) {
      const guide = await GuidePage.at(page, address)
      const bar = await guide.menu.boundingBox()
      expect((bar?.y ?? 0) + (bar?.height ?? 0), address).toBe(PHONE.height)
      await expect(guide.menu.locator('[aria-current]')).toHaveText(room.name)
      await expect(guide.menu.locator('[aria-current]')).toBeInViewport({ ratio: 1 })
      if (room.pages.length === 1) continue
      const current = page.getByRole('navigation', { name: room.name }).locator('[aria-current]')
      await expect(current).toHaveText(name)
      await expect(current).toBeInViewport({ ratio: 1 })
    }
  })
}

test('a page within a room marks the room', async ({ page }) => {
  for (const [address, room] of [
    ['/questions/goroutine-leaks/', 'Answers'],
    ['/concepts/redis/', 'Read'],
    ['/paths/one-hour/', 'Plan'],
    ['/sheets/star/', 'The day'],
  ] as const) {
    const guide = await GuidePage.at(page, address)
    await expect(guide.menu.locator('[aria-current=true]')).toHaveText(room)
  }
})

test('what has the focus is never behind the bar', async ({ page }) => {
  await page.setViewportSize(PHONE)
  const guide = await GuidePage.at(page, '/questions/')
  for (const link of (await guide.main.locator('ol a, ul a').all()).slice(0, 20)) {
    await link.focus()
    await expect(async () => {
      const [box, bar] = [await link.boundingBox(), await guide.menu.boundingBox()]
      expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThanOrEqual(bar?.y ?? 0)
    }).toPass()
  }
})

test('where the window is low, the bar does not take from the text', async ({ page }) => {
  await page.setViewportSize({ width: 700, height: 320 })
  const guide = await GuidePage.at(page, '/concepts/redis/')
  await expect(guide.menu).toHaveCSS('position', 'static')
})
