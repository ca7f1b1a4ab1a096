/** Rules that hold on every page of the built guide in every browser. */
import { ADDRESSES } from '../site/built-pages.ts'
import { expect, test } from './test.ts'

const WIDTHS = [390, 320]

/** Pages that one test opens, so that a failure names its pages and no test takes minutes. */
const AT_ONCE = 25

/** What reaches beyond the window; the first few. */
function tooWide(): string[] {
  const wide = document.documentElement.clientWidth
  if (document.documentElement.scrollWidth <= wide) return []
  const guilty = [...document.querySelectorAll('body *')].filter((e) => e.getBoundingClientRect().right > wide + 0.5)
  return [`${document.documentElement.scrollWidth} px`, ...guilty.slice(-3).map((e) => e.outerHTML.slice(0, 120))]
}

for (let first = 0; first < ADDRESSES.length; first += AT_ONCE) {
  const addresses = ADDRESSES.slice(first, first + AT_ONCE)
  test(`${addresses[0]} to ${addresses.at(-1)}: no complaint, no sideways scroll`, async ({ guide }) => {
    test.setTimeout(addresses.length * 10_000)
    for (const address of addresses) {
      await guide.open(address)
      for (const width of WIDTHS) {
        await guide.resize(width, 700)
        expect.soft(await guide.run(tooWide, null), `${address} at ${width} px`).toEqual([])
      }
      expect.soft(await guide.run(() => document.querySelectorAll('h1').length, null), address).toBe(1)
    }
    expect.soft(await guide.complaints()).toEqual([])
  })
}
