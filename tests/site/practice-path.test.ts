/** A path is walked: it is begun, each stop leads to the next, what was done is remembered, and it is made to fit. */
import { expect, test } from '@playwright/test'
import { barriers, tightPlaces } from './accessibility.ts'
import { DataPage } from './pages/data-page.ts'
import { GuidePage } from './pages/guide-page.ts'
import { HomePage } from './pages/home-page.ts'
import { ONE_HOUR, PathPage } from './pages/path-page.ts'

const NOW = new Date('2026-11-25T08:00:00Z')
const FIRST = 'One hour · stop 1 of 12 · 1 h left'
const progress = (changes: object = {}) => ({
  since: NOW.getTime() - 60_000,
  done: [] as string[],
  leftOut: [] as string[],
  isLeft: false,
  ...changes,
})
const BEGUN = progress({ done: ['section:fit', 'story:performance'] })
const THIRD = 'stop 3 of 12 · 50 min left'
const OUTAGE = '/stories/outage/'

test.beforeEach(async ({ page }) => {
  await page.clock.setFixedTime(NOW)
})

test('from the home page over "Start", each stop says where one is and what to do, and leads to the next', async ({
  page,
}) => {
  const path = await PathPage.at(page, '/')
  await path.card('one-hour').click()
  await expect(path.standing).toHaveText('12 stops, 1 h')
  await path.go.click()
  await path.expectStop('/brief/fit/', FIRST)
  await expect(path.bar).toContainText('Say the pitch three times')
  await expect(path.next).toContainText('Done, next: ')
  await path.next.click()
  await path.expectStop('/stories/performance/', 'stop 2 of 12 · 55 min left')
  await path.next.click()
  await path.expectStop(OUTAGE, THIRD)
  expect(path.complaints).toEqual([])
})

test('whoever follows the first stop in the list has begun, and the links at the end of a stop lead along the path', async ({
  page,
}) => {
  const path = await PathPage.at(page)
  await path.stops.first().getByRole('link').click()
  await path.expectStop('/brief/fit/', FIRST)
  await expect(path.pager.getByRole('link')).toHaveCount(1)
  await path.pager.getByRole('link', { name: 'Done, next' }).click()
  await path.expectStop('/stories/performance/', 'stop 2 of 12')
  await path.pager.getByRole('link', { name: 'Previous stop' }).click()
  await path.expectStop('/brief/fit/', 'stop 1 of 12, done · 55 min left')
  await expect(path.next).toContainText(/^Next: /)
})

test('"Back" comes to a stop that knows it is done', async ({ page }) => {
  await HomePage.keep(page, { paths: { 'one-hour': progress() } })
  const path = await PathPage.at(page, '/brief/fit/')
  await path.next.click()
  await path.expectStop('/stories/performance/', 'stop 2 of 12')
  await page.goBack()
  await path.expectStop('/brief/fit/', 'stop 1 of 12, done')
})

test('ticks are there after a reload and in another tab, and one that is taken away is open again', async ({
  page,
  context,
}) => {
  const path = await PathPage.at(page)
  const tab = await PathPage.at(await context.newPage())
  await path.stops.nth(1).getByRole('checkbox').check()
  await expect(path.standing).toHaveText('1 of 12 stops done, 55 min left')
  await expect(tab.standing).toHaveText('1 of 12 stops done, 55 min left')
  await expect(tab.stops.nth(1).getByRole('checkbox')).toBeChecked()
  await tab.open(OUTAGE)
  await tab.expectStop(OUTAGE, 'stop 3 of 12 · 55 min left')
  await page.reload()
  await expect(path.stops.nth(1).getByRole('checkbox')).toBeChecked()
  await path.stops.nth(1).getByRole('checkbox').uncheck()
  await tab.expectStop(OUTAGE, 'stop 3 of 12 · 1 h left')
})

test('a page that is no stop leads back in one line, and its own links stay', async ({ page }) => {
  await HomePage.keep(page, { paths: { 'one-hour': BEGUN } })
  const path = await PathPage.at(page, '/concepts/redis/')
  await expect(path.bar).toHaveText(/^Back to stop 3 of “One hour”: .+/, { useInnerText: true })
  await expect(path.pager.getByRole('link', { name: 'Next' })).not.toHaveText(/stop/)
  await path.bar.getByRole('link').click()
  await path.expectStop(OUTAGE, THIRD)
})

test('the path can be left and taken up again, here and on its page', async ({ page }) => {
  await HomePage.keep(page, { paths: { 'one-hour': BEGUN } })
  const path = await PathPage.at(page, OUTAGE)
  await expect(path.pager.getByRole('link', { name: 'Previous stop' })).toBeVisible()
  await path.leave.click()
  await expect(path.takeUp).toBeFocused()
  await expect(path.pager).not.toContainText('stop')
  await path.takeUp.click()
  await expect(path.leave).toBeFocused()
  await path.leave.click()
  await path.open('/concepts/redis/')
  await expect(path.main.getByRole('heading').first()).toBeVisible()
  await expect(path.bar).toBeHidden()
  await path.open('/')
  await expect(path.card('one-hour')).toContainText('Left at stop 3 of 12')
  await path.card('one-hour').click()
  await expect(path.go).toContainText('Go on with stop 3')
  await path.go.click()
  await path.expectStop(OUTAGE, THIRD)
})

test('the home page says at its card where the path is, and leads there', async ({ page }) => {
  await HomePage.keep(page, { paths: { 'one-hour': BEGUN } })
  const path = await PathPage.at(page, '/')
  await expect(path.card('one-hour')).toContainText('Go on: stop 3 of 12, 50 min left')
  await expect(path.card('one-day')).toContainText('20 stops, from')
  await path.card('one-hour').click()
  await path.expectStop(OUTAGE, THIRD)
})

test('beginning another path leaves the first, and says so before', async ({ page }) => {
  await HomePage.keep(page, { paths: { 'one-hour': BEGUN } })
  const path = await PathPage.at(page, '/paths/ten-minutes/')
  await expect(path.desk).toContainText('One hour is under way.')
  await path.stops.nth(1).getByRole('link').click()
  await expect(path.bar).toContainText('Back to stop 3 of “One hour”')
  await path.open('/paths/ten-minutes/')
  await path.go.click()
  await path.expectStop('/sheets/day-of/', 'Ten minutes · stop 1 of 4')
  await path.open('/')
  await expect(path.card('one-hour')).toContainText('Left at stop 3 of 12')
})

test('made to fit, it leaves out what is worth least, says what, and is as long as the rest', async ({ page }) => {
  const path = await PathPage.at(page)
  await path.fit('35')
  await expect(path.told).toContainText('It fits: 8 stops in 35 min. Left out')
  await expect(path.leftOut).toHaveCount(4)
  for (const title of await path.leftOut.getByRole('link').allInnerTexts()) await expect(path.told).toContainText(title)
  await expect(path.leftOut.first()).toContainText('Left out')
  await path.go.click()
  await path.expectStop('/brief/fit/', 'stop 1 of 8 · 35 min left')
  await path.open(ONE_HOUR)
  await expect(path.leftOut).toHaveCount(4)
  await page.getByRole('button', { name: 'Take every stop again' }).click()
  await expect(path.standing).toHaveText('0 of 12 stops done, 1 h left')
  await expect(path.leftOut).toHaveCount(0)
  await path.fit('1')
  await expect(path.told).toContainText('No stop is as short as 1 min.')
  await expect(path.leftOut).toHaveCount(0)
})

test('when the time that it was made for runs out, the bar says so, and the path is made to fit again', async ({
  page,
}) => {
  const until = NOW.getTime() + 20 * 60_000
  await HomePage.keep(page, { paths: { 'one-hour': progress({ until, done: ['section:fit'] }) } })
  const path = await PathPage.at(page, '/stories/performance/')
  await expect(path.bar).toContainText('There are 20 min for what takes 55 min.')
  await path.bar.getByRole('link', { name: 'Make the path fit' }).click()
  await expect(path.minutes).toBeFocused()
  await expect(path.minutes).toHaveValue('20')
  await page.getByRole('button', { name: 'Make it fit' }).click()
  await expect(path.standing).toContainText(/1 of \d stops done, (1\d|20) min left/)
  await expect(path.desk).not.toContainText('There are', { useInnerText: true })
})

test('an interview that is near is the time that there is', async ({ page }) => {
  const start = NOW.getTime() + 40 * 60_000
  await HomePage.keep(page, { interview: { when: { start, zone: 'Europe/Berlin' } } })
  const path = await PathPage.at(page)
  await expect(path.desk).toContainText('The interview begins in 40 min.')
  await expect(path.minutes).toHaveValue('40')
  await path.go.click()
  await expect(path.bar).toContainText('There are 40 min for what takes 1 h.')
})

test('after the last stop one is through: what next, and no page speaks of the path', async ({ page }) => {
  const done = ['sheet:day-of', 'sheet:star', 'question:go-projects']
  await HomePage.keep(page, { paths: { 'ten-minutes': progress({ done }) } })
  const path = await PathPage.at(page, '/questions/seniority/')
  await expect(path.next).toHaveText('Done with the last stop: Ten minutes')
  await path.next.click()
  await expect(path.through).toBeVisible()
  await expect(path.through.getByRole('link', { name: 'One hour' })).toBeVisible()
  await expect(path.desk).toBeHidden()
  await path.open('/')
  await expect(path.card('ten-minutes')).toContainText('You are through.')
  await path.open('/questions/seniority/')
  await expect(path.pager).not.toContainText('stop')
  await expect(path.bar).toBeHidden()
  await path.open('/paths/ten-minutes/')
  await page.getByRole('button', { name: 'Begin again' }).click()
  await expect(path.standing).toHaveText('0 of 4 stops done, 10 min left')
})

test('begun once more in the middle, it asks before the ticks go', async ({ page }) => {
  await HomePage.keep(page, { paths: { 'one-hour': BEGUN } })
  const path = await PathPage.at(page)
  await page.getByRole('button', { name: 'Begin again' }).click()
  await expect(path.standing).toContainText('2 of 12 stops done')
  await page.getByRole('button', { name: 'Begin again: sure?' }).click()
  await expect(path.standing).toHaveText('0 of 12 stops done, 1 h left')
  await expect(path.go).toBeFocused()
})

test('export and import bring it to another device, and deleting everything ends it', async ({ page, browser }) => {
  const path = await PathPage.at(page)
  await path.go.click()
  await path.next.click()
  await path.expectStop('/stories/performance/', 'stop 2 of 12')
  const { text } = await (await DataPage.keeping(page)).save()
  const other = await (await browser.newContext()).newPage()
  const data = await DataPage.keeping(other)
  await data.choose(text)
  await other.getByRole('button', { name: 'Take them' }).click()
  const there = await PathPage.at(other, '/')
  await expect(there.card('one-hour')).toContainText('Go on: stop 2 of 12, 55 min left')
  await other.evaluate(() => localStorage.clear())
  await there.open('/brief/fit/')
  await expect(there.pager).not.toContainText('stop')
  await expect(there.bar).toBeHidden()
})

test('a path and a stop that left the guide do no harm', async ({ page }) => {
  const gone = progress({ since: NOW.getTime(), done: ['section:gone'] })
  const here = progress({ done: ['question:gone'], leftOut: ['story:gone'] })
  await HomePage.keep(page, { paths: { 'half-a-day': gone, 'one-hour': here } })
  const path = await PathPage.at(page, '/brief/fit/')
  await expect(path.bar).toContainText(FIRST)
  await path.open('/')
  await expect(path.card('one-hour')).toContainText('Go on: stop 1 of 12')
  expect(path.complaints).toEqual([])
})

test('offline the stop is read without the bar, which comes when there is a connection', async ({ page }) => {
  await page.route('**/paths.json', (route) => route.abort())
  await HomePage.keep(page, { paths: { 'one-hour': BEGUN } })
  const path = await PathPage.at(page, OUTAGE)
  await expect(path.main.getByRole('heading', { level: 1 })).toBeVisible()
  await expect(path.bar).toBeHidden()
  await page.unroute('**/paths.json')
  await page.evaluate(() => dispatchEvent(new Event('online')))
  await expect(path.bar).toContainText(THIRD)
})

test('blocked storage says so on the page of the path, and leaves every other page as it is', async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(window, 'localStorage', {
      get: () => {
        throw new DOMException('no', 'SecurityError')
      },
    })
  })
  const path = await PathPage.at(page)
  await expect(page.getByText('This browser keeps nothing for this site')).toBeVisible()
  await path.stops.first().getByRole('checkbox').check()
  await expect(path.standing).toHaveText('1 of 12 stops done, 55 min left')
  await path.go.click()
  await expect(page).toHaveURL(/performance/)
  await expect(path.bar).toBeHidden()
  expect(path.complaints).toEqual([])
})

test('whoever is on no path fetches nothing for it, and whoever is on one at most 16 KB of script', async ({
  page,
}) => {
  const plain = await GuidePage.at(page, OUTAGE)
  expect(plain.fetched('.js').filter((path) => !/\/(?:reading-aids|wake-stories)\./.test(path))).toHaveLength(1)
  expect(plain.fetched('paths')).toEqual([])
  let bytes = 0
  page.on('requestfinished', (request) => {
    if (/\.js(?:on)?$/.test(request.url())) void request.sizes().then((sizes) => (bytes += sizes.responseBodySize))
  })
  await HomePage.keep(page, { paths: { 'one-hour': BEGUN } })
  const path = await PathPage.at(page, OUTAGE)
  await expect(path.bar).toContainText(THIRD)
  expect(bytes).toBeGreaterThan(1024)
  expect(bytes).toBeLessThanOrEqual(16 * 1024)
})

for (const [name, address] of [
  ['a stop', OUTAGE],
  ['a sheet that is a stop', '/sheets/day-of/'],
  ['another page', '/plan/'],
  ['the page of the path', ONE_HOUR],
  ['the home page', '/'],
] as const) {
  test(`${name} has no barrier on a phone and on a laptop, in both themes, and no sideways scroll at 320 px`, async ({
    page,
  }) => {
    const until = NOW.getTime() + 20 * 60_000
    await HomePage.keep(page, { paths: { 'one-hour': { ...BEGUN, until, leftOut: ['section:claims'] } } })
    const path = await PathPage.at(page, address)
    await expect(page.getByText(/stop \d+ of (?:11|“)|2 of 11 stops/).first()).toBeVisible()
    for (const width of [1280, 390]) {
      await page.setViewportSize({ width, height: 800 })
      await path.prefer('light')
      expect.soft(await barriers(page), `light, ${width} px`).toEqual([])
      await path.prefer('dark')
      expect.soft(await tightPlaces(page), `dark, ${width} px`).toEqual([])
    }
    await page.setViewportSize({ width: 320, height: 640 })
    expect(await path.overflow()).toEqual([])
  })
}

test('on paper there is no bar', async ({ page }) => {
  await HomePage.keep(page, { paths: { 'one-hour': BEGUN } })
  const path = await PathPage.at(page, '/sheets/day-of/')
  await expect(path.bar).toBeVisible()
  await page.emulateMedia({ media: 'print' })
  await expect(path.bar).toBeHidden()
  await expect(path.pager).toBeHidden()
})

test.describe('without a script', () => {
  test.use({ javaScriptEnabled: false })

  test('the stops are a list of links, and nothing stands there to press', async ({ page }) => {
    const path = await PathPage.at(page)
    await expect(path.stops).toHaveCount(12)
    await expect(path.main.locator('noscript > p')).toContainText('can be read, not ticked')
    await expect(path.desk).toBeHidden()
    await expect(page.getByRole('checkbox')).toHaveCount(0)
    await path.stops.nth(2).getByRole('link').click()
    await expect(page).toHaveURL(/outage/)
    await expect(path.bar).toHaveCount(0)
  })
})
