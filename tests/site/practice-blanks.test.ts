/** What only the candidate knows is filled in once and stands wherever the blank appears, on paper too. */
import { expect, test, type Page } from '@playwright/test'
import { barriers, tightPlaces } from './accessibility.ts'
import { blankIn, BlanksPage } from './pages/blanks-page.ts'
import { GuidePage } from './pages/guide-page.ts'
import { SheetPage } from './pages/sheet-page.ts'
import { PAPERS, printed, textOn, type Paper } from './pdf.ts'

const CPU = 'backend-cpu-drop'
const METHOD = 'page-load-method'
const STORY = '/stories/performance/'
const QUESTION = '/questions/slow-sql/'
const STAR = '/sheets/star/'
const KEY = 'prep:/:blanks'

const spaces = (text: string) => text.replace(/\s+/g, ' ')

/** What the printer would put on A4. */
const onPaper = async (page: Page) => spaces(textOn(await printed(page, 'A4')))

/** Puts records into the storage of every page of the context before it starts. */
async function given(page: Page, records: Record<string, unknown>) {
  const kept = Object.fromEntries(Object.entries(records).map(([id, value]) => [id, { at: 1, value }]))
  await page.addInitScript(([key, text]) => localStorage.setItem(key, text), [
    KEY,
    JSON.stringify({ version: 1, records: kept }),
  ] as const)
}

const words = (value: string) => ({ kind: 'words', value, measured: '', unconfirmed: false })

test.beforeEach(async ({ page }) => {
  await page.clock.setFixedTime(new Date('2026-11-23T09:00:00Z'))
})

test('the list is short groups, the blanks that most pages wait for first, each a line until it is opened', async ({
  page,
}) => {
  await page.setViewportSize({ width: 390, height: 844 })
  const guide = await GuidePage.at(page, '/blanks/')
  const groups = await page.locator('main section').evaluateAll((all) =>
    all.map((section) => ({
      title: section.querySelector('h2')?.textContent.trim(),
      count: section.querySelectorAll('fill-blank').length,
    })),
  )
  expect(groups[0]?.title).toBe('Wanted in most places')
  expect(groups.at(-1)?.title).toBe('The day itself')
  expect(groups.reduce((sum, { count }) => sum + count, 0)).toBe(38)
  expect(Math.max(...groups.map(({ count }) => count))).toBeLessThanOrEqual(8)
  await expect(page.locator('fill-blank[data-id="outage-timing"]')).toBeHidden()
  await expect(page.locator('summary').first()).toBeInViewport({ ratio: 1 })
  expect(await page.evaluate(() => document.documentElement.scrollHeight)).toBeLessThan(844 * 5)
  await page.getByText('weeks of Go so far').click()
  await expect(new BlanksPage(page).blank('go-weeks').value).toBeInViewport()
  expect(guide.complaints).toEqual([])
})

test('a link to a blank opens it', async ({ page }) => {
  await GuidePage.at(page, `/blanks/#${CPU}`)
  const { value } = new BlanksPage(page).blank(CPU)
  await expect(value).toBeInViewport()
  await page.evaluate((id) => (location.hash = id), METHOD)
  await expect(new BlanksPage(page).blank(METHOD).value).toBeInViewport()
})

test('a figure filled in on the list stands in the story, in the answer and on the printed sheet', async ({ page }) => {
  const blanks = await BlanksPage.at(page)
  await blanks.blank(CPU).value.fill('38')
  await blanks.blank(CPU).measured.fill('mean of the same hours, a week before and after')
  await blanks.blank(METHOD).value.fill('load event, 75th percentile')
  await expect(blanks.tally).toHaveText('2 of 38 filled in')

  await blanks.open(STORY)
  await expect(blankIn(page, CPU)).toHaveText('38 %')
  await expect(blankIn(page, CPU)).toHaveAccessibleName('38 % (yours: drop in backend CPU, %)')
  await expect(blankIn(page, CPU)).toHaveCSS('border-bottom-style', 'solid')
  await blanks.open(QUESTION)
  await expect(page.locator(`main a.blank[data-blank="${CPU}"]`).first()).toHaveText('38 %')
  await blanks.open(STAR)
  await expect(blankIn(page, CPU)).toHaveText('38 %')
  const paper = await onPaper(page)
  expect(paper).toContain('38 %')
  expect(paper).toContain('load event, 75th percentile')

  await blanks.open(`/blanks/#${CPU}`)
  await expect(blanks.blank(CPU).measured).toHaveValue('mean of the same hours, a week before and after')
  expect(blanks.complaints).toEqual([])
})

test('what cannot be confirmed never prints as a fact', async ({ page }) => {
  const blanks = await BlanksPage.at(page)
  await blanks.blank(CPU).value.fill('8417')
  await blanks.blank(CPU).unconfirmed.check()
  await expect(blanks.blank(CPU).told).toContainText('The line stays open everywhere')
  await expect(blanks.tally).toHaveText('0 of 38 filled in, 1 not confirmed')
  for (const address of [STORY, QUESTION, STAR, '/blanks/']) {
    await blanks.open(address)
    const shown = page.locator(`.blank[data-blank="${CPU}"]`).first()
    await expect(shown).toHaveText('% (not confirmed)')
    const paper = await onPaper(page)
    expect.soft(paper, address).not.toMatch(/8417/)
    expect.soft(paper, address).toContain('(not confirmed)')
  }
  await blanks.open(STORY)
  await expect(blankIn(page, CPU)).toHaveAccessibleName('blank: drop in backend CPU, % (not confirmed)')
  await blanks.open('/blanks/')
  await expect(blanks.blank(CPU).value).toHaveValue('8417')
  await blanks.blank(CPU).unconfirmed.uncheck()
  await blanks.open(STORY)
  await expect(blankIn(page, CPU)).toHaveText('8417 %')
})

test('a figure that is no number is told when the field is left, and is shown nowhere', async ({ page }) => {
  const blanks = await BlanksPage.at(page)
  const { value, told } = blanks.blank(CPU)
  await value.pressSequentially('a lot')
  await expect(told).toHaveText('', { useInnerText: true })
  await value.blur()
  await expect(told).toContainText('This is no number')
  await expect(value).toHaveAttribute('aria-invalid', 'true')
  await expect(page.locator(`.blank[data-blank="${CPU}"]`)).toHaveText('%')
  await value.fill('40')
  await expect(value).toHaveAttribute('aria-invalid', 'false')
  await expect(page.locator(`.blank[data-blank="${CPU}"]`)).toHaveText('40 %')
})

test('two tabs are in step, and the field that one types in is left alone', async ({ page, context }) => {
  const story = await GuidePage.at(await context.newPage(), STORY)
  const other = await BlanksPage.at(await context.newPage())
  const blanks = await BlanksPage.at(page)
  await blanks.blank(CPU).value.pressSequentially('38')
  // This page had fetched nothing for blanks until then.
  await expect(blankIn(story.page, CPU)).toHaveText('38 %')
  await expect(other.blank(CPU).value).toHaveValue('38')

  await blanks.blank(CPU).value.focus()
  await other.blank(CPU).value.fill('39')
  await other.blank(CPU).measured.fill('a graph')
  await expect(blanks.blank(CPU).measured).toHaveValue('a graph')
  await expect(blanks.blank(CPU).value).toHaveValue('38')
  await blanks.blank(CPU).value.blur()
  await expect(blanks.blank(CPU).value).toHaveValue('39')
  await expect(blankIn(story.page, CPU)).toHaveText('39 %')
  await other.blank(CPU).value.fill('')
  await expect(blankIn(story.page, CPU)).toHaveText('%')
  await expect(blankIn(story.page, CPU)).toHaveAccessibleName('blank: drop in backend CPU, %')
})

test('a tab that is closed at once loses nothing', async ({ page, context }) => {
  const blanks = await BlanksPage.at(page)
  await blanks.blank(METHOD).value.pressSequentially('server time, p95')
  await page.close()
  const again = await BlanksPage.at(await context.newPage())
  await expect(again.blank(METHOD).value).toHaveValue('server time, p95')
})

test('going back to a page shows what was filled in meanwhile', async ({ page }) => {
  const guide = await BlanksPage.at(page, STORY)
  await blankIn(page, CPU).click()
  await page.waitForURL(`**/blanks/#${CPU}`)
  await guide.blank(CPU).value.fill('38')
  await page.goBack()
  await expect(blankIn(page, CPU)).toHaveText('38 %')
})

test('markup in a value is text', async ({ page }) => {
  const evil = '<img src=x onerror="document.title=1"><script>document.title=1</script>'
  const blanks = await BlanksPage.at(page)
  await blanks.blank(METHOD).value.fill(evil)
  for (const address of ['/blanks/', STAR, `${STORY}#own`]) {
    await blanks.open(address)
    await expect(page.locator(`main .blank[data-blank="${METHOD}"]`).first()).toHaveText(evil)
    await expect(page.locator('main img, main script:not([src])')).toHaveCount(0)
  }
  expect(await page.title()).toMatch(/faster product pages/i)
  expect(blanks.complaints).toEqual([])
})

test('a reading page fetches nothing for blanks while none is filled in, nor where none stands', async ({ page }) => {
  const fetched = (guide: GuidePage) =>
    guide.fetched('').filter((path) => !/\.(?:svg|png|webmanifest)$|\/reading-aids\./.test(path))
  const story = await GuidePage.at(page, STORY)
  await expect(blankIn(page, CPU)).toHaveText('%')
  expect(fetched(story).length).toBeLessThanOrEqual(4)
  expect(story.fetched('blank')).toEqual([])

  await given(page, { [CPU]: { ...words('38'), kind: 'figure' } })
  const chapter = await GuidePage.at(page, '/concepts/redis/')
  await expect(page.locator('.blank')).toHaveCount(0)
  expect(chapter.fetched('blank')).toEqual([])
  const filled = await GuidePage.at(page, STORY)
  await expect(blankIn(page, CPU)).toHaveText('38 %')
  expect(filled.fetched('show-blanks')).toHaveLength(1)
})

/** Signs that the fields of each kind take, and two ways to use them all: a sentence, and an address. */
const SIGNS: Record<string, number> = { words: 160, logistics: 100 }
const FULL = {
  sentences: (signs: number) => `${'Measured by hand, Mondays. '.repeat(9).slice(0, signs - 1)}.`,
  addresses: (signs: number) => `https://example.com/${'some-long-name/'.repeat(12)}`.slice(0, signs),
}

for (const [name, value] of Object.entries(FULL)) {
  for (const address of [STAR, '/sheets/day-of/']) {
    test(`${address} stays one page with every blank filled to the brim by ${name}`, async ({ page }) => {
      const blanks = await BlanksPage.at(page)
      const ids = await page
        .locator('fill-blank')
        .evaluateAll((all) => all.map((one) => [one.dataset['id'] ?? '', one.dataset['kind'] ?? ''] as const))
      const valueOf = (kind: string) => (kind === 'figure' ? '~123,456,789' : value(SIGNS[kind] ?? 0))
      const records = ids.map(([id, kind]) => [id, { ...words(valueOf(kind)), kind }])
      await given(page, Object.fromEntries(records) as Record<string, unknown>)
      const sheet = await SheetPage.at(page, address)
      await expect(sheet.sheet.locator('.blank.own').first()).toBeVisible()
      await expect(sheet.sheet.locator('.blank:not(.own)')).toHaveCount(0)
      await expect(sheet.sheet.getByText('…')).toHaveCount(0)
      for (const paper of Object.keys(PAPERS) as Paper[]) {
        const pages = await printed(page, paper)
        expect.soft(pages.length, paper).toBe(1)
        const beyond = pages.flatMap(({ runs, width }) => runs.filter(({ right }) => right > width))
        expect.soft(beyond, paper).toEqual([])
      }
      expect(blanks.complaints).toEqual([])
    })
  }
}

test('a blank is filled in by keyboard alone, on a phone', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 800 })
  const blanks = await BlanksPage.at(page)
  const { value, measured, unconfirmed } = blanks.blank(CPU)
  await value.focus()
  await page.keyboard.type('38')
  await page.keyboard.press('Tab')
  await expect(measured).toBeFocused()
  await page.keyboard.type('graph')
  await page.keyboard.press('Tab')
  await expect(unconfirmed).toBeFocused()
  await page.keyboard.press('Space')
  await expect(page.locator(`.blank[data-blank="${CPU}"]`)).toHaveText('% (not confirmed)')
  await page.keyboard.press('Space')
  await page.reload()
  await expect(value).toHaveValue('38')
  await expect(measured).toHaveValue('graph')
  await expect(unconfirmed).not.toBeChecked()
})

test('it works offline once the page has loaded', async ({ page, context }) => {
  const blanks = await BlanksPage.at(page)
  await context.setOffline(true)
  await blanks.blank(CPU).value.fill('38')
  await expect(page.locator(`.blank[data-blank="${CPU}"]`)).toHaveText('38 %')
  await context.setOffline(false)
  await page.reload()
  await expect(blanks.blank(CPU).value).toHaveValue('38')
})

for (const [name, error, sentence] of [
  ['blocked', 'SecurityError', 'This browser keeps nothing'],
  ['full', 'QuotaExceededError', 'storage is full'],
] as const) {
  test(`with storage ${name} the fields work, and it is told that nothing is kept`, async ({ page }) => {
    await page.addInitScript((type) => {
      Storage.prototype.setItem = () => {
        throw new DOMException('no', type)
      }
    }, error)
    const blanks = await BlanksPage.at(page)
    await blanks.blank(CPU).value.fill('38')
    await expect(page.locator(`.blank[data-blank="${CPU}"]`)).toHaveText('38 %')
    await expect(page.locator('storage-notice')).toContainText(sentence)
    await blanks.open(STORY)
    await expect(blankIn(page, CPU)).toHaveText('%')
    expect(blanks.complaints).toEqual([])
  })
}

test('a damaged shelf shows open blanks and is set aside', async ({ page }) => {
  await page.addInitScript((key) => localStorage.setItem(key, '{"version":1,"records":'), KEY)
  const guide = await GuidePage.at(page, STORY)
  await expect(blankIn(page, CPU)).toHaveText('%')
  expect(guide.complaints).toEqual([])
  expect(await page.evaluate((key) => localStorage.getItem(`${key}:damaged`), KEY)).toContain('"version"')
})

for (const theme of ['light', 'dark'] as const) {
  test(`axe finds nothing in any state of the fields and of the blanks in a text, ${theme}`, async ({ page }) => {
    const blanks = await BlanksPage.at(page)
    await blanks.prefer(theme)
    await blanks.blank(CPU).value.fill('a lot')
    await blanks.blank('go-weeks').value.fill('14')
    await blanks.blank('cache-hit-rate').unconfirmed.check()
    await blanks.blank(METHOD).value.fill('x'.repeat(160))
    expect.soft(await barriers(page), 'list, 1280 px').toEqual([])
    await blanks.open(STORY)
    await expect(blankIn(page, METHOD)).toContainText('xxx')
    expect.soft(await barriers(page), 'story, 1280 px').toEqual([])
    await page.setViewportSize({ width: 320, height: 640 })
    expect.soft(await tightPlaces(page), 'story, 320 px').toEqual([])
    expect.soft(await blanks.overflow(), 'story, 320 px').toEqual([])
    await blanks.open('/blanks/')
    expect.soft(await tightPlaces(page), 'list, 320 px').toEqual([])
    expect.soft(await blanks.overflow(), 'list, 320 px').toEqual([])
  })
}

test.describe('without a script', () => {
  test.use({ javaScriptEnabled: false })

  test('every hint can be read, no field is offered, and it is said what a script would add', async ({ page }) => {
    const blanks = await GuidePage.at(page, '/blanks/')
    await expect(blanks.main.locator('noscript .note')).toContainText('Your browser runs no script here')
    await expect(page.locator('fill-blank')).toHaveCount(38)
    await page.locator('summary').first().click()
    await expect(page.locator('fill-blank > p').first()).toBeVisible()
    await expect(page.locator('fill-blank input, fill-blank textarea').first()).toBeHidden()
  })
})
