/** Hebrew and Arabic read right, where the author wrote them and where the candidate did, on screen and on paper. */
import { expect, test, type Locator } from '@playwright/test'
import { GuidePage } from './pages/guide-page.ts'
import { MockPage } from './pages/mock-page.ts'

const HEBREW = 'הקטנתי את זמן התגובה ב-Redis מ-40 ל-12 אלפיות השנייה.'
const ARABIC = 'خفضت زمن الاستجابة باستخدام Redis.'

/** Where a text begins and ends in its box: distances in pixels from the box's right edge, and which end is left. */
const layout = (block: Locator) =>
  block.evaluate((element) => {
    const nodes = document.createTreeWalker(element, NodeFilter.SHOW_TEXT)
    let text = nodes.nextNode()
    while (text && text.textContent?.trim() === '') text = nodes.nextNode()
    const letter = (at: number) => {
      const range = document.createRange()
      range.setStart(text ?? element, at)
      range.setEnd(text ?? element, at + 1)
      return range.getBoundingClientRect()
    }
    const box = element.getBoundingClientRect()
    const { paddingRight, borderRightWidth } = getComputedStyle(element)
    const right = box.right - parseFloat(paddingRight) - parseFloat(borderRightWidth)
    const [first, last] = [letter(0), letter((text?.textContent?.trimEnd().length ?? 1) - 1)]
    return { fromRight: Math.abs(right - first.right), endsLeft: last.left < first.left }
  })

for (const words of [HEBREW, ARABIC]) {
  test(`an author's block begins at the right and its full stop is at the left: ${words}`, async ({ page }) => {
    await page.setViewportSize({ width: 1280, height: 800 })
    await GuidePage.at(page, '/concepts/redis/')
    const blocks = page.locator('.prose > p')
    const english = blocks.last()
    const before = await layout(english)
    expect(before.endsLeft).toBe(false)
    for (const name of ['.prose > p', '.prose li', '.prose > h2', 'h1']) {
      const block = page.locator(name).first()
      await block.evaluate((element, text) => (element.textContent = text), words)
      const { fromRight, endsLeft } = await layout(block)
      expect(fromRight, name).toBeLessThan(2)
      expect(endsLeft, name).toBe(true)
    }
    expect(await layout(english)).toEqual(before)
  })

  test(`a note reads right in its field, in the report and on paper: ${words}`, async ({ page }) => {
    const mock = await MockPage.at(page)
    await mock.start()
    await mock.note.fill(words)
    await expect(mock.note).toHaveCSS('direction', 'rtl')
    await mock.end.click()
    const note = mock.debrief.locator('.note-text')
    await expect(note).toHaveText(words)
    for (const media of ['screen', 'print'] as const) {
      await page.emulateMedia({ media })
      const { fromRight, endsLeft } = await layout(note)
      // The rule stands on the right, where the words begin.
      expect(fromRight, media).toBeLessThan(2)
      expect(endsLeft, media).toBe(true)
    }
    await expect(note).toHaveCSS('border-right-width', '3px')
  })
}

test('every field for words takes their direction', async ({ page }) => {
  for (const address of ['/practice/cards/', '/practice/mock/', '/stories/performance/', '/asks/', '/blanks/']) {
    await GuidePage.at(page, address)
    const fields = page.locator('main textarea')
    expect(await fields.count(), address).toBeGreaterThan(0)
    expect(await page.locator('main textarea:not([dir=auto])').count(), address).toBe(0)
  }
})
