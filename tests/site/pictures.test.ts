/** Pictures as a browser sets them: words stay inside, keep clear of one another, and can be read on a phone. */
import { expect, test, type Page } from '@playwright/test'
import { ADDRESSES, htmlOf } from './built-pages.ts'
import { GuidePage } from './pages/guide-page.ts'

/** Smallest words on a phone, in its pixels. */
const SMALLEST = 10.8
const ILLUSTRATED = ADDRESSES.filter((address) => /<figure>\s*<svg\b/.test(htmlOf(address)))

/** What is wrong with the words of the pictures on a page. */
const faultsOn = (page: Page, smallest: number) =>
  page.evaluate((limit) => {
    const faultsOf = (svg: SVGSVGElement) => {
      const frame = svg.getBoundingClientRect()
      const scale = frame.width / svg.viewBox.baseVal.width
      const words = [...svg.querySelectorAll('text')].map((text) => ({ text, box: text.getBoundingClientRect() }))
      const named = ({ text }: (typeof words)[number]) => text.textContent
      const outside = words.filter(
        ({ box }) => box.left < frame.left - 1 || box.right > frame.right + 1 || box.bottom > frame.bottom + 1,
      )
      const small = words.filter(({ text }) => parseFloat(getComputedStyle(text).fontSize) * scale < limit)
      const touching = words.flatMap((one, at) =>
        words.slice(at + 1).filter(({ box }) => {
          const across = Math.min(one.box.right, box.right) - Math.max(one.box.left, box.left)
          const down = Math.min(one.box.bottom, box.bottom) - Math.max(one.box.top, box.top)
          return across > 1 && down > one.box.height * 0.4
        }),
      )
      return [
        ...outside.map((one) => `outside: ${named(one)}`),
        ...small.map((one) => `too small: ${named(one)}`),
        ...touching.map((one) => `touches another: ${named(one)}`),
      ]
    }
    return [...document.querySelectorAll<SVGSVGElement>('figure > svg[role=img]')].flatMap(faultsOf)
  }, smallest)

test('there are pages with pictures', () => {
  expect(ILLUSTRATED.length).toBeGreaterThan(0)
})

for (const address of ILLUSTRATED) {
  test(`the pictures of ${address} can be read on a phone and on a laptop`, async ({ page }) => {
    await page.setViewportSize({ width: 390, height: 800 })
    await GuidePage.at(page, address)
    expect.soft(await faultsOn(page, SMALLEST), '390 px').toEqual([])
    await page.setViewportSize({ width: 1280, height: 800 })
    expect.soft(await faultsOn(page, SMALLEST), '1280 px').toEqual([])
  })
}
