/**
 * No page is broader than its window, whatever the font, the words and their size: tried with words as long as German
 * builds them in every text, and with text at 200 %.
 */
import { expect, test, type Page } from '@playwright/test'
import { VISITED } from './built-pages.ts'
import { GuidePage } from './pages/guide-page.ts'

const PHONES = [320, 390]
const LONG_WORD = 'Rechtsschutzversicherungsgesellschaften'

/** Puts a long word in place of the first of every text that an author or a candidate may have written. */
const lengthen = (page: Page) =>
  page.evaluate((long) => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    const texts: Node[] = []
    while (walker.nextNode()) texts.push(walker.currentNode)
    for (const text of texts) {
      if (text.parentElement?.closest('pre, svg, script, template, button, kbd, .tool, small')) continue
      text.textContent = (text.textContent ?? '').replace(/\p{L}{2,}/u, long)
    }
  }, LONG_WORD)

/** Text at 200 %, as a browser's setting for text alone does it. */
const enlarge = (page: Page) =>
  page.evaluate(() => {
    document.documentElement.style.fontSize = '200%'
  })

const HARDSHIPS = [
  ['as it is', undefined],
  ['with long words', lengthen],
  ['with text at 200 %', enlarge],
] as const

/** Pages by the room they are in, a test for each: a page of its own for a hundred addresses would take minutes. */
const rooms = Map.groupBy(VISITED, (address) => address.split('/')[1] ?? '')

for (const [room, addresses] of rooms) {
  test(`no page of /${room} scrolls sideways on a phone`, { tag: '@fonts' }, async ({ browser }) => {
    test.setTimeout(120_000)
    // The security policy would refuse the style that enlarges the text.
    const context = await browser.newContext({ bypassCSP: true })
    const guide = new GuidePage(await context.newPage())
    for (const address of addresses) {
      for (const [name, impose] of HARDSHIPS) {
        await guide.open(address)
        await impose?.(guide.page)
        for (const width of PHONES) {
          await guide.page.setViewportSize({ width, height: 700 })
          expect.soft(await guide.overflow(), `${address}, ${name}, ${width} px`).toEqual([])
        }
      }
    }
    await context.close()
  })
}
