/** The page for the last minutes in a real browser: one screen, one printed page, 350 words, the candidate's own. */
import { expect, test, type Page } from '@playwright/test'
import { barriers, tightPlaces } from './accessibility.ts'
import { INTERVIEW, LastMinutesPage, NOW } from './pages/last-minutes-page.ts'
import { missingWords, PAPERS, printed, textOn, type Paper } from './pdf.ts'

const MOST = 350
const papers = Object.keys(PAPERS) as Paper[]
const DAY = 86_400_000

test.beforeEach(async ({ page }) => {
  await page.clock.setFixedTime(NOW)
})

const blank = (value: string, kind = 'logistics') => ({ kind, value, measured: '', unconfirmed: false })
const review = (grade: string, stability: number) => ({
  stability,
  difficulty: 5,
  grade,
  reps: 1,
  lapses: 0,
  recalled: 0,
  first: NOW.getTime() - DAY,
  last: NOW.getTime() - DAY,
  due: NOW.getTime(),
})

/** A candidate who has used every page. */
async function prepared(page: Page) {
  await LastMinutesPage.keep(page, 'interview', { when: INTERVIEW })
  await LastMinutesPage.keep(page, 'blanks', {
    'interview-place': blank('meet.example/abc'),
    interviewers: blank('Ada, tech lead'),
    'go-weeks': blank('7', 'figure'),
  })
  await LastMinutesPage.keep(page, 'stories', {
    'learning-go': { headline: 'After [go-weeks] of Go I defend a service line by line. I say first what I lack.' },
  })
  await LastMinutesPage.keep(page, 'reviews', {
    'redis-cluster': review('again', 0.2),
    'load-shedding': review('hard', 0.4),
    'goroutine-leaks': review('easy', 8),
  })
  await LastMinutesPage.keep(page, 'ask-lists', { 'tech-lead': { asks: ['squad', 'latency-slos', 'pain-points'] } })
  await LastMinutesPage.keep(page, 'asks', { 'pain-points': { struck: false, answer: 'answered', note: 'checkout' } })
}

/** One who has filled in as much as the fields take, and more. */
async function wordy(page: Page) {
  const words = 'Behind the courtyard of the old warehouse, third staircase, ring and wait for somebody to come. '
  const long = words.repeat(2).slice(0, 160)
  await LastMinutesPage.keep(page, 'blanks', {
    'interview-time': blank(long),
    'interview-place': blank(`https://meet.example/${'x'.repeat(139)}`),
    interviewers: blank(long),
    'sample-repo-link': blank(`https://code.example/${'y'.repeat(139)}`, 'words'),
  })
  await LastMinutesPage.keep(page, 'stories', {
    performance: { headline: 'I did it. '.repeat(60) },
    outage: { headline: 'z'.repeat(2000) },
    'listing-api': { headline: `${'word '.repeat(300)}and no end` },
  })
  const asks = ['owned-apis', 'pain-points', 'latency-slos', 'observability-stack', 'terraform-ownership']
  const more = ['first-months', 'squad', 'integration', 'scayle-payments']
  await LastMinutesPage.keep(page, 'ask-lists', { 'tech-lead': { asks: [...asks, ...more] } })
}

test('the default is whole: every part, whole sentences, 350 words', async ({ page }) => {
  const last = await LastMinutesPage.at(page)
  await expect(last.part('pitch')).toContainText('I build production backends for e-commerce')
  await expect(last.part('pitch')).toHaveText(/harden the Shop Backend API\.$/, { useInnerText: true })
  await expect(last.part('messages')).toHaveCount(3)
  await expect(last.part('stories')).toHaveCount(3)
  await expect(last.part('answers')).toHaveCount(3)
  for (const answer of await last.part('answers').allInnerTexts()) expect(answer).toMatch(/^[^:]+: .+\.$/)
  await expect(last.part('asks')).toHaveCount(6)
  await expect(last.part('flags')).toHaveCount(4)
  expect(await last.part('logistics').count()).toBeGreaterThanOrEqual(3)
  expect(await last.words()).toBeLessThanOrEqual(MOST)
  await expect(last.timeLeft).toContainText('No date is set.')
  expect(last.complaints).toEqual([])
})

test("the candidate's own takes the place of the guide's", async ({ page }) => {
  await prepared(page)
  const last = await LastMinutesPage.at(page)
  await expect(last.timeLeft).toContainText('In 14 minutes Wed 25 Nov, 14:30 (Europe/Berlin)')
  await expect(last.part('logistics').nth(0)).toHaveText('When Wed 25 Nov, 14:30 (Europe/Berlin)', {
    useInnerText: true,
  })
  await expect(last.part('logistics').nth(1)).toContainText('meet.example/abc')
  await expect(last.part('logistics').nth(2)).toContainText('Ada, tech lead')
  await expect(last.part('stories')).toHaveCount(3)
  await expect(last.part('stories').filter({ hasText: 'defend a service line by line' })).toContainText('After 7 weeks')
  const answers = await last.part('answers').allInnerTexts()
  expect(answers[0]).toContain('16,384 slots')
  expect(answers.join()).not.toContain('Goroutines are cheap')
  const asks = await last.part('asks').allInnerTexts()
  expect(asks).toHaveLength(2)
  expect(asks[0]).toMatch(/squad/)
  expect(asks[1]).toMatch(/[Ll]atency objectives/)
  expect(await last.words()).toBeLessThanOrEqual(MOST)
  await page.reload()
  await expect(last.part('asks')).toHaveText(asks, { useInnerText: true })
  expect(last.complaints).toEqual([])
})

test('what has no room is told, nothing is cut, and short lines stand for long ones', async ({ page }) => {
  await wordy(page)
  const last = await LastMinutesPage.at(page)
  expect(await last.words()).toBeLessThanOrEqual(MOST)
  await expect(last.part('stories')).toHaveText(
    [/^I did it\./, 'The replica-lag outage', 'One listing endpoint for mobile'],
    {
      useInnerText: true,
    },
  )
  await expect(last.made).toContainText('No room for: ')
  await expect(last.part('pitch')).toHaveCount(1)
  await expect(last.part('messages')).toHaveCount(3)
  expect(await last.overflow()).toEqual([])
})

/** One who keeps as many questions as there are, each a short line. */
const asking = (page: Page) =>
  LastMinutesPage.keep(page, 'ask-lists', {
    'tech-lead': {
      asks: [
        ...['owned-apis', 'pain-points', 'latency-slos', 'observability-stack', 'terraform-ownership', 'squad'],
        ...['first-months', 'integration', 'scayle-payments', 'visa', 'on-site-days', 'loop'],
      ],
    },
  })

const CANDIDATES = [
  ['the default', undefined],
  ['a prepared candidate', prepared],
  ['the longest values', wordy],
  ['many questions', asking],
] as const

for (const paper of papers) {
  for (const [name, prepare] of CANDIDATES) {
    test(
      `${paper}: ${name} on one page, with all its words and no more than 350`,
      { tag: '@fonts' },
      async ({ page }) => {
        await prepare?.(page)
        await page.setViewportSize({ width: 390, height: 844 })
        const last = await LastMinutesPage.at(page)
        const text = await last.sheet.innerText()
        expect(await last.words()).toBeLessThanOrEqual(MOST)
        for (const theme of ['light', 'dark'] as const) {
          await last.prefer(theme)
          const sheets = await printed(page, paper)
          expect.soft(sheets.length, textOn(sheets.slice(1))).toBe(1)
          expect.soft(missingWords(text, sheets)).toEqual([])
          const small = sheets.flatMap(({ runs }) => runs.filter(({ size }) => size < 10 - 0.05))
          expect.soft(small.map((run) => run.text)).toEqual([])
        }
      },
    )
  }
}

for (const [name, prepare] of CANDIDATES) {
  test(`${name} is one screen of a laptop`, { tag: '@fonts' }, async ({ page }) => {
    await LastMinutesPage.keep(page, 'interview', { when: INTERVIEW })
    await prepare?.(page)
    await page.setViewportSize({ width: 1280, height: 800 })
    const last = await LastMinutesPage.at(page)
    await expect(last.timeLeft).toBeInViewport({ ratio: 1 })
    await expect(last.sheet).toBeInViewport({ ratio: 1 })
  })
}

test('it is read at arm’s length on a phone', async ({ page }) => {
  await prepared(page)
  await page.setViewportSize({ width: 390, height: 844 })
  const last = await LastMinutesPage.at(page)
  const sizes = await last
    .part('pitch')
    .or(last.part('answers'))
    .evaluateAll((lines) => lines.map((line) => parseFloat(getComputedStyle(line).fontSize)))
  expect(Math.min(...sizes)).toBeGreaterThanOrEqual(20)
  expect(await last.overflow()).toEqual([])
})

test('the time left goes down, and says when it has begun', async ({ page }) => {
  await LastMinutesPage.keep(page, 'interview', { when: INTERVIEW })
  await page.clock.install({ time: NOW })
  const last = await LastMinutesPage.at(page)
  await expect(last.timeLeft).toContainText('In 14 minutes')
  await page.clock.runFor(61_000)
  await expect(last.timeLeft).toContainText('In 13 minutes')
  await page.clock.runFor(14 * 60_000)
  await expect(last.timeLeft).toContainText('It has begun.')
})

test('another tab changes what stands here', async ({ page, context }) => {
  const last = await LastMinutesPage.at(page)
  const other = await LastMinutesPage.at(await context.newPage())
  await LastMinutesPage.keepElsewhere(other.page, 'ask-lists', { 'tech-lead': { asks: ['integration', 'squad'] } })
  await expect(last.part('asks')).toHaveCount(2)
  await expect(last.part('asks').first()).toContainText(/Zalando/)
  await LastMinutesPage.keepElsewhere(other.page, 'blanks', { interviewers: blank('Grace') })
  await expect(last.part('logistics').filter({ hasText: 'Who' })).toContainText('Grace')
  await LastMinutesPage.keepElsewhere(other.page, 'interview', { when: INTERVIEW })
  await expect(last.timeLeft).toContainText('In 14 minutes')
})

test('once loaded it needs no network', async ({ page, context }) => {
  const last = await LastMinutesPage.at(page)
  // The icon comes after the page.
  await page.waitForLoadState('networkidle')
  await context.setOffline(true)
  await LastMinutesPage.keepElsewhere(page, 'stories', {})
  await expect(last.part('stories')).toHaveCount(3)
  await page.emulateMedia({ media: 'print' })
  await expect(last.made).toBeHidden()
  await expect(last.timeLeft).toBeHidden()
  expect(last.complaints).toEqual([])
})

for (const [name, error] of [
  ['blocked', 'SecurityError'],
  ['full', 'QuotaExceededError'],
] as const) {
  test(`with storage ${name} the default stands there, and the page says what is not kept`, async ({ page }) => {
    await page.addInitScript((type) => {
      Storage.prototype.setItem = () => {
        throw new DOMException('no', type)
      }
    }, error)
    const last = await LastMinutesPage.at(page)
    await expect(last.part('answers')).toHaveCount(3)
    expect(await last.words()).toBeLessThanOrEqual(MOST)
    if (name === 'blocked') await expect(page.locator('storage-notice')).toBeVisible()
    expect(last.complaints).toEqual([])
  })
}

test('no state has a barrier, in both themes', async ({ page }) => {
  await prepared(page)
  const last = await LastMinutesPage.at(page)
  expect(await barriers(page)).toEqual([])
  await page.setViewportSize({ width: 320, height: 640 })
  await last.prefer('dark')
  expect(await tightPlaces(page)).toEqual([])
  expect(await last.overflow()).toEqual([])
})

test('the print button is reached by keyboard and prints', async ({ page }) => {
  await page.addInitScript(() => {
    window.print = () => document.body.setAttribute('data-printed', '')
  })
  const last = await LastMinutesPage.at(page)
  await last.made.getByRole('link', { name: 'questions to ask' }).focus()
  await page.keyboard.press('Tab')
  await expect(page.getByRole('button', { name: 'Print this page' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.locator('body')).toHaveAttribute('data-printed')
})

test.describe('without a script', () => {
  test.use({ javaScriptEnabled: false })

  for (const paper of papers) {
    test(`the default is read, and printed on one page of ${paper}`, async ({ page }) => {
      const last = await LastMinutesPage.at(page)
      await expect(last.part('answers')).toHaveCount(3)
      await expect(last.part('asks')).toHaveCount(6)
      expect(await last.words()).toBeLessThanOrEqual(MOST)
      await expect(last.timeLeft).toBeHidden()
      await expect(page.getByRole('button', { name: 'Print this page' })).toBeHidden()
      expect(await printed(page, paper)).toHaveLength(1)
    })
  }
})
