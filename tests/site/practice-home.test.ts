/** The home page once somebody has practised, and before that. */
import { expect, test, type Locator } from '@playwright/test'
import { barriers, tightPlaces } from './accessibility.ts'
import { CardsPage } from './pages/cards-page.ts'
import { HomePage } from './pages/home-page.ts'
import { PlanPage } from './pages/plan-page.ts'

const NOW = new Date('2026-11-23T18:00:00Z')
const START = Date.parse('2026-11-25T13:30:00Z')
const DATE = { interview: { when: { start: START, zone: 'Europe/Berlin' } } }
const review = (grade: string, stability: number, recalled: number) => ({
  grade,
  stability,
  recalled,
  difficulty: 5,
  first: 1,
  last: 1,
  due: 1,
  reps: 2,
  lapses: 0,
})
const CARDS = {
  reviews: {
    'goroutine-leaks': review('again', 0.4, 0),
    generics: review('good', 5, 2),
    'data-races': review('good', 2, 1),
    'catalog-api': review('hard', 2, 0),
    'question-that-left': review('again', 0.4, 0),
  },
}
const PLAN = { plan: { plan: { from: Date.parse('2026-11-22T10:00:00Z'), without: [] } } }

test.beforeEach(async ({ page }) => {
  await page.clock.setFixedTime(NOW)
})

test('in the first screen of a phone: whose interview, when, what to do, how long it takes', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 })
  const home = await HomePage.at(page)
  const bar = await home.menu.boundingBox()
  const seen = async (part: Locator) => {
    const box = await part.boundingBox()
    expect((box?.y ?? 0) + (box?.height ?? 1000), await part.innerText()).toBeLessThanOrEqual(bar?.y ?? 0)
  }
  await seen(page.getByText('your interview at'))
  await seen(page.getByRole('heading', { level: 1 }))
  await seen(page.getByLabel('Date and hour'))
  await seen(page.getByRole('link', { name: 'Ten minutes' }))
  // What stands out by its colour is one thing.
  const filled = await home.main.locator('a, button').evaluateAll((all) => {
    const accent = getComputedStyle(document.body).getPropertyValue('--color-accent')
    const probe = Object.assign(document.createElement('i'), { style: `color:${accent}` })
    document.body.append(probe)
    const { color } = getComputedStyle(probe)
    return all.filter((one) => getComputedStyle(one).backgroundColor === color).map((one) => one.textContent.trim())
  })
  expect(filled).toHaveLength(1)
})

test('the first card is three presses away: cards, the answer, the grade', async ({ page }) => {
  const home = await HomePage.at(page)
  await home.main.getByRole('link', { name: 'cards', exact: true }).click()
  const cards = new CardsPage(page)
  await expect(cards.prompt).toBeFocused()
  await cards.reveal.click()
  await cards.grade('Hard').click()
  await expect(cards.undo).toBeVisible()
  expect(Object.keys(await cards.kept('reviews'))).toHaveLength(1)
})

test('with nothing kept, nothing is fetched until somebody turns to the date', async ({ page }) => {
  const home = await HomePage.at(page)
  await expect(home.panel).toBeHidden()
  expect(home.fetched('practice-home')).toEqual([])
  const before = home.fetched('.js').length
  await page.getByLabel('Date and hour').fill('2026-11-25T14:30')
  await expect.poll(() => home.fetched('.js').length).toBeGreaterThan(before)
  await page.getByRole('button', { name: 'Set', exact: true }).click()
  await expect(home.left).toHaveText('1 day 19 hours')
  await expect(home.date).toBeHidden()
  // What came of it is where the focus goes, for whoever does not see it.
  await expect(page.locator('[data-part="countdown"]')).toBeFocused()
})

test('a date that is set before the script is there is taken all the same', async ({ page }) => {
  const { promise: held, resolve: release } = Promise.withResolvers<undefined>()
  await page.route('**/take-date*.js', async (route) => {
    await held
    await route.continue()
  })
  const home = await HomePage.at(page)
  await page.getByLabel('Date and hour').fill('2026-11-25T14:30')
  await page.getByRole('button', { name: 'Set', exact: true }).click()
  release(undefined)
  await expect(home.left).toHaveText('1 day 19 hours')
})

test('where the form cannot be loaded, the page that always has it is opened', async ({ page }) => {
  await page.route(/\/(?:take|interview)-date[^/]*\.js$/, (route) => route.abort())
  await HomePage.at(page)
  await page.getByLabel('Date and hour').fill('2026-11-25T14:30')
  await expect(page).toHaveURL(/\/$/)
  await page.getByRole('button', { name: 'Set', exact: true }).click()
  await page.waitForURL('**/plan/#interview-date')
})

test('what other guides of this origin keep wakes nothing', async ({ page }) => {
  await page.addInitScript(() => localStorage.setItem('prep:/another/:interview', '{}'))
  const home = await HomePage.at(page)
  await expect(home.date).toBeVisible()
  expect(home.fetched('practice-home')).toEqual([])
})

test('the countdown runs, over the last hour to the end', async ({ page }) => {
  await page.clock.install({ time: NOW })
  await HomePage.keep(page, { ...DATE, ...CARDS })
  const home = await HomePage.at(page)
  await expect(home.left).toHaveText('1 day 19 hours')
  await expect(home.when).toHaveText('until Wednesday 25 Nov, 14:30 Berlin')
  await page.clock.fastForward('42:00:00')
  await expect(home.left).toHaveText('1 hour 30 minutes')
  await expect(home.next.first()).toContainText('2 of them are weak')
  await page.clock.fastForward('31:00')
  await expect(home.left).toHaveText('59 minutes')
  await expect(home.next).toHaveText(['Open the last 15 minutes and study nothing new.'])
  await page.clock.fastForward('01:00:00')
  await expect(home.left).toHaveText('It has begun')
  await expect(home.next).toContainText(['The interview has begun.'])
  expect(home.complaints).toEqual([])
})

test('each area says what was attempted and how well, and what never was', async ({ page }) => {
  await HomePage.keep(page, { ...DATE, ...CARDS })
  const home = await HomePage.at(page)
  await expect(home.areas).toHaveCount(7)
  await expect(home.area('Go and gRPC')).toContainText(/3 of \d+ attempted: 1 strong, 1 fair, 1 weak/)
  await expect(home.area('Backend and system design')).toContainText(/1 of \d+ attempted: 1 weak/)
  await expect(home.area('Behavioural and leadership')).toContainText(/0 of \d+ attempted/)
  await expect(home.area('Chapters')).toContainText(/0 of \d+ attempted/)
})

test('the bars are as long as the numbers say', async ({ page }) => {
  await HomePage.keep(page, { ...DATE, ...CARDS })
  const home = await HomePage.at(page)
  await expect(home.areas).toHaveCount(7)
  const shares = await home
    .area('Backend and system design')
    .locator('i')
    .evaluateAll((parts) => parts.map((part) => part.getBoundingClientRect().width))
  const total = shares.reduce((sum, width) => sum + width, 0)
  const cards = Number(/of (\d+)/.exec(await home.area('Backend and system design').innerText())?.[1])
  expect((shares[2] ?? 0) / total).toBeCloseTo(1 / cards, 2)
  expect((shares[3] ?? 0) / total).toBeCloseTo(1 - 1 / cards, 2)
})

test('what is next leads there: first the plan, then what is weak', async ({ page }) => {
  await HomePage.keep(page, { ...DATE, ...CARDS, ...PLAN })
  const home = await HomePage.at(page)
  await expect(home.next).toHaveText([
    'Go crash course should be done by now.',
    'Go through your cards 2 of them are weak, most in Go and gRPC.',
  ])
  await page.keyboard.press('Tab')
  await home.next.first().getByRole('link').focus()
  await page.keyboard.press('Enter')
  const plan = new PlanPage(page)
  await expect(plan.done('go-crash-course')).toBeInViewport()
  await plan.done('go-crash-course').check()
  await page.goBack()
  await expect(home.next.first()).toHaveText('A minimal gRPC service should be done by now.')
})

test('without a date it asks for one, and counts the cards all the same', async ({ page }) => {
  await HomePage.keep(page, CARDS)
  const home = await HomePage.at(page)
  await expect(home.date).toBeVisible()
  await expect(home.next.first()).toContainText('2 of them are weak')
  await expect(home.left).toBeHidden()
})

test('another tab that sets the date wakes it', async ({ page, context }) => {
  const home = await HomePage.at(page)
  await expect(home.date).toBeVisible()
  const tab = await context.newPage()
  await tab.clock.setFixedTime(NOW)
  const plan = await PlanPage.at(tab)
  await plan.interviewAt('2026-11-25T14:30')
  await expect(home.left).toHaveText('1 day 19 hours')
})

test.describe('a browser in another zone', () => {
  test.use({ timezoneId: 'Asia/Tokyo' })

  test('tells the hour of the place of the interview', async ({ page }) => {
    await HomePage.keep(page, DATE)
    const home = await HomePage.at(page)
    await expect(home.left).toHaveText('1 day 19 hours')
    await expect(home.when).toHaveText('until Wednesday 25 Nov, 14:30 Berlin')
  })
})

test('offline once loaded it goes on counting; when the list cannot be fetched, it says so', async ({
  page,
  context,
}) => {
  await page.clock.install({ time: NOW })
  await HomePage.keep(page, { ...DATE, ...CARDS })
  const icon = page.waitForEvent('requestfinished', (request) => request.url().endsWith('favicon.svg'))
  const home = await HomePage.at(page)
  await expect(home.areas).toHaveCount(7)
  await icon
  await context.setOffline(true)
  await page.clock.fastForward('01:00:00')
  await expect(home.left).toHaveText('1 day 18 hours')
  expect(home.complaints).toEqual([])
  await context.setOffline(false)
  await page.route('**/readiness.json', (route) => route.abort())
  await page.reload()
  await expect(page.getByText('The cards could not be counted')).toBeVisible()
  await expect(home.left).toHaveText('1 day 18 hours')
  await page.unroute('**/readiness.json')
  await page.evaluate(() => dispatchEvent(new Event('online')))
  await expect(home.areas).toHaveCount(7)
  await expect(page.getByText('The cards could not be counted')).toBeHidden()
})

test('a part of the page that cannot be fetched is said to be missing, and comes when it can be had', async ({
  page,
}) => {
  await page.route('**/practice-home*.js', (route) => route.abort())
  await HomePage.keep(page, { ...DATE, ...CARDS })
  const home = await HomePage.at(page)
  await expect(page.getByRole('alert')).toContainText('could not be shown')
  await page.unroute('**/practice-home*.js')
  await page.evaluate(() => dispatchEvent(new Event('online')))
  await expect(home.areas).toHaveCount(7)
  await expect(page.getByRole('alert')).toBeHidden()
})

test('blocked storage leaves the page as it is', async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(window, 'localStorage', {
      get: () => {
        throw new DOMException('no', 'SecurityError')
      },
    })
  })
  const home = await HomePage.at(page)
  await expect(home.date).toBeVisible()
  expect(home.complaints).toEqual([])
})

test('damaged and full storage break nothing', async ({ page }) => {
  await HomePage.keep(page, DATE)
  await page.addInitScript(() => {
    localStorage.setItem('prep:/:reviews', 'no JSON')
    Storage.prototype.setItem = () => {
      throw new DOMException('no', 'QuotaExceededError')
    }
  })
  const home = await HomePage.at(page)
  await expect(home.left).toHaveText('1 day 19 hours')
  await expect(home.area('Go and gRPC')).toContainText(/0 of \d+ attempted/)
  expect(home.complaints).toEqual([])
})

test('it needs at most 30 KB of script, has no barrier, and fits a phone in both themes', async ({ page }) => {
  let bytes = 0
  page.on('requestfinished', (request) => {
    if (/\.js(?:on)?$/.test(request.url())) void request.sizes().then((sizes) => (bytes += sizes.responseBodySize))
  })
  await HomePage.keep(page, { ...DATE, ...CARDS, ...PLAN })
  const home = await HomePage.at(page)
  await expect(home.areas).toHaveCount(7)
  expect(await barriers(page), 'light, 1280 px').toEqual([])
  await page.setViewportSize({ width: 320, height: 640 })
  await home.prefer('dark')
  expect(await tightPlaces(page), 'dark, 320 px').toEqual([])
  expect(await home.overflow()).toEqual([])
  expect(bytes).toBeGreaterThan(4096)
  expect(bytes).toBeLessThanOrEqual(30 * 1024)
})

test.describe('without a script', () => {
  test.use({ javaScriptEnabled: false })

  test('what the plan assumes stands there, no form and no empty panel', async ({ page }) => {
    const home = await HomePage.at(page)
    await expect(page.getByText('No date is set.')).toBeVisible()
    await expect(home.date).toBeHidden()
    await expect(home.panel).toBeHidden()
  })
})
