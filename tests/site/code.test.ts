/** Code as a reader uses it: copied without numbers, told apart from what it answers, read without scrolling where there is room. */
import { expect, test, type Page } from '@playwright/test'
import { readFileSync } from 'node:fs'
import { barriers, tightPlaces } from './accessibility.ts'
import { ADDRESSES, htmlOf } from './built-pages.ts'
import { GuidePage } from './pages/guide-page.ts'
import { printed, textOn } from './pdf.ts'

const CHAPTER = '/concepts/redis/'
const SAMPLE = '/questions/goroutine-leaks/'
const LAPTOP = { width: 1280, height: 800 }

const copies = (page: Page) => page.getByRole('button', { name: /^(Copy|Copied|Selected)$/ })
const pasted = (page: Page) => page.evaluate(() => navigator.clipboard.readText())

test.describe('copying', () => {
  test.use({ permissions: ['clipboard-read', 'clipboard-write'] })

  test('a command is copied as it is typed, by keyboard, and the button says so', async ({ page }) => {
    const guide = await GuidePage.at(page, CHAPTER)
    const command = page.locator('pre.language-sh').first()
    const button = page.locator('.copy:has(+ .language-sh)').first()
    await button.focus()
    await page.keyboard.press('Enter')
    await expect(button).toHaveText('Copied')
    await expect(button).toBeFocused()
    expect(await pasted(page)).toBe(((await command.textContent()) ?? '').trimEnd())
    expect(guide.complaints).toEqual([])
  })

  test('a prompt before a command is left out', async ({ page }) => {
    await GuidePage.at(page, CHAPTER)
    const button = page.locator('.copy:has(+ .language-sh)').first()
    await page
      .locator('pre.language-sh > code')
      .first()
      .evaluate((code) => (code.textContent = '$ cd service\n$ echo "$ 1"\n'))
    await button.click()
    await expect(button).toHaveText('Copied')
    expect(await pasted(page)).toBe('cd service\necho "$ 1"')
  })

  test('a sample of the service is copied without the numbers that stand beside it', async ({ page }) => {
    await GuidePage.at(page, SAMPLE)
    const button = page.locator('.code .copy').first()
    await button.click()
    await expect(button).toHaveText('Copied')
    expect(await pasted(page)).toMatch(/^\/\/ Leaky .*\n[^]*\n}$/)
    expect(await pasted(page)).not.toMatch(/^\s*\d+ /m)
  })

  test('a whole file is copied as it lies in the repository', async ({ page }) => {
    const address = ADDRESSES.find((one) => one.startsWith('/code/mistakes/leak/')) ?? '/code/'
    await GuidePage.at(page, address)
    await copies(page).click()
    await expect(copies(page)).toHaveText('Copied')
    const file = readFileSync(`service/${address.slice('/code/'.length, -1)}`, 'utf8')
    expect(await pasted(page)).toBe(file.trimEnd())
  })
})

test('where the clipboard is refused the code is selected instead', async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(navigator, 'clipboard', { value: undefined })
  })
  const guide = await GuidePage.at(page, SAMPLE)
  await copies(page).first().click()
  await expect(copies(page).first()).toHaveText('Selected')
  expect(await page.evaluate(() => getSelection()?.toString())).toContain('func Leaky')
  expect(guide.complaints).toEqual([])
})

test('what a command answers has no button, and says what it is', async ({ page }) => {
  await GuidePage.at(page, CHAPTER)
  await expect(page.locator('.copy + .language-sh').first()).toBeVisible()
  await expect(page.locator('.copy + .output')).toHaveCount(0)
  const labels = await page
    .locator('.prose > pre')
    .evaluateAll((all) =>
      all.map((pre) => [
        pre.matches('.language-sh') ? 'command' : pre.matches('.output') ? 'output' : 'other',
        getComputedStyle(pre, '::before').content.replaceAll('"', ''),
        getComputedStyle(pre).backgroundColor,
      ]),
    )
  const looks = new Map(labels.map(([kind, label, ground]) => [kind, `${label} ${ground}`]))
  expect(looks.get('command')).toContain('Terminal')
  expect(looks.get('output')).toContain('Output')
  expect(looks.get('output')?.replace('Output', '')).not.toBe(looks.get('command')?.replace('Terminal', ''))
})

test('a page without code fetches nothing for copying, and a page with code one file', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 })
  const guide = await GuidePage.at(page, '/stories/performance/')
  await guide.open(CHAPTER)
  await expect(copies(page).first()).toBeVisible()
  expect(guide.fetched('reading-aids')).toHaveLength(1)
})

test('a button takes no room: with a script the page is as long as without', async ({ page, browser }) => {
  const height = (one: Page) => one.evaluate(() => document.querySelector('article')?.scrollHeight)
  await GuidePage.at(page, CHAPTER)
  await expect(copies(page).first()).toBeVisible()
  const context = await browser.newContext({ javaScriptEnabled: false })
  const plain = await GuidePage.at(await context.newPage(), CHAPTER)
  await expect(copies(plain.page)).toHaveCount(0)
  expect(await height(page)).toBe(await height(plain.page))
  await context.close()
})

test('the lines of a sample have the numbers that its caption names', async ({ page }) => {
  await GuidePage.at(page, SAMPLE)
  for (const figure of await page.locator('figure.code').all()) {
    const [, from, to] =
      /lines? (\d+)(?: to (\d+))?/.exec((await figure.locator('figcaption').textContent()) ?? '') ?? []
    const numbers = await figure
      .locator('pre')
      .evaluate((pre) => (getComputedStyle(pre, '::before').content.match(/\d+/g) ?? []).map(Number))
    expect([numbers[0], numbers.at(-1)]).toEqual([Number(from), Number(to ?? from)])
  }
})

test('the review names the lines that it asks about', async ({ page }) => {
  await GuidePage.at(page, '/review/')
  const places = await page.locator('.entry .facts').allTextContents()
  expect(places.length).toBeGreaterThan(10)
  for (const place of places) expect.soft(place).toMatch(/\.\w+,? lines? \d+/)
})

test('on a laptop long lines use the margin, and stay clear of the notes in it', async ({ page }) => {
  test.setTimeout(120_000)
  await page.setViewportSize(LAPTOP)
  const guide = new GuidePage(page)
  const withLongLines = ADDRESSES.filter((address) => /class="[^"]*\bbroad\b/.test(htmlOf(address)) && address !== '/')
  expect(withLongLines.length).toBeGreaterThan(10)
  for (const address of withLongLines.filter((one) => /^\/(?:concepts|questions)\/./.test(one))) {
    await guide.open(address)
    const faults = await page.evaluate(() => {
      const blocks = [...document.querySelectorAll('.prose > .broad')].map((block) => block.getBoundingClientRect())
      const notes = [...document.querySelectorAll('.prose > .checked')].map((note) => note.getBoundingClientRect())
      const text = document.querySelector('.prose')?.getBoundingClientRect().width ?? 0
      return blocks.flatMap((block) => [
        ...(block.width < text + 200 ? [`${block.width} px wide`] : []),
        ...notes.flatMap((note) =>
          note.right > block.left && note.left < block.right && note.bottom > block.top && note.top < block.bottom
            ? [`a note at ${note.top} lies over it`]
            : [],
        ),
      ])
    })
    expect.soft(faults, address).toEqual([])
    expect.soft(await guide.overflow(), address).toEqual([])
  }
})

for (const theme of ['light', 'dark'] as const) {
  test(`axe finds nothing in code with its buttons, ${theme}`, async ({ page }) => {
    const guide = await GuidePage.at(page, CHAPTER)
    await guide.prefer(theme)
    await expect(copies(page).first()).toBeVisible()
    expect.soft(await barriers(page), '1280 px').toEqual([])
    await page.setViewportSize({ width: 320, height: 640 })
    expect.soft(await tightPlaces(page), '320 px').toEqual([])
    expect.soft(await guide.overflow(), '320 px').toEqual([])
  })
}

test('buttons and labels do not print', async ({ page }) => {
  await GuidePage.at(page, CHAPTER)
  await expect(copies(page).first()).toBeVisible()
  expect(textOn(await printed(page, 'A4'))).not.toMatch(/\bCopy\b|Terminal|Output\b/)
})
