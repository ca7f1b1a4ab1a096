/** Stories in one's own words: read and told at one place, kept as typed, measured as told, and none planned too often. */
import { expect, test } from '@playwright/test'
import { barriers, tightPlaces } from './accessibility.ts'
import { CardsPage } from './pages/cards-page.ts'
import { StoriesPage } from './pages/stories-page.ts'
import { printed, textOn } from './pdf.ts'

const OWN = 'I read the plan of the worst query, and I added the index that it lacked. We kept the rest.'
const PLANNED = ['An incident you handled', 'Shifting priorities', 'A mistake of your own']

test.beforeEach(async ({ page }) => {
  await page.clock.setFixedTime(new Date('2026-11-23T09:00:00Z'))
})

test('a story is read as the guide tells it; a press opens its editor in place, and the address keeps it open', async ({
  page,
}) => {
  await page.setViewportSize({ width: 390, height: 844 })
  const story = await StoriesPage.telling(page, 'outage', '')
  await expect(story.part('situation').guide).toBeVisible()
  await expect(story.tell).toHaveText('Tell it in your words')
  await expect(story.tell).toBeInViewport({ ratio: 1 })
  expect((await story.tell.boundingBox())?.width).toBe(358)
  await expect(story.part('headline').root).toBeHidden()
  await expect(story.measure('words')).toBeHidden()
  expect(story.guide.fetched('tell-story')).toEqual([])

  await story.tell.click()
  await expect(story.close).toBeFocused()
  await expect(story.part('headline').take).toBeVisible()
  await expect(story.known).toHaveText(/What only you know/)
  await expect(page).toHaveURL(/\/stories\/outage\/#own$/)
  await page.reload()
  await expect(story.part('headline').take).toBeVisible()
  await story.close.click()
  await expect(story.tell).toBeFocused()
  await expect(story.part('headline').root).toBeHidden()
  await expect(page).toHaveURL(/\/stories\/outage\/$/)
  expect(story.guide.complaints).toEqual([])
})

test('own words are read in place of the guide’s, which fold away; the list and the page say how far one is', async ({
  page,
}) => {
  await CardsPage.keep(page, 'stories', { performance: { headline: 'Half the CPU.', action: OWN } })
  const list = await StoriesPage.at(page)
  const states = list.main.locator('story-state')
  await expect(states.filter({ visible: true })).toHaveText('Your version: 2 of 5 parts in your words')
  await states.getByRole('link').filter({ visible: true }).click()
  const { story } = list
  await expect(story.part('action').field).toHaveValue(OWN)
  await story.close.click()
  await expect(story.standing).toHaveText('Your version: 139 words, 52 s to 1 min 4 s')
  await expect(story.part('headline').told).toHaveText('Half the CPU.')
  await expect(story.part('action').told).toHaveText(OWN)
  await expect(story.part('action').guide).toBeHidden()
  await expect(story.part('action').field).toBeHidden()
  await expect(story.part('task').guide).toBeVisible()
  await expect(story.tell).toHaveText('Go on with your version')

  const paper = textOn(await printed(page, 'A4')).replace(/\s+/g, ' ')
  expect(paper).toContain('Half the CPU.')
  expect(paper).toContain(OWN)
  expect(paper).not.toContain('I began with the queries')
  expect(paper).not.toMatch(/The guide’s text|Your version|Go on with/)
  expect(list.fetched('tell-story')).toHaveLength(1)
  // Of another story this browser keeps nothing.
  await list.open('/stories/outage/')
  expect(list.fetched('tell-story')).toHaveLength(1)
  expect(list.complaints).toEqual([])
})

test('what is printed while one types is the story alone', async ({ page }) => {
  const story = await StoriesPage.telling(page, 'performance')
  await story.part('action').take.click()
  await story.part('action').field.fill(OWN)
  const paper = textOn(await printed(page, 'A4')).replace(/\s+/g, ' ')
  expect(paper.split(OWN)).toHaveLength(2)
  expect(paper).not.toMatch(/What only you know|in your words|Length and shares|Why these figures/)
})

test('an editor that cannot be fetched says so, and the page that is loaded again opens it', async ({ page }) => {
  await page.route(/\/tell-story\./, (route) => route.abort())
  const story = await StoriesPage.telling(page, 'outage', '')
  await expect(story.unloaded).toBeHidden()
  await story.tell.click()
  await expect(story.unloaded).toContainText('The editor could not be fetched')
  expect(await barriers(page)).toEqual([])
  await page.unroute(/\/tell-story\./)
  await story.unloaded.getByRole('link').click()
  await expect(story.part('headline').take).toBeVisible()
  await expect(story.unloaded).toBeHidden()
})

test('a part is told in own words from the guide’s text, kept over a reload, given up and brought back', async ({
  page,
}) => {
  const story = await StoriesPage.telling(page, 'performance')
  const { field, guide, take, back, undo } = story.part('action')
  const before = (await story.measure('words').textContent()) ?? ''
  await expect(field).toBeHidden()
  await take.click()
  await expect(field).toBeFocused()
  await expect(field).toHaveValue(/^I began with the queries[\s\S]+\[worst-query\][\s\S]+nobody measures\.$/)
  await expect(guide).toBeHidden()
  await expect(story.measure('words')).toHaveText(before)

  await field.fill(OWN)
  await expect(story.measure('action-words')).toHaveText('20 words')
  await expect(story.measure('actors')).toHaveText('2 : 1')
  await expect(story.measure('actors-verdict')).toHaveText('too much “we”')
  await expect(story.measure('action-verdict')).toHaveText('too short')
  await expect(story.measure('words-verdict')).toHaveText(/^\d+ short of 250$/)
  await page.reload()
  await expect(field).toHaveValue(OWN)

  await back.click()
  await expect(undo).toBeFocused()
  await expect(field).toBeHidden()
  await expect(guide).toBeVisible()
  await expect(story.measure('words')).toHaveText(before)
  await undo.click()
  await expect(field).toHaveValue(OWN)
  await expect(field).toBeFocused()
  expect(story.guide.complaints).toEqual([])
})

for (const id of ['performance', 'outage', 'listing-api', 'learning-go']) {
  test(`measures of ${id} without own words are those that the server wrote; shares sum to 100 and are drawn`, async ({
    page,
    browser,
  }) => {
    const still = await browser.newContext({ javaScriptEnabled: false })
    const written = await StoriesPage.telling(await still.newPage(), id)
    const story = await StoriesPage.telling(page, id)
    await expect(story.measure('words')).toBeVisible()
    const texts = async ({ root }: typeof story) =>
      (await root.locator('[data-metric]').allTextContents()).map((text) => text.trim())
    expect(await texts(story)).toEqual(await texts(written))
    await still.close()
    const shares = await Promise.all(
      ['situation', 'task', 'action', 'result'].map(async (part) => {
        const share = Number.parseInt((await story.measure(part).textContent()) ?? '')
        await expect(story.root.locator(`[data-bar="${part}"]`)).toHaveAttribute('width', String(share))
        return share
      }),
    )
    expect(shares.reduce((sum, share) => sum + share, 0)).toBe(100)
  })
}

test('a blank filled in at its story is told in the guide’s text, in own words, and counted', async ({ page }) => {
  const story = await StoriesPage.telling(page, 'performance')
  await story.known.click()
  const words = Number(await story.measure('words').textContent())
  await story.blank('page-load-method').value.fill('load event, real users')
  await expect(story.measure('words')).toHaveText(String(words + 4))
  await expect(story.part('result').guide).toContainText('(load event, real users)')
  const { take, field, told } = story.part('headline')
  await take.click()
  await field.fill('Backend CPU fell by [backend-cpu-drop], see [1].')
  await expect(told.locator('a.blank')).toHaveText('%')
  await story.blank('backend-cpu-drop').value.fill('38')
  await expect(told).toHaveText('Backend CPU fell by 38 %, see [1].')
  await expect(story.root.locator('blanks-tally')).toHaveText('2 of 7 filled in')
})

test('own words that are markup stay text', async ({ page }) => {
  const story = await StoriesPage.telling(page, 'performance')
  const { take, field, told } = story.part('headline')
  await take.click()
  await field.fill('<img src=x onerror="document.title=1"> [backend-cpu-drop]')
  await expect(told).toContainText('<img src=x onerror="document.title=1">')
  await expect(told.locator('img')).toHaveCount(0)
  expect(await page.title()).toContain('Faster product pages')
})

test('an outline has its questions and an empty field for each part', async ({ page }) => {
  const story = await StoriesPage.telling(page, 'disagreement')
  const { field, guide, take, back } = story.part('action')
  await expect(guide).toContainText('What evidence did you bring?')
  await expect(field).toBeVisible()
  await expect(field).toHaveValue('')
  await expect(take).toHaveCount(0)
  await field.fill('I asked what would change our minds.')
  await expect(story.measure('action')).toHaveText('100 %')
  await expect(back).toHaveCount(0)
  await expect(guide).toBeVisible()
  await field.fill('')
  await expect(story.measure('words')).toHaveText('0')
})

test('the third question planned with one story is warned of, and the plan is kept', async ({ page }) => {
  const stories = await StoriesPage.at(page)
  await expect(stories.planFor('An incident you handled')).toBeHidden()
  await stories.choose()
  await expect(page.locator('plan-uses select').first()).toBeFocused()
  for (const [at, question] of PLANNED.entries()) {
    await expect(stories.warning).toHaveText('', { useInnerText: true })
    await stories.planFor(question).selectOption('The replica-lag outage')
    await expect(page.locator('[data-count="outage"]')).toHaveText(String(at + 1))
  }
  await expect(stories.warning).toContainText('You plan “The replica-lag outage” for 3 questions or more')
  await expect(page.locator('plan-uses [data-part="again"]:visible')).toHaveCount(3)
  await page.reload()
  await expect(stories.warning).toContainText('The replica-lag outage')
  await stories.planFor('Shifting priorities').selectOption('Faster product pages')
  await expect(stories.warning).toHaveText('', { useInnerText: true })
  await expect(page.locator('[data-count="performance"]')).toHaveText('1')
  expect(stories.complaints).toEqual([])
})

test('a press before the script is there counts', async ({ page }) => {
  const { promise: held, resolve: release } = Promise.withResolvers<undefined>()
  await page.route(/\/wake-stories\./, async (route) => {
    await held
    await route.continue()
  })
  const stories = await StoriesPage.at(page)
  await stories.choose()
  release(undefined)
  await expect(page.locator('plan-uses select').first()).toBeFocused()
})

test('a choice that cannot be fetched says so', async ({ page }) => {
  await page.route(/\/plan-uses\./, (route) => route.abort())
  const stories = await StoriesPage.at(page)
  await stories.choose()
  await expect(page.getByRole('alert').filter({ visible: true })).toContainText('The choice could not be fetched')
})

test('two tabs are in step, and a tab closed at once loses nothing', async ({ page, context }) => {
  const story = await StoriesPage.telling(page, 'performance')
  const other = await StoriesPage.telling(await context.newPage(), 'performance')
  const reading = await StoriesPage.telling(await context.newPage(), 'performance', '')
  const { take, field } = story.part('task')
  await take.click()
  await expect(other.part('task').field).toBeVisible()
  await field.fill('')
  await field.pressSequentially('I had to find the time.')
  await expect(other.part('task').field).toHaveValue('I had to find the time.')
  // This page had fetched nothing of the editor until then.
  await expect(reading.part('task').told).toHaveText('I had to find the time.')
  // The other tab writes another part; the field with the focus stays as it is.
  await other.part('result').take.click()
  await expect(story.part('result').field).toBeVisible()
  await expect(field).toBeFocused()
  await field.pressSequentially(' And I did.')
  await page.close()
  await other.guide.page.reload()
  await expect(other.part('task').field).toHaveValue('I had to find the time. And I did.')
})

test('by keyboard alone, on a phone, offline once loaded', async ({ page, context }) => {
  await page.setViewportSize({ width: 390, height: 800 })
  const story = await StoriesPage.telling(page, 'performance', '')
  await story.tell.focus()
  await page.keyboard.press('Enter')
  await expect(story.close).toBeFocused()
  await context.setOffline(true)
  const { take, field, back, undo } = story.part('task')
  await take.focus()
  await page.keyboard.press('Enter')
  await expect(field).toBeFocused()
  await page.keyboard.press('Control+A')
  await page.keyboard.type('I had to find the time.')
  await page.keyboard.press('Tab')
  // The guide's text, folded, comes between.
  await page.keyboard.press('Tab')
  await expect(back).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(undo).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(field).toHaveValue('I had to find the time.')
  // The icon comes last and may not have come yet; nothing that is used may be missing.
  expect(story.guide.complaints.filter((text) => text.startsWith('script'))).toEqual([])

  await context.setOffline(false)
  const stories = await StoriesPage.at(page)
  await page.getByRole('button', { name: 'Choose a story' }).press('Enter')
  const question = stories.planFor('An incident you handled')
  await question.focus()
  await page.keyboard.press('ArrowDown')
  await expect(question).toHaveValue('outage')
})

for (const [name, error, sentence] of [
  ['blocked', 'SecurityError', 'This browser keeps nothing'],
  ['full', 'QuotaExceededError', 'storage is full'],
] as const) {
  test(`with storage ${name} a story can be told, and it is said that nothing is kept`, async ({ page }) => {
    await page.addInitScript((type) => {
      const refuse = () => {
        throw new DOMException('no', type)
      }
      if (type === 'SecurityError') Object.defineProperty(window, 'localStorage', { get: refuse })
      else Storage.prototype.setItem = refuse
    }, error)
    const story = await StoriesPage.telling(page, 'performance')
    await story.part('task').take.click()
    await story.part('task').field.fill('I had to find the time.')
    await expect(story.measure('task-words')).toHaveText('6 words')
    await expect(page.locator('storage-notice')).toContainText(sentence)
    expect(story.guide.complaints).toEqual([])
  })
}

for (const theme of ['light', 'dark'] as const) {
  test(`axe finds nothing in any state, at 1280 and at 320 px, ${theme}`, async ({ page }) => {
    const story = await StoriesPage.telling(page, 'performance')
    const { guide } = story
    const look = async (state: string) => {
      await page.setViewportSize({ width: 1280, height: 800 })
      expect.soft(await barriers(page), `${state}, 1280 px`).toEqual([])
      await page.setViewportSize({ width: 320, height: 640 })
      expect.soft(await tightPlaces(page), `${state}, 320 px`).toEqual([])
      expect.soft(await guide.overflow(), `${state}, 320 px`).toEqual([])
    }
    await guide.prefer(theme)
    await story.known.click()
    await story.blank('backend-cpu-drop').value.fill('a lot')
    await story.blank('cache-hit-rate').unconfirmed.check()
    await story.part('headline').take.click()
    await story.part('headline').field.fill(`${'w'.repeat(200)} [backend-cpu-drop]`)
    await story.part('task').take.click()
    await story.part('task').back.click()
    await look('open')
    await story.close.click()
    await look('closed')
    await guide.open('/stories/disagreement/#own')
    await expect(story.part('action').field).toBeVisible()
    await look('outline')
    const stories = await StoriesPage.at(page)
    await page.getByText('Why these figures?').click()
    await stories.choose()
    for (const question of PLANNED) await stories.planFor(question).selectOption('The replica-lag outage')
    await look('list')
  })
}

test('all scripts of the page take less than 30 KB on their way', async ({ page }) => {
  const bytes: number[] = []
  page.on('requestfinished', (request) => {
    if (request.resourceType() === 'script') void request.sizes().then((sizes) => bytes.push(sizes.responseBodySize))
  })
  await StoriesPage.telling(page, 'performance')
  await page.waitForLoadState('networkidle')
  await expect.poll(() => bytes.length).toBeGreaterThan(3)
  expect(bytes.reduce((sum, size) => sum + size, 0)).toBeLessThan(30 * 1024)
})

test.describe('without a script', () => {
  test.use({ javaScriptEnabled: false })

  test('a story and the fitting questions are read, and nothing is offered that would not work', async ({ page }) => {
    const story = await StoriesPage.telling(page, 'performance')
    await expect(story.part('action').guide).toContainText('I began with the queries')
    await expect(story.part('action').guide).toBeVisible()
    await expect(page.locator('main :is(button, textarea, select, summary)').filter({ visible: true })).toHaveText([
      'On this page',
    ])
    const stories = await StoriesPage.at(page)
    await expect(stories.main).toContainText('Only one fits: The replica-lag outage')
    await expect(page.locator('main :is(button, select)').filter({ visible: true })).toHaveCount(0)
  })
})
