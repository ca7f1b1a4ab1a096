/** What was chosen, set and graded stands wherever it is read, and what is read leads to where it is practised. */
import { expect, test, type Page } from '@playwright/test'
import { barriers, tightPlaces } from './accessibility.ts'
import { AsksPage } from './pages/asks-page.ts'
import { blankIn, BlanksPage } from './pages/blanks-page.ts'
import { CardsPage, NOW, reviewOf } from './pages/cards-page.ts'
import { GuidePage } from './pages/guide-page.ts'
import { PlanPage } from './pages/plan-page.ts'
import { SheetPage } from './pages/sheet-page.ts'
import { StoriesPage } from './pages/stories-page.ts'
import { PAPERS, printed, textOn, type Paper } from './pdf.ts'

const CARD = '/sheets/day-of/'
const QUESTION = '/questions/goroutine-leaks/'
const papers = Object.keys(PAPERS) as Paper[]

const asksOn = (page: Page) => page.locator('chosen-asks ol > li')
const idsOn = (page: Page) => asksOn(page).evaluateAll((rows) => rows.map((row) => row.getAttribute('data-ask')))
const spaces = (text: string) => text.replace(/\s+/g, ' ')

test.describe('the day-of card', () => {
  test('brings the questions as they were chosen, moved and struck, at once in another tab, and on paper', async ({
    page,
    context,
  }) => {
    const asks = await AsksPage.at(page)
    await asks.button("Today's pain points", 'Earlier').click()
    await asks.struckAt('APIs the team owns').check()
    const order = await asks.order()
    expect(order[0]).toBe('pain-points')
    expect(order).not.toContain('owned-apis')

    const other = await context.newPage()
    const sheet = await SheetPage.at(other, CARD)
    await expect.poll(() => idsOn(other)).toEqual(order)
    await asks.button('Latency objectives for mobile', 'Earlier').click()
    await expect.poll(() => idsOn(other)).toEqual(await asks.order())
    expect((await idsOn(other))[0]).toBe('latency-slos')
    const first = await asksOn(other).first().innerText()
    const paper = spaces(textOn(await printed(other, 'A4')))
    expect(paper).toContain(spaces(first))
    expect(paper).not.toContain('Choose and order them')
    expect(sheet.complaints).toEqual([])
  })

  test('follows whom one meets and what was answered in the call, down to nothing left to ask', async ({ page }) => {
    await CardsPage.keep(page, 'ask-setup', { now: { audience: 'manager', call: true } })
    await CardsPage.keep(page, 'ask-lists', { manager: { asks: ['squad', 'first-months'] } })
    await CardsPage.keep(page, 'asks', { squad: { struck: false, answer: 'answered', note: '' } })
    await SheetPage.at(page, CARD)
    await expect.poll(() => idsOn(page)).toEqual(['first-months'])
    const asks = await AsksPage.at(page)
    await asks.ask('Success in months 1, 3 and 6').getByRole('button', { name: 'Answered', exact: true }).click()
    await asks.open(CARD)
    await expect(asksOn(page)).toHaveCount(0)
    await expect(page.getByText('All that you chose is answered.')).toBeVisible()
  })

  for (const paper of papers) {
    test(
      `is one page of ${paper} with more questions chosen than it has room for`,
      { tag: '@fonts' },
      async ({ page }) => {
        const setting = {
          kind: 'logistics',
          value: `https://meet.example/${'x'.repeat(79)}`,
          measured: '',
          unconfirmed: false,
        }
        await CardsPage.dated(page, 72)
        await CardsPage.keep(page, 'blanks', {
          'interview-place': setting,
          interviewers: setting,
          'pay-expectation': setting,
        })
        const many = ['squad', 'first-months', 'terraform-ownership', 'observability-stack', 'scayle-payments']
        await CardsPage.keep(page, 'ask-lists', {
          'tech-lead': { asks: [...many, 'latency-slos', 'pain-points', 'integration'] },
        })
        await SheetPage.at(page, CARD)
        await expect.poll(() => idsOn(page)).toEqual([...many, 'latency-slos'])
        await expect(page.getByText('The card has room for 6: you chose 2 more.')).toBeVisible()
        const sheets = await printed(page, paper)
        expect(sheets.length, textOn(sheets.slice(1))).toBe(1)
      },
    )
  }

  test('fetches nothing for somebody who chose nothing, and says where to choose', async ({ page }) => {
    const sheet = await SheetPage.at(page, CARD)
    await expect(asksOn(page)).toHaveCount(6)
    expect(sheet.fetched('.js')).toHaveLength(1)
    await page.getByRole('link', { name: 'Choose and order them' }).click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Questions to ask them')
  })
})

test('a date that is set fills the line "When" everywhere, on paper too, and is no open blank any more', async ({
  page,
}) => {
  const hour = 'Mon 30 Nov, 14:00 (Europe/Berlin)'
  await page.clock.setFixedTime(new Date('2026-11-28T09:00:00Z'))
  const blanks = await BlanksPage.at(page)
  await expect(page.getByText('Set the date of the interview')).toBeVisible()
  const plan = await PlanPage.at(page)
  await plan.interviewAt('2026-11-30T14:00')

  await blanks.open('/blanks/')
  await expect(blanks.tally).toHaveText('1 of 38 filled in')
  await expect(page.locator('#interview-time summary')).toContainText(hour)
  await expect(page.getByText('Filled from the date of the interview that you set')).toBeVisible()
  await expect(blanks.blank('interview-time').value).toHaveValue('')
  for (const address of [CARD, '/practice/last-minutes/']) {
    await blanks.open(address)
    await expect(blankIn(page, 'interview-time').filter({ visible: true })).toHaveText(hour)
    const sheets = await printed(page, 'A4')
    expect(sheets).toHaveLength(1)
    expect(spaces(textOn(sheets))).toContain(hour)
  }
  // What somebody writes by hand counts.
  await blanks.open('/blanks/')
  await blanks.blank('interview-time').value.fill('after lunch')
  await expect(page.getByText('Filled from the date')).toBeHidden()
  await blanks.open(CARD)
  await expect(blankIn(page, 'interview-time')).toHaveText('after lunch')
  expect(blanks.complaints).toEqual([])
})

test.describe('a question and its card', () => {
  test('the link asks this very card, and after it leads back; the page then says how the card stands', async ({
    page,
  }) => {
    await page.clock.install({ time: NOW })
    const guide = await GuidePage.at(page, QUESTION)
    const state = page.locator('card-state')
    await expect(state).toHaveText('Answer this now', { useInnerText: true })
    expect(guide.fetched('.js').filter((path) => !path.includes('/reading-aids.'))).toHaveLength(1)
    const title = await guide.page.getByRole('heading', { level: 1 }).innerText()
    await page.getByRole('link', { name: 'Answer this now' }).press('Enter')

    const cards = new CardsPage(page)
    await expect(cards.prompt).toHaveText(title)
    await expect(cards.prompt).toBeFocused()
    await expect(cards.standing).toHaveText('0 done, 1 to go in this round')
    await cards.answerBy('2')
    await expect(cards.ending).toHaveText('The round is over')
    await expect(cards.ending).toBeFocused()
    await page.getByRole('link', { name: 'Goroutine leaks', exact: true }).click()
    await expect(page).toHaveURL(new RegExp(`${QUESTION}$`))
    await expect(state).toHaveText('Answer this now · your card: weak', { useInnerText: true })
    expect(guide.complaints).toEqual([])
  })

  test('it works from a link that somebody kept, and again by Back; other cards leave it behind', async ({ page }) => {
    const cards = new CardsPage(page)
    await page.clock.install({ time: NOW })
    await CardsPage.keep(page, 'card-queue', { next: { ids: ['generics'] } })
    await cards.open('/practice/cards/#card-goroutine-leaks')
    await expect(cards.prompt).toContainText('leaking')
    await cards.answerBy('3')
    await expect(cards.ending).toBeVisible()
    await page.keyboard.press('u')
    await expect(cards.prompt).toContainText('leaking')
    await page.keyboard.press('3')
    await page.getByRole('button', { name: 'Next round' }).click()
    await expect(cards.prompt).not.toContainText('leaking')
    await expect(page).toHaveURL(/\/practice\/cards\/$/)
    await page.evaluate(() => (location.hash = '#card-goroutine-leaks'))
    await expect(cards.prompt).toContainText('leaking')
    await page.evaluate(() => (location.hash = '#card-no-such-card'))
    await expect(cards.prompt).toContainText('leaking')
    expect(cards.complaints).toEqual([])
  })

  for (const [words, kept] of [
    ['not tried yet', { generics: reviewOf('good', 9, 3) }],
    ['weak', { 'goroutine-leaks': reviewOf('hard', 9, 3) }],
    ['due again', { 'goroutine-leaks': reviewOf('good', -0.5, 3) }],
    ['known', { 'goroutine-leaks': reviewOf('good', 9, 3) }],
  ] as const) {
    test(`the page says "${words}", with no barrier in both themes`, async ({ page }) => {
      await page.clock.setFixedTime(NOW)
      await CardsPage.dated(page, 72)
      await CardsPage.keep(page, 'reviews', kept)
      const guide = await GuidePage.at(page, QUESTION)
      await expect(page.locator('card-state')).toHaveText(`Answer this now · your card: ${words}`, {
        useInnerText: true,
      })
      expect(await barriers(page)).toEqual([])
      await page.setViewportSize({ width: 320, height: 640 })
      await guide.prefer('dark')
      expect(await tightPlaces(page)).toEqual([])
      expect(await guide.overflow()).toEqual([])
    })
  }

  test('a chapter asks its self-checks one after the other', async ({ page }) => {
    await page.clock.install({ time: NOW })
    await GuidePage.at(page, '/concepts/redis/')
    const count = await page.locator('details.check').count()
    await page.getByRole('link', { name: 'Answer these as cards' }).click()
    const cards = new CardsPage(page)
    await expect(cards.kind).toHaveText('Self-check · Chapters')
    await expect(cards.standing).toHaveText(`0 done, ${count} to go in this round`)
    for (let at = 0; at < count; at++) await cards.answerBy('3')
    await expect(cards.ending).toBeVisible()
    await page.locator('[data-part="way-back-link"]').click()
    await expect(page).toHaveURL(/\/concepts\/redis\/$/)
  })
})

test('a story leads to its blanks, and what is filled in there stands in its text', async ({ page }) => {
  const stories = new StoriesPage(page)
  await stories.open('/stories/outage/')
  await page.getByRole('link', { name: 'Fill in its 6 blanks' }).click()
  await expect(stories.story.known).toBeInViewport()
  await expect(page.locator('own-story fill-blank').first()).toBeInViewport()
  const { value } = stories.story.blank('outage-detected')
  await value.fill('an alert')
  await expect(stories.story.part('situation').guide).toContainText('What told us first was an alert')
  expect(stories.complaints).toEqual([])
})

test.describe('without a script', () => {
  test.use({ javaScriptEnabled: false })

  test('a question leads to its place among all cards, and the day-of card shows the suggestion', async ({ page }) => {
    const guide = await GuidePage.at(page, QUESTION)
    await guide.main.getByRole('link', { name: 'Answer this now' }).click()
    await expect(page.locator('[data-card="goroutine-leaks"] > summary')).toBeInViewport()
    await guide.open(CARD)
    await expect(asksOn(page)).toHaveCount(6)
    await expect(guide.main.getByText('All that you chose is answered.')).toBeHidden()
  })
})
