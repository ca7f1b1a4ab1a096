/** Practising with cards in a real browser; the clock stands still unless it is moved. */
import { readFile } from 'node:fs/promises'
import { expect, test, type Page } from '@playwright/test'
import type { Deck } from '../../src/practice/cards/card.ts'
import { readAnki } from '../unit/practice/cards-anki-reader.ts'
import { barriers, tightPlaces } from './accessibility.ts'
import { htmlOf } from './built-pages.ts'
import { CardsPage, NOW, reviewOf } from './pages/cards-page.ts'

/** Ids of all cards and of the top, in the order of the page and of the brief. */
const [, json = ''] = /<script type="application\/json"[^>]*>(.*?)<\/script>/.exec(htmlOf('/practice/cards/')) ?? []
const { cards: all } = JSON.parse(json) as Deck
const ids = all.map(({ id }) => id)
const top = all
  .filter((card) => card.top !== undefined)
  .toSorted((a, b) => Number(a.top) - Number(b.top))
  .map(({ id }) => id)

/** The question of a card as it is asked. */
const asked = (page: Page, id: string) =>
  page.locator(`[data-card="${id}"] > summary`).evaluate((summary) => summary.textContent)

test('a round has the whole screen with one line of head, and ends where it began', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 })
  const cards = await CardsPage.atHour(page)
  await cards.begin()
  const left = page.getByRole('button', { name: 'End the round' })
  await expect(cards.prompt).toBeInViewport({ ratio: 1 })
  await expect(cards.reveal).toBeInViewport({ ratio: 1 })
  await expect(left).toBeInViewport({ ratio: 1 })
  for (const part of [cards.menu, cards.searchLink, page.getByRole('contentinfo')]) await expect(part).toBeHidden()
  expect((await cards.prompt.boundingBox())?.y).toBeLessThan(844 / 4)
  await left.click()
  await expect(cards.menu).toBeVisible()
})

test('a round by keyboard alone: try, look, grade, and the next question has the focus', async ({ page }) => {
  await CardsPage.dated(page, 72)
  const cards = await CardsPage.atHour(page)
  await cards.start.focus()
  await page.keyboard.press('Enter')
  await expect(cards.prompt).toBeFocused()
  await expect(cards.prompt).toHaveText(await asked(page, top[0] ?? ''))
  await expect(cards.answer).toBeHidden()

  await page.clock.runFor(7000)
  await expect(cards.clock).toHaveText('0:07')
  await page.keyboard.press('Space')
  await expect(cards.answer).toBeFocused()
  await expect(cards.answer).toContainText('In one sentence')
  expect(await cards.gaps()).toEqual(['10 min', '12 h', '24 h', '36 h'])

  await page.keyboard.press('3')
  await expect(cards.prompt).toBeFocused()
  await expect(cards.prompt).toHaveText(await asked(page, top[1] ?? ''))
  await expect(cards.status).toHaveText('Good: back in 24 h. 1 done, 19 to go in this round.')
  expect(await cards.kept('reviews')).toMatchObject({ [top[0] ?? '']: { grade: 'good', last: NOW.getTime() + 7000 } })
  expect(cards.complaints).toEqual([])
})

test('each next question, each answer and the end of a round come into view on a phone, in both motions', async ({
  page,
}) => {
  for (const reducedMotion of ['no-preference', 'reduce'] as const) {
    await page.emulateMedia({ reducedMotion })
    await page.setViewportSize({ width: 390, height: 844 })
    const cards = await CardsPage.atHour(page)
    await cards.begin()
    for (const answered of ['first', 'second', 'third']) {
      await cards.notes.fill('a note')
      await cards.reveal.click()
      // Its beginning stands in the upper half: there is room to read on.
      const top = await cards.answer.evaluate((answer) => answer.getBoundingClientRect().top)
      expect(top, `the ${answered} answer`).toBeLessThan(422)
      expect(top, `the ${answered} answer`).toBeGreaterThanOrEqual(0)
      await cards.grade('Good').click()
      await expect(cards.prompt, `after the ${answered} grade`).toBeInViewport({ ratio: 1 })
    }
    await page.getByRole('button', { name: 'End the round' }).click()
    await expect(cards.ending).toBeInViewport({ ratio: 1 })
  }
})

test('the ring around a question touches neither the line above nor the clock below', async ({ page }) => {
  const cards = await CardsPage.atHour(page)
  await cards.start.focus()
  await page.keyboard.press('Enter')
  const room = await cards.prompt.evaluate((prompt) => {
    const box = prompt.getBoundingClientRect()
    const { outlineOffset, outlineWidth } = getComputedStyle(prompt)
    const ring = parseFloat(outlineOffset) + parseFloat(outlineWidth)
    const around = [...document.querySelectorAll('card-deck [data-part="kind"], card-deck .clock > *')]
    return around
      .map((other) => other.getBoundingClientRect())
      .map(({ top, bottom }) => (top < box.top ? box.top - ring - bottom : top - ring - box.bottom))
  })
  for (const pixels of room) expect(pixels).toBeGreaterThan(0)
})

test('looking before trying is allowed, and easy is off with a word why', async ({ page }) => {
  const cards = await CardsPage.atHour(page)
  await cards.begin()
  await page.keyboard.press('Enter')
  await expect(cards.early).toBeVisible()
  await expect(cards.grade('Easy')).toBeDisabled()
  await expect(cards.grade('Easy')).toHaveAccessibleDescription(/before you tried/)
  await page.keyboard.press('4')
  await expect(cards.status).toHaveText('Easy is off: you looked before you tried.')
  await expect(cards.answer).toBeVisible()
  await page.keyboard.press('2')
  await expect(cards.grade('Easy')).toBeHidden()

  await cards.notes.fill('an outbox')
  await page.keyboard.press('Control+Enter')
  await expect(cards.early).toBeHidden()
  await expect(cards.grade('Easy')).toBeEnabled()
})

test('digits and spaces that are typed into the notes stay there', async ({ page }) => {
  const cards = await CardsPage.atHour(page)
  await cards.begin()
  await cards.notes.focus()
  await page.keyboard.type('1 u 2')
  await expect(cards.notes).toHaveValue('1 u 2')
  await expect(cards.answer).toBeHidden()
})

test('undo by key and by button takes grades back exactly, notes and rule included', async ({ page }) => {
  const cards = await CardsPage.atHour(page)
  await cards.begin()
  await page.keyboard.press('Space')
  await page.keyboard.press('1')
  await cards.notes.fill('versions')
  await page.keyboard.press('Control+Enter')
  await cards.grade('Easy').click()
  expect(Object.keys(await cards.kept('reviews'))).toEqual([top[0], top[1]])

  await page.keyboard.press('u')
  await expect(cards.answer).toBeFocused()
  await expect(cards.prompt).toHaveText(await asked(page, top[1] ?? ''))
  await expect(cards.notes).toHaveValue('versions')
  expect(Object.keys(await cards.kept('reviews'))).toEqual([top[0]])

  await cards.undo.click()
  await expect(cards.prompt).toHaveText(await asked(page, top[0] ?? ''))
  await expect(cards.grade('Easy')).toBeDisabled()
  await expect(cards.undo).toBeHidden()
  expect(await cards.kept('reviews')).toEqual({})
})

test('the clock can be paused and put out of sight, and that choice stays', async ({ page }) => {
  const cards = await CardsPage.atHour(page)
  await cards.begin()
  await page.clock.runFor(3000)
  await page.getByRole('button', { name: 'Pause' }).click()
  await page.clock.runFor(60_000)
  await expect(cards.clock).toHaveText('0:03')
  await page.getByRole('button', { name: 'Go on' }).click()
  await page.clock.runFor(2000)
  await expect(cards.clock).toHaveText('0:05')
  await page.getByRole('button', { name: 'Hide the clock' }).click()
  await expect(cards.clock).toBeHidden()
  await page.reload()
  await cards.start.click()
  await expect(cards.prompt).toBeVisible()
  await expect(cards.clock).toBeHidden()
})

test('a reload in the middle loses no grade, no word and not the card', async ({ page }) => {
  const cards = await CardsPage.atHour(page)
  await cards.begin('go-and-grpc')
  await cards.answerBy('3')
  await cards.notes.fill('half an answer')
  const prompt = await cards.prompt.textContent()
  await page.reload()
  await expect(cards.scope).toHaveValue('go-and-grpc')
  await cards.start.click()
  await expect(cards.prompt).toHaveText(prompt ?? '')
  await expect(cards.notes).toHaveValue('half an answer')
  expect(Object.keys(await cards.kept('reviews'))).toHaveLength(1)
})

test('what was typed last time is given back with the answer', async ({ page }) => {
  await CardsPage.keep(page, 'reviews', { [top[0] ?? '']: reviewOf('hard', -1) })
  await CardsPage.keep(page, 'card-notes', { [top[0] ?? '']: { draft: '', last: 'only a TTL' } })
  const cards = await CardsPage.atHour(page)
  await cards.begin('all', 'due')
  await expect(page.getByText('only a TTL')).toBeHidden()
  await page.keyboard.press('Space')
  await expect(page.getByText('only a TTL')).toBeVisible()
})

test('the top of the brief, then the end of the round with its sum and what was weak', async ({ page }) => {
  const cards = await CardsPage.atHour(page)
  await cards.begin('top')
  for (const key of ['3', '1', '3', '4', '3', '3', '2', '3'] as const) await cards.answerBy(key)
  // What was forgotten comes again at once, for nothing else is left.
  await expect(cards.prompt).toHaveText(await asked(page, top[1] ?? ''))
  await cards.answerBy('3')
  await expect(cards.ending).toHaveText('Nothing is due here')
  await expect(cards.ending).toBeFocused()
  await expect(page.getByText('9 cards: 1 again, 1 hard, 6 good, 1 easy.')).toBeVisible()
  await expect(page.locator('[data-part="next"]')).toContainText('The next of these cards is due in 5 h')
  await expect(page.locator('[data-part="weak-list"] a')).toHaveCount(2)
  await page.getByRole('button', { name: 'Go on with all of them' }).click()
  await expect(cards.prompt).toBeFocused()
  await expect(cards.prompt).toHaveText(await asked(page, top[6] ?? ''))
})

test('only what is due, and how many that are', async ({ page }) => {
  await CardsPage.dated(page, 72)
  await CardsPage.keep(page, 'reviews', {
    [ids[0] ?? '']: reviewOf('good', -2),
    [ids[1] ?? '']: reviewOf('again', -1),
    [ids[2] ?? '']: reviewOf('good', 5),
    'left-the-guide': reviewOf('again', -1),
  })
  const cards = await CardsPage.atHour(page)
  await cards.choice.selectOption('due')
  await expect(cards.count).toHaveText('2 due, 0 new.')
  await cards.start.click()
  await expect(cards.prompt).toHaveText(await asked(page, ids[1] ?? ''))
  await cards.answerBy('3')
  await cards.answerBy('3')
  await expect(cards.ending).toHaveText('Nothing is due here')
  expect(await cards.kept('reviews')).toHaveProperty(['left-the-guide'])
})

test('a follow-up says what it comes after; queued cards are first', async ({ page }) => {
  const followUp = ids.find((id) => id.includes('/') && !id.startsWith('concept:')) ?? ''
  await CardsPage.keep(page, 'card-queue', { next: { ids: [followUp] } })
  const cards = await CardsPage.atHour(page)
  await cards.begin('chapters')
  await expect(cards.kind).toContainText('Follow-up')
  await expect(page.locator('[data-part="follows"]')).toContainText(await asked(page, followUp.split('/')[0] ?? ''))
  await cards.answerBy('2')
  await expect(cards.kind).toContainText('Self-check')
  expect(await cards.kept('card-queue')).toEqual({ next: { ids: [] } })
})

test.describe('near the interview', () => {
  const held = { [ids[0] ?? '']: reviewOf('good', 40), [ids[5] ?? '']: reviewOf('hard', 40) }

  for (const [name, left, word, expected] of [
    ['in the final day what is weak is due again', 20, 'until the interview. Nothing is due after it', '1 due, 0 new.'],
    ['in the last hour it comes before what is better known', 0.9, 'the worst comes first', '2 due, 0 new.'],
    ['when it is over there is one plain pass', -1, 'one plain pass now', `2 seen before, ${ids.length - 2} new.`],
  ] as const) {
    test(name, async ({ page }) => {
      await CardsPage.dated(page, 48)
      await CardsPage.keep(page, 'reviews', held)
      const cards = await CardsPage.atHour(page, 48 - left)
      await cards.choice.selectOption('due')
      await expect(cards.horizon).toContainText(word)
      await expect(cards.count).toHaveText(expected)
      await cards.start.click()
      await expect(cards.prompt).toHaveText(await asked(page, ids[5] ?? ''))
    })
  }

  test('without a date the page says that it counts on three days from the first review', async ({ page }) => {
    await CardsPage.keep(page, 'reviews', held)
    const cards = await CardsPage.atHour(page)
    await expect(cards.horizon).toContainText('three days after your first review: Wednesday')
    await expect(cards.horizon.getByRole('link')).toHaveAttribute('href', '/plan/#interview-date')
  })
})

test('a round goes on offline once the page is there', async ({ page, context }) => {
  const cards = await CardsPage.atHour(page)
  await context.setOffline(true)
  await cards.begin()
  for (const key of ['1', '2', '3', '4'] as const) await cards.answerBy(key)
  expect(Object.keys(await cards.kept('reviews'))).toHaveLength(4)
  expect(cards.complaints).toEqual([])
})

for (const [name, error] of [
  ['blocked', 'SecurityError'],
  ['full', 'QuotaExceededError'],
] as const) {
  test(`with storage ${name} the round goes on and the page says what is not kept`, async ({ page }) => {
    await page.addInitScript((type) => {
      Storage.prototype.setItem = () => {
        throw new DOMException('no', type)
      }
    }, error)
    const cards = await CardsPage.atHour(page)
    await cards.begin()
    await cards.answerBy('2')
    await cards.answerBy('3')
    await page.keyboard.press('u')
    await expect(cards.standing).toHaveText('1 done, 19 to go in this round')
    await expect(page.locator('storage-notice')).toBeVisible()
    expect(cards.complaints).toEqual([])
  })
}

test('another tab brings figures up to date and does not take the card away', async ({ context, page }) => {
  await CardsPage.dated(page, 72)
  const one = await CardsPage.atHour(page)
  await one.begin('top')
  const prompt = await one.prompt.textContent()
  const two = await CardsPage.atHour(await context.newPage())
  await two.begin('top')
  await two.notes.fill('typed in the other tab')
  await two.page.clock.runFor(1000)
  await expect(one.notes).toHaveValue('typed in the other tab')
  await two.page.keyboard.press('Control+Enter')
  await two.page.keyboard.press('3')
  await expect(one.standing).toHaveText('0 done, 7 to go in this round')
  await expect(one.prompt).toHaveText(prompt ?? '')
})

test('the file for Anki holds every card once, with links that work elsewhere', async ({ page }) => {
  const cards = await CardsPage.atHour(page)
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Download the file for Anki' }).click(),
  ])
  expect(download.suggestedFilename()).toBe('interview-cards.txt')
  const { head, rows } = readAnki(await readFile(await download.path(), 'utf8'))
  expect(head).toMatchObject({ separator: 'tab', html: 'true', 'guid column': '1' })
  expect(rows.map(([guid]) => guid)).toEqual(ids.map((id) => `interview-prep:${id}`))
  expect(rows.filter((row) => row.length !== 5)).toEqual([])
  const links = rows.flatMap((row) => [...row.join(' ').matchAll(/href="([^"]*)"/g)].map(([, href = '']) => href))
  expect(links.filter((href) => !/^https?:\/\//.test(href))).toEqual([])
  expect(rows.join('')).not.toContain('class="blank"')
  expect(cards.complaints).toEqual([])
})

test('the list of all cards opens on demand, and without a script it is the page', async ({ page, browser }) => {
  const cards = await CardsPage.atHour(page)
  await expect(cards.list).toBeHidden()
  await page.getByRole('button', { name: 'as a list' }).click()
  await expect(cards.list.locator('details')).toHaveCount(ids.length)
  await expect(cards.list.locator('summary').first()).toBeVisible()

  const context = await browser.newContext({ javaScriptEnabled: false })
  const bare = new CardsPage(await context.newPage())
  await bare.open('/practice/cards/')
  await expect(bare.main.locator('noscript > p')).toBeVisible()
  await expect(bare.start).toBeHidden()
  await bare.list.locator('summary').first().click()
  await expect(bare.list.locator('details > div').first()).toBeVisible()
  await context.close()
})

test('no state has barriers or is broader than a phone, in both themes', async ({ page }) => {
  // Nine looks by axe in one test.
  test.setTimeout(180_000)
  await page.setViewportSize({ width: 390, height: 844 })
  const cards = await CardsPage.atHour(page)
  await page.clock.resume()
  const look = async (state: string) => {
    await cards.prefer('light')
    expect.soft(await barriers(page), state).toEqual([])
    await cards.prefer('dark')
    expect.soft(await tightPlaces(page), `${state}, dark`).toEqual([])
    expect.soft(await cards.overflow(), state).toEqual([])
  }
  await look('start')
  await cards.begin('top')
  await look('attempt')
  await page.keyboard.press('Space')
  await look('answer, looked at early')
  await page.keyboard.press('1')
  await page.getByRole('button', { name: 'End the round' }).click()
  await look('end')
  await page.getByRole('button', { name: 'as a list' }).click()
  await cards.list.locator('summary').first().click()
  await look('list')
})

test('the page brings at most 30 KB of compressed script', async ({ page }) => {
  const sizes: Promise<number>[] = []
  page.on('requestfinished', (request) => {
    if (request.resourceType() === 'script')
      sizes.push(request.sizes().then(({ responseBodySize }) => responseBodySize))
  })
  await CardsPage.atHour(page)
  const bytes = (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0)
  expect(bytes).toBeGreaterThan(0)
  expect(bytes).toBeLessThanOrEqual(30 * 1024)
})
