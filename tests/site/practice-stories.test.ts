/** Stories in one's own words: kept as typed, measured as told, and none planned too often. */
import { expect, test } from '@playwright/test'
import { barriers, tightPlaces } from './accessibility.ts'
import { StoriesPage } from './pages/stories-page.ts'

const OWN = 'I read the plan of the worst query, and I added the index that it lacked. We kept the rest.'

test.beforeEach(async ({ page }) => {
  await page.clock.setFixedTime(new Date('2026-11-23T09:00:00Z'))
})

test('a part is told in own words from the guide’s text, kept over a reload, given up and brought back', async ({
  page,
}) => {
  const stories = await StoriesPage.at(page)
  const story = stories.story('performance')
  const { field, guide, take, back, undo } = story.part('action')
  const before = (await story.measure('length').textContent()) ?? ''
  await expect(field).toBeHidden()
  await take.click()
  await expect(field).toBeFocused()
  await expect(field).toHaveValue(/^I began with the queries[\s\S]+\[worst-query\][\s\S]+nobody measures\.$/)
  await expect(guide).toBeHidden()
  await expect(story.measure('length')).toHaveText(before)

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
  await expect(story.measure('length')).toHaveText(before)
  await undo.click()
  await expect(field).toHaveValue(OWN)
  await expect(field).toBeFocused()
  expect(stories.complaints).toEqual([])
})

test('the measures without own words are those that the server wrote', async ({ page, browser }) => {
  const still = await browser.newContext({ javaScriptEnabled: false })
  const written = await StoriesPage.at(await still.newPage())
  const texts = (stories: StoriesPage) => stories.page.locator('[data-metric]').allTextContents()
  const trimmed = (all: string[]) => all.map((text) => text.trim())
  const stories = await StoriesPage.at(page)
  await expect(stories.planFor('An incident you handled')).toBeVisible()
  expect(trimmed(await texts(stories))).toEqual(trimmed(await texts(written)))
  await still.close()
})

test('shares of every told story sum to 100, and the bars are as long as the numbers say', async ({ page }) => {
  const stories = await StoriesPage.at(page)
  for (const id of ['performance', 'outage', 'listing-api', 'learning-go']) {
    const story = stories.story(id)
    const shares = await Promise.all(
      ['situation', 'task', 'action', 'result'].map(async (part) => {
        const share = Number.parseInt((await story.measure(part).textContent()) ?? '')
        await expect(story.root.locator(`[data-bar="${part}"]`)).toHaveAttribute('width', String(share))
        return share
      }),
    )
    expect(shares.reduce((sum, share) => sum + share, 0)).toBe(100)
  }
})

test('a blank filled in at its story is told in the guide’s text, in own words, and counted', async ({ page }) => {
  const stories = await StoriesPage.at(page)
  const story = stories.story('performance')
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
  const stories = await StoriesPage.at(page)
  const { take, field, told } = stories.story('performance').part('headline')
  await take.click()
  await field.fill('<img src=x onerror="document.title=1"> [backend-cpu-drop]')
  await expect(told).toContainText('<img src=x onerror="document.title=1">')
  await expect(told.locator('img')).toHaveCount(0)
  expect(await page.title()).toContain('Your stories')
})

test('an outline has its questions and an empty field for each part', async ({ page }) => {
  const stories = await StoriesPage.at(page)
  const story = stories.story('disagreement')
  await expect(story.measure('length')).toHaveText('nothing told yet')
  await story.title.click()
  const { field, guide, take, back } = story.part('action')
  await expect(guide).toContainText('What evidence did you bring?')
  await expect(field).toHaveValue('')
  await expect(take).toBeHidden()
  await field.fill('I asked what would change our minds.')
  await expect(story.measure('action')).toHaveText('100 %')
  await expect(back).toBeHidden()
  await expect(guide).toBeVisible()
  await field.fill('')
  await expect(story.measure('length')).toHaveText('nothing told yet')
})

test('the third question planned with one story is warned of, and the plan is kept', async ({ page }) => {
  const stories = await StoriesPage.at(page)
  const questions = ['An incident you handled', 'Shifting priorities', 'A mistake of your own']
  for (const [at, question] of questions.entries()) {
    await expect(stories.warning).toHaveText('', { useInnerText: true })
    await stories.planFor(question).selectOption('The replica-lag outage')
    await expect(page.locator('[data-count="outage"]')).toHaveText(at === 0 ? '1 question' : `${at + 1} questions`)
  }
  await expect(stories.warning).toContainText('You plan “The replica-lag outage” for 3 questions or more')
  await expect(page.locator('plan-uses [data-part="again"]:visible')).toHaveCount(3)
  await page.reload()
  await expect(stories.warning).toContainText('The replica-lag outage')
  await stories.planFor('Shifting priorities').selectOption('Faster product pages')
  await expect(stories.warning).toHaveText('', { useInnerText: true })
  await expect(page.locator('[data-count="performance"]')).toHaveText('1 question')
})

test('two tabs are in step, and a tab closed at once loses nothing', async ({ page, context }) => {
  const stories = await StoriesPage.at(page)
  const other = await StoriesPage.at(await context.newPage())
  const { take, field } = stories.story('performance').part('task')
  await take.click()
  await expect(other.story('performance').part('task').field).toBeVisible()
  await field.fill('')
  await field.pressSequentially('I had to find the time.')
  await expect(other.story('performance').part('task').field).toHaveValue('I had to find the time.')
  // The other tab writes another part; the field with the focus stays as it is.
  await other.story('performance').part('result').take.click()
  await expect(stories.story('performance').part('result').field).toBeVisible()
  await expect(field).toBeFocused()
  await field.pressSequentially(' And I did.')
  await page.close()
  await other.page.reload()
  await expect(other.story('performance').part('task').field).toHaveValue('I had to find the time. And I did.')
})

test('by keyboard alone, on a phone, offline once loaded', async ({ page, context }) => {
  await page.setViewportSize({ width: 390, height: 800 })
  const stories = await StoriesPage.at(page)
  await context.setOffline(true)
  const { take, field, back, undo } = stories.story('performance').part('task')
  await take.focus()
  await page.keyboard.press('Enter')
  await expect(field).toBeFocused()
  await page.keyboard.press('Control+A')
  await page.keyboard.type('I had to find the time.')
  await page.keyboard.press('Tab')
  await expect(back).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(undo).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(field).toHaveValue('I had to find the time.')
  const question = stories.planFor('An incident you handled')
  await question.focus()
  await page.keyboard.press('ArrowDown')
  await expect(question).toHaveValue('outage')
  // The icon comes last and may not have come yet; nothing that is used may be missing.
  expect(stories.complaints.filter((text) => text.startsWith('script'))).toEqual([])
})

for (const [name, error, sentence] of [
  ['blocked', 'SecurityError', 'This browser keeps nothing'],
  ['full', 'QuotaExceededError', 'storage is full'],
] as const) {
  test(`with storage ${name} a story can be told, and it is said that nothing is kept`, async ({ page }) => {
    await page.addInitScript((type) => {
      Storage.prototype.setItem = () => {
        throw new DOMException('no', type)
      }
    }, error)
    const stories = await StoriesPage.at(page)
    const story = stories.story('performance')
    await story.part('task').take.click()
    await story.part('task').field.fill('I had to find the time.')
    await expect(story.measure('task-words')).toHaveText('6 words')
    await expect(page.locator('storage-notice')).toContainText(sentence)
    expect(stories.complaints).toEqual([])
  })
}

for (const theme of ['light', 'dark'] as const) {
  test(`axe finds nothing in any state, at 1280 and at 320 px, ${theme}`, async ({ page }) => {
    const stories = await StoriesPage.at(page)
    await stories.prefer(theme)
    const story = stories.story('performance')
    await story.known.click()
    await story.blank('backend-cpu-drop').value.fill('a lot')
    await story.blank('cache-hit-rate').unconfirmed.check()
    await story.part('headline').take.click()
    await story.part('headline').field.fill(`${'w'.repeat(200)} [backend-cpu-drop]`)
    await story.part('task').take.click()
    await story.part('task').back.click()
    await stories.story('disagreement').title.click()
    for (const question of ['An incident you handled', 'Shifting priorities', 'A mistake of your own']) {
      await stories.planFor(question).selectOption('The replica-lag outage')
    }
    expect.soft(await barriers(page), '1280 px').toEqual([])
    await page.setViewportSize({ width: 320, height: 640 })
    expect.soft(await tightPlaces(page), '320 px').toEqual([])
    expect.soft(await stories.overflow(), '320 px').toEqual([])
  })
}

test('all scripts of the page take less than 30 KB on their way', async ({ page }) => {
  const bytes: number[] = []
  page.on('requestfinished', (request) => {
    if (request.resourceType() === 'script') void request.sizes().then((sizes) => bytes.push(sizes.responseBodySize))
  })
  await StoriesPage.at(page)
  await expect.poll(() => bytes.length).toBeGreaterThan(3)
  expect(bytes.reduce((sum, size) => sum + size, 0)).toBeLessThan(30 * 1024)
})

test.describe('without a script', () => {
  test.use({ javaScriptEnabled: false })

  test('stories, measures and fitting questions can be read', async ({ page }) => {
    const stories = await StoriesPage.at(page)
    const story = stories.story('performance')
    await expect(story.part('action').guide).toContainText('I began with the queries')
    await expect(story.measure('words')).toHaveText(/\d{3}/)
    await expect(story.part('action').field).toBeHidden()
    await expect(story.part('action').take).toBeHidden()
    await expect(stories.main).toContainText('Fits: The replica-lag outage')
    await expect(stories.main.locator('noscript .note')).toContainText('can be read, not used')
  })
})
