/** What comes out of the printer: each sheet on one page, every other page without the bars of the site. */
import { expect, test } from '@playwright/test'
import { htmlOf, VISITED } from './built-pages.ts'
import { lettersOf, missingWords, PAPERS, printed, textOn, type Paper, type Sheet } from './pdf.ts'
import { GuidePage } from './pages/guide-page.ts'
import { SHEETS, SheetPage } from './pages/sheet-page.ts'

/** Smallest type that is read in a corridor, less what rounding takes. */
const SMALLEST = 9 - 0.05

const papers = Object.keys(PAPERS) as Paper[]

/** Text that is too small, or that reaches beyond the paper: the first few. */
function faultsOf({ width, height, runs }: Sheet): string[] {
  return runs
    .filter(
      ({ size, left, right, bottom, top }) =>
        size < SMALLEST || left < 0 || bottom < 0 || right > width + 0.5 || top > height + 0.5,
    )
    .slice(0, 8)
    .map(
      ({ text, size, left, right }) => `“${text}”: ${size.toFixed(2)} pt, from ${left.toFixed()} to ${right.toFixed()}`,
    )
}

for (const address of SHEETS) {
  for (const paper of papers) {
    test(
      `${address} is one page of ${paper} with all its words, none below 9 pt`,
      { tag: '@fonts' },
      async ({ page }) => {
        const sheet = await SheetPage.at(page, address)
        const words = await sheet.words()
        for (const theme of ['light', 'dark'] as const) {
          await sheet.prefer(theme)
          const pages = await printed(page, paper)
          expect.soft(pages.length, `pages, ${theme}: ${textOn(pages.slice(1))}`).toBe(1)
          expect.soft(missingWords(words, pages), `missing, ${theme}`).toEqual([])
          expect.soft(pages.flatMap(faultsOf), `small or clipped, ${theme}`).toEqual([])
        }
      },
    )
  }

  test(`${address} prints the same from a phone, scrolled`, async ({ page }) => {
    await page.setViewportSize({ width: 390, height: 700 })
    const sheet = await SheetPage.at(page, address)
    const before = textOn(await printed(page, 'A4'))
    await page.mouse.wheel(0, 900)
    await sheet.page.evaluate(() => scrollTo(0, 900))
    const after = await printed(page, 'A4')
    expect(after).toHaveLength(1)
    expect(textOn(after)).toBe(before)
  })
}

const [longest] = VISITED.filter((address) => address.startsWith('/code/'))
for (const paper of papers) {
  test(`a source file on ${paper} has each line's number beside it`, async ({ page }) => {
    await GuidePage.at(page, longest ?? '/code/')
    const numbers = (await printed(page, paper)).flatMap(({ runs }) => {
      const left = Math.min(...runs.filter(({ text }) => /^\d+$/.test(text)).map(({ left }) => left))
      return runs.filter(({ text, left: at }) => /^\d+$/.test(text) && at < left + 30).map(({ text }) => Number(text))
    })
    const lines = await page.locator('.line').count()
    expect(numbers).toEqual(Array.from({ length: lines }, (_, at) => at + 1))
  })
}

/** Words of the bars around the text, which paper does not need. */
async function barsOf(guide: GuidePage): Promise<string[]> {
  const texts = await guide.page.locator('header.site, nav.pager, footer.foot, .skip').allTextContents()
  return texts.map(lettersOf).filter((text) => text.length > 20)
}

/** Pages with code, and one of each kind: they share a layout, so one stands for its like. */
const running = VISITED.filter((address, at) => {
  const kind = address.split('/')[1]
  const isFirst = VISITED.findIndex((other) => other.split('/')[1] === kind) === at
  return !SHEETS.some((sheet) => sheet === address) && (isFirst || htmlOf(address).includes('<pre'))
})

for (const address of running) {
  test(`${address} prints its text without the site's bars and with all of its code`, async ({ page }) => {
    const guide = await GuidePage.at(page, address)
    await guide.prefer('dark')
    const bars = await barsOf(guide)
    // The numbers beside the lines of a file are no code.
    const code = await page.locator('pre:not([aria-hidden])').allTextContents()
    const pages = await printed(page, 'A4')
    const paper = lettersOf(textOn(pages))
    expect
      .soft(
        bars.filter((text) => paper.includes(text)),
        'bars',
      )
      .toEqual([])
    expect.soft(missingWords(code.join('\n'), pages), 'code that is cut').toEqual([])
    expect.soft(pages.flatMap(faultsOf), 'small or clipped').toEqual([])
  })
}
