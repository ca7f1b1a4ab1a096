/** The plan laid, ticked, laid again and saved, in a real browser. */
import { expect, test } from '@playwright/test'
import { barriers, tightPlaces } from './accessibility.ts'
import { PlanPage } from './pages/plan-page.ts'

/** Sunday, eleven o'clock in Berlin. */
const NOW = new Date('2026-11-22T10:00:00Z')
const INTERVIEW = '2026-11-25T14:30'
const SPRINT = {
  'Monday 23 November': ['09:00–12:15 go-crash-course', '13:00–15:15 grpc-skeleton'],
  'Tuesday 24 November': ['09:00–12:15 mysql-redis', '12:30–13:30 pprof', '14:15–15:15 star-stories'],
  'Wednesday 25 November': ['08:00–10:15 design-mock', '10:30–12:45 rehearse-answers', '13:00–13:30 asks-and-pitch'],
}

test.beforeEach(async ({ page }) => {
  await page.clock.setFixedTime(NOW)
})

test('without a date the sprint stands there without hours, and a week on request', async ({ page }) => {
  const plan = await PlanPage.at(page)
  await expect(page.getByText('No date is set. Plan and cards assume that it is in three days.')).toBeVisible()
  await plan.expectDays({
    'Day 1: Go and the first gRPC call': ['go-crash-course', 'grpc-skeleton'],
    'Day 2: Data, cache, profile, stories': ['mysql-redis', 'pprof', 'star-stories'],
    'Day 3: Design, rehearse, get ready': ['design-mock', 'rehearse-answers', 'asks-and-pitch'],
  })
  await expect(plan.behind).toBeHidden()
  await expect(plan.standing).toHaveText('0 of 8 tasks done in 0 min')
  await plan.variant('A week').check()
  await expect(page.locator('[data-part="days"] > section')).toHaveCount(7)
  await expect(plan.standing).toHaveText('0 of 15 tasks done in 0 min')
  await plan.done('pprof').check()
  await expect(plan.standing).toHaveText('1 of 15 tasks done in 1 h')
})

test('the address of a task leads to it in every plan, and the contents name the days as they are laid', async ({
  page,
}) => {
  await page.setViewportSize({ width: 1280, height: 900 })
  const plan = await PlanPage.at(page)
  const days = plan.contents.locator('[href^="#day-"]')
  await expect(days).toHaveText([/^Day 1: /, /^Day 2: /, /^Day 3: /])
  await plan.interviewAt(INTERVIEW)
  await expect(days).toHaveText(['Monday 23 November', 'Tuesday 24 November', 'Wednesday 25 November'])
  await days.nth(1).click()
  await expect(page.locator('#day-2')).toBeInViewport()
  await expect(days.nth(1)).toHaveAttribute('aria-current', 'true')
  for (const variant of ['sprint', 'week']) {
    const choice = { from: NOW.getTime(), variant, without: [] }
    const record = { version: 1, records: { plan: { at: NOW.getTime() * 2, value: choice } } }
    await page.evaluate((text) => localStorage.setItem('prep:/:plan', text), JSON.stringify(record))
    // A task of both plans, and one for which only a week has time.
    for (const id of ['asks-and-pitch', 'every-area']) {
      await plan.open('/search/')
      await plan.open(`/plan/#${id}`)
      const row = page.locator(`[data-task="${id}"]`)
      await expect(row, variant).toHaveCount(1)
      await expect(row.getByRole('heading'), variant).toBeInViewport()
    }
    await expect(page.locator('#more').locator('..').locator('[data-task]')).toHaveCount(variant === 'week' ? 0 : 7)
  }
})

test('by keyboard alone on a phone: date, tick, minutes, behind, calendar', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 })
  const plan = await PlanPage.at(page)
  await plan.date.fill(INTERVIEW)
  await plan.set.focus()
  await page.keyboard.press('Enter')
  await plan.expectDays(SPRINT)
  await expect(plan.standing).toHaveText('0 of 8 tasks done in 0 min, 14 h 30 min planned')

  await plan.done('go-crash-course').focus()
  await page.keyboard.press('Space')
  await expect(plan.done('go-crash-course')).toBeFocused()
  await page.keyboard.press('Tab')
  await expect(plan.minutes('go-crash-course')).toBeFocused()
  await expect(plan.minutes('go-crash-course')).toHaveValue('180')
  await page.keyboard.press('ControlOrMeta+A')
  await page.keyboard.type('270')
  await expect(plan.standing).toHaveText('1 of 8 tasks done in 4 h 30 min, 11 h 30 min planned')

  // Late on the eve: what is left would need more than there is, at this pace.
  await page.clock.setFixedTime(new Date('2026-11-24T16:00:00Z'))
  await plan.behind.focus()
  await page.keyboard.press('Enter')
  await expect(plan.behind).toBeFocused()
  await expect(plan.told).toHaveText('Planned again from now: 5 tasks to do; 2 tasks left out.')
  await expect(plan.leftOut.locator('h3')).toHaveText(['MySQL and Redis behind the service', 'System-design mock'])
  await expect(plan.earlier.locator('h3')).toHaveText(['Go crash course'])
  await expect(page.getByText('Tasks took you 1.5 times their estimates')).toBeVisible()
  await expect(page.locator('[data-part="days"] h2')).toHaveText(['Tuesday 24 November', 'Wednesday 25 November'])

  await plan.save.focus()
  const [download] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Enter')])
  expect(download.suggestedFilename()).toBe('plan.ics')
  await expect(plan.told).toHaveText('Saved plan.ics with the interview and 5 tasks.')
  expect(plan.complaints).toEqual([])
  expect(await plan.overflow()).toEqual([])
})

test('once it is set, the date is one line, and a phone shows the first task; the line opens and closes the form', async ({
  page,
}) => {
  await page.setViewportSize({ width: 390, height: 844 })
  const plan = await PlanPage.at(page)
  await plan.interviewAt(INTERVIEW)
  await expect(plan.change).toBeFocused()
  await expect(plan.date).toBeHidden()
  await page.reload()
  await expect(page.getByText('Wednesday 25 Nov, 14:30 Berlin')).toBeInViewport()
  await expect(plan.date).toBeHidden()
  await expect(plan.task('go-crash-course').getByRole('heading')).toBeInViewport({ ratio: 1 })

  await plan.change.press('Enter')
  await expect(plan.change).toHaveAttribute('aria-expanded', 'true')
  await expect(plan.date).toHaveValue(INTERVIEW)
  await plan.change.press('Enter')
  await expect(plan.date).toBeHidden()
  await plan.change.click()
  await page.getByRole('button', { name: 'Forget the date' }).click()
  await expect(plan.date).toBeFocused()
  await expect(plan.change).toBeHidden()
})

test('the link "change" of the home page opens the form', async ({ page }) => {
  const plan = await PlanPage.at(page)
  await plan.interviewAt(INTERVIEW)
  await plan.open('/')
  await page.getByRole('link', { name: 'change' }).click()
  await expect(plan.date).toHaveValue(INTERVIEW)
})

test('the calendar holds what is still to be done, and the next one moves the same entries', async ({ page }) => {
  const plan = await PlanPage.at(page)
  await plan.interviewAt(INTERVIEW)
  await plan.done('go-crash-course').check()
  const first = await plan.calendar()
  expect(first.name).toBe('plan.ics')
  expect(first.events).toHaveLength(8)
  expect(first.events[0]).toEqual({
    uid: 'grpc-skeleton.about-you-shop-backend@interview-guide',
    summary: 'A minimal gRPC service',
    start: '2026-11-23T12:00:00Z',
    end: '2026-11-23T14:15:00Z',
  })
  expect(first.events.at(-1)).toEqual({
    uid: 'interview.date.about-you-shop-backend@interview-guide',
    summary: 'Interview: ABOUT YOU',
    start: '2026-11-25T13:30:00Z',
    end: '2026-11-25T14:30:00Z',
  })
  expect(first.text.match(/BEGIN:VALARM/g)).toHaveLength(8)
  await plan.interviewAt('2026-11-26T09:00')
  const second = await plan.calendar()
  expect(second.events.map(({ uid }) => uid)).toEqual(first.events.map(({ uid }) => uid))
  expect(second.events.map(({ start }) => start)).not.toEqual(first.events.map(({ start }) => start))
})

test('the clock runs: a task is due, then it should be done, then the interview has begun', async ({ page }) => {
  await page.clock.install({ time: NOW })
  const plan = await PlanPage.at(page)
  await plan.interviewAt(INTERVIEW)
  await plan.expectDays(SPRINT)
  const state = plan.task('go-crash-course').locator('[data-part="state"]')
  await expect(state).toBeHidden()
  await page.clock.fastForward('22:00:00')
  await expect(state).toHaveText('now')
  await page.clock.fastForward('04:00:00')
  await expect(state).toHaveText('should be done')
  await expect(page.getByText('1 task should be done by now.')).toBeVisible()
  await page.clock.fastForward('50:00:00')
  await expect(page.getByText('The interview has begun, so nothing is planned any more.')).toBeVisible()
  expect(plan.complaints).toEqual([])
})

test('a reload in the middle changes nothing, and another tab follows', async ({ page, context }) => {
  const plan = await PlanPage.at(page)
  await plan.interviewAt(INTERVIEW)
  await plan.done('pprof').check()
  await plan.minutes('pprof').fill('95')
  await page.clock.setFixedTime(new Date('2026-11-23T17:00:00Z'))
  await page.reload()
  await plan.expectDays(SPRINT)
  await expect(plan.done('pprof')).toBeChecked()
  await expect(plan.minutes('pprof')).toHaveValue('95')

  const tab = await context.newPage()
  await tab.clock.setFixedTime(NOW)
  const other = await PlanPage.at(tab)
  await other.done('star-stories').check()
  await expect(plan.done('star-stories')).toBeChecked()
  await plan.done('pprof').uncheck()
  await expect(other.done('pprof')).not.toBeChecked()
})

test('a field that has the focus keeps what is being typed', async ({ page, context }) => {
  const plan = await PlanPage.at(page)
  await plan.done('pprof').check()
  await plan.minutes('pprof').fill('')
  const other = await PlanPage.at(await context.newPage())
  await other.minutes('pprof').fill('20')
  await expect(plan.standing).toHaveText('1 of 8 tasks done in 20 min')
  await expect(plan.minutes('pprof')).toHaveValue('')
})

test('with a week left the week is laid, and can be changed for the sprint', async ({ page }) => {
  const plan = await PlanPage.at(page)
  await plan.interviewAt('2026-11-29T14:30')
  await page.getByText('Which plan, and how it works').click()
  await expect(plan.variant('A week')).toBeChecked()
  await expect(page.locator('[data-part="days"] > section')).toHaveCount(8)
  await plan.variant('Three days').check()
  await expect(page.locator('[data-part="days"] > section')).toHaveCount(3)
  await page.reload()
  await page.getByText('Which plan, and how it works').click()
  await expect(plan.variant('Three days')).toBeChecked()
})

test('an abbreviation asks which zone is meant, by keyboard, and nothing typed is lost', async ({ page }) => {
  const plan = await PlanPage.at(page)
  await plan.date.fill('2027-07-01T14:30')
  await plan.unfoldZone()
  await plan.zone.fill('BST')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('alert').filter({ hasText: '"BST" is not the name of a time zone.' })).toBeVisible()
  const which = page.getByRole('group', { name: 'Which is meant?' }).getByRole('button')
  await expect(which).toHaveText([
    /^Europe\/London \(British Summer Time/,
    /^America\/Sao_Paulo/,
    /^Asia\/Dhaka \(Bangladesh Standard Time/,
  ])
  expect(await barriers(page)).toEqual([])
  await expect(plan.date).toHaveValue('2027-07-01T14:30')
  await which.first().press('Enter')
  await expect(plan.zone).toHaveValue('Europe/London')
  await expect(plan.change).toBeFocused()
  await expect(page.getByText('Thursday 1 Jul, 14:30 London')).toBeVisible()
  await plan.change.click()
  await plan.zone.fill('new york')
  await plan.set.click()
  await expect(page.getByText('Thursday 1 Jul, 14:30 New York')).toBeVisible()
})

test.describe('a browser in Berlin', () => {
  test.use({ timezoneId: 'Europe/Berlin' })

  test('a date kept with an abbreviation is asked about and not lost', async ({ page }) => {
    const record = { at: 1, value: { start: Date.parse('2027-07-01T13:30:00Z'), zone: 'CET' } }
    await page.addInitScript(
      (text) => localStorage.setItem('prep:/:interview', text),
      JSON.stringify({ version: 1, records: { when: record } }),
    )
    const plan = await PlanPage.at(page)
    await expect(page.getByText('its time zone is not clear')).toBeVisible()
    await expect(plan.date).toHaveValue(/2027-07-01T1[45]:30/)
    const which = page.getByRole('group', { name: 'Which is meant?' }).getByRole('button')
    await which.first().click()
    await expect(page.getByText(/1 Jul, 1[45]:30 Berlin/)).toBeVisible()
  })
})

test('the picker names each zone with its city and its present offset', async ({ page }) => {
  const plan = await PlanPage.at(page)
  await plan.unfoldZone()
  await plan.zone.focus()
  const option = page.locator('datalist option[value="Europe/Lisbon"]')
  await expect(option).toHaveAttribute('label', /^Lisbon, GMT/)
})

test.describe('a browser in another zone', () => {
  test.use({ timezoneId: 'America/Los_Angeles' })

  test('shows the hours of the interview and says so', async ({ page }) => {
    const plan = await PlanPage.at(page)
    await plan.interviewAt(INTERVIEW)
    await plan.expectDays(SPRINT)
    await expect(page.getByText('Your device is set to America/Los_Angeles')).toBeVisible()
    expect((await plan.calendar()).events[0]?.start).toBe('2026-11-23T08:00:00Z')
  })
})

test('everything goes on offline once the page is there', async ({ page, context }) => {
  const icon = page.waitForEvent('requestfinished', (request) => request.url().endsWith('favicon.svg'))
  const plan = await PlanPage.at(page)
  await icon
  await context.setOffline(true)
  await plan.interviewAt(INTERVIEW)
  await plan.expectDays(SPRINT)
  await plan.done('go-crash-course').check()
  await plan.behind.click()
  await expect(plan.earlier).toHaveCount(1)
  expect((await plan.calendar()).events).toHaveLength(8)
  expect(plan.complaints).toEqual([])
})

for (const [name, error, notice] of [
  ['blocked', 'SecurityError', 'This browser keeps nothing for this site'],
  ['full', 'QuotaExceededError', "The browser's storage is full."],
] as const) {
  test(`with storage ${name} it works in this tab, and the page says that it is not kept`, async ({ page }) => {
    await page.addInitScript((type) => {
      Storage.prototype.setItem = () => {
        throw new DOMException('no', type)
      }
    }, error)
    const plan = await PlanPage.at(page)
    await plan.interviewAt(INTERVIEW)
    await plan.expectDays(SPRINT)
    await plan.done('pprof').check()
    await expect(plan.standing).toHaveText('1 of 8 tasks done in 1 h, 13 h 30 min planned')
    await expect(page.getByText(notice)).toBeVisible()
    expect(plan.complaints).toEqual([])
  })
}

test('no state has a barrier, in both themes and on a phone', async ({ page }) => {
  const plan = await PlanPage.at(page)
  expect(await barriers(page), 'without a date').toEqual([])
  await plan.interviewAt(INTERVIEW)
  await plan.done('go-crash-course').check()
  await page.clock.setFixedTime(new Date('2026-11-24T16:00:00Z'))
  await plan.behind.click()
  await page.getByText('Which plan, and how it works').click()
  expect(await barriers(page), 'tasks left out').toEqual([])
  await plan.prefer('dark')
  await page.setViewportSize({ width: 320, height: 640 })
  expect(await tightPlaces(page), 'dark, 320 px').toEqual([])
  expect(await plan.overflow()).toEqual([])
  await page.clock.setFixedTime(new Date('2026-11-25T13:00:00Z'))
  await page.reload()
  expect(await barriers(page), 'late').toEqual([])
  await page.clock.setFixedTime(new Date('2026-11-25T14:00:00Z'))
  await page.reload()
  await plan.behind.click()
  expect(await barriers(page), 'over').toEqual([])
})

test.describe('without a script', () => {
  test.use({ javaScriptEnabled: false })

  test('the sprint stands there day by day, then what to bring and what a week adds, each task once', async ({
    page,
  }) => {
    const plan = new PlanPage(page)
    await plan.open('/plan/#pprof')
    await expect(page.getByRole('heading', { name: 'pprof endpoints and one profile' })).toBeInViewport()
    await plan.expectDays({
      'Day 1: Go and the first gRPC call': ['go-crash-course', 'grpc-skeleton'],
      'Day 2: Data, cache, profile, stories': ['mysql-redis', 'pprof', 'star-stories'],
      'Day 3: Design, rehearse, get ready': ['design-mock', 'rehearse-answers', 'asks-and-pitch'],
    })
    const headings = plan.main.locator('section:has(> h2:visible) > h2')
    await expect(headings.last()).toHaveText('With a week')
    await expect(headings.nth(-2)).toHaveText('What to bring')
    await expect(plan.main.locator('[data-task]:visible')).toHaveCount(15)
    await expect(plan.main.locator('noscript > p')).toContainText('each task gets its day and its hours')
    await expect(plan.save).toBeHidden()
  })
})
