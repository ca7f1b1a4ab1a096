/** Choosing the questions to ask them, and using them in the call, in a real browser. */
import { expect, test } from '@playwright/test'
import { barriers, tightPlaces } from './accessibility.ts'
import { AsksPage } from './pages/asks-page.ts'
import { PAPERS, printed, textOn, type Paper } from './pdf.ts'

const NOW = new Date('2026-11-24T18:00:00Z')
const SIX = ['owned-apis', 'pain-points', 'latency-slos', 'observability-stack', 'first-months', 'integration']
const [OWNED, PAIN, SLOS, TERRAFORM, LOOP] = [
  'APIs the team owns',
  "Today's pain points",
  'Latency objectives for mobile',
  'Who owns Terraform',
  'The interview loop',
]

test.beforeEach(async ({ page }) => {
  await page.clock.setFixedTime(NOW)
})

test('by keyboard alone: audience, choice, order, call, tick, note, red flag', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 })
  const asks = await AsksPage.at(page)
  await asks.expectOrder(...SIX)
  await expect(asks.amount).toHaveText('6 chosen, as many as a conversation has room for.')

  await asks.audience('The tech lead').focus()
  await page.keyboard.press('ArrowDown')
  await expect(asks.audience('The manager')).toBeChecked()
  await asks.expectOrder('owned-apis', 'pain-points', 'first-months', 'squad', 'integration', 'on-site-days')
  await page.keyboard.press('ArrowUp')
  await asks.expectOrder(...SIX)

  // By button, the focus stays with the question; at the end of its way it goes to the other button.
  await asks.button(PAIN, 'Earlier').focus()
  await page.keyboard.press('Enter')
  await expect(asks.said).toHaveText("Place 1 of 6: Today's pain points.")
  await expect(asks.button(PAIN, 'Earlier')).toBeDisabled()
  await expect(asks.button(PAIN, 'Later')).toBeFocused()
  // By key.
  await page.keyboard.press('Alt+ArrowDown')
  await page.keyboard.press('Alt+ArrowDown')
  await expect(asks.said).toHaveText("Place 3 of 6: Today's pain points.")
  await expect(asks.button(PAIN, 'Later')).toBeFocused()
  await asks.expectOrder('owned-apis', 'latency-slos', 'pain-points', ...SIX.slice(3))

  await asks.chosenAt(TERRAFORM).focus()
  await page.keyboard.press('Space')
  await expect(asks.chosenAt(TERRAFORM)).toBeFocused()
  await expect(asks.amount).toHaveText('7 chosen. A conversation has room for four to six: which could you do without?')

  await asks.begin.focus()
  await page.keyboard.press('Enter')
  await expect(page.getByText('You are in the call.')).toBeFocused()
  await asks.button(SLOS, 'Not answered').focus()
  await page.keyboard.press('Space')
  await expect(asks.button(SLOS, 'Not answered')).toHaveAttribute('aria-pressed', 'true')
  await expect(asks.ask(SLOS).getByRole('status')).toContainText('Red flag: No SLOs, no runbooks. Ask now:')
  await expect(asks.ask(SLOS).getByRole('status')).toContainText('Which metrics do you look at every week')
  await expect(asks.flag('no-slos')).toContainText('Red flag. Ask now:')

  await asks.note(SLOS).focus()
  await page.keyboard.type('nobody knew')
  await asks.end.focus()
  await page.keyboard.press('Enter')
  await expect(asks.begin).toBeFocused()
  await expect(asks.note(SLOS)).toHaveValue('nobody knew')
  expect(asks.complaints).toEqual([])
  expect(await asks.overflow()).toEqual([])
})

test('a reload in the middle of the call changes nothing', async ({ page }) => {
  const asks = await AsksPage.at(page)
  await asks.begin.click()
  await asks.button(OWNED, 'Answered').first().click()
  await asks.note(PAIN).pressSequentially('checkout p99')
  await asks.flag('churn').getByRole('button').click()
  await page.reload()
  await asks.expectOrder(...SIX)
  await expect(asks.end).toBeVisible()
  await expect(asks.ask(OWNED).locator('[data-part="answered"]')).toHaveAttribute('aria-pressed', 'true')
  await expect(asks.note(PAIN)).toHaveValue('checkout p99')
  await expect(asks.flag('churn').locator('.follow-up')).toBeVisible()
  await expect(asks.flag('blocked-deploys').locator('.follow-up')).toBeHidden()

  await asks.clear.click()
  await expect(asks.flag('churn').locator('.follow-up')).toBeHidden()
  await expect(asks.ask(OWNED).locator('[data-part="answered"]')).toHaveAttribute('aria-pressed', 'false')
  await expect(asks.note(PAIN)).toHaveValue('checkout p99')
})

test('what is already answered gives way to the next question, for every audience', async ({ page }) => {
  const asks = await AsksPage.at(page)
  const struck = asks.struckAt(OWNED)
  await struck.focus()
  await page.keyboard.press('Space')
  await expect(struck).toBeFocused()
  await asks.expectOrder('pain-points', 'latency-slos', 'observability-stack', 'first-months', 'squad', 'integration')
  await expect(asks.chosenAt(OWNED)).toBeDisabled()
  await asks.audience('The manager').check()
  expect(await asks.order()).not.toContain('owned-apis')
})

test('a question is chosen where it is read, and stays in step with the list above, also in another tab', async ({
  page,
  context,
}) => {
  await page.setViewportSize({ width: 390, height: 844 })
  const asks = await AsksPage.at(page)
  const other = await AsksPage.at(await context.newPage())
  await expect(asks.chosenAt(OWNED)).toBeChecked()
  await expect(asks.chosenAt(TERRAFORM)).not.toBeChecked()

  // What is pressed stays under the finger, though the list above becomes longer; as in WebKit, which has no anchors.
  await page.evaluate(() => document.documentElement.style.setProperty('overflow-anchor', 'none'))
  await asks.chosenAt(TERRAFORM).scrollIntoViewIfNeeded()
  const before = await asks.choice(TERRAFORM).boundingBox()
  await asks.chosenAt(TERRAFORM).check()
  expect(Math.abs(((await asks.choice(TERRAFORM).boundingBox())?.y ?? 0) - (before?.y ?? 0))).toBeLessThan(2)
  await asks.expectOrder(...SIX, 'terraform-ownership')
  await other.expectOrder(...SIX, 'terraform-ownership')
  await expect(other.chosenAt(TERRAFORM)).toBeChecked()

  // The focus goes to the question that takes the place.
  await other.button(OWNED, 'Drop').click()
  await expect(other.button(PAIN, 'Drop')).toBeFocused()
  await expect(other.said).toHaveText('Not chosen any more: APIs the team owns.')
  await expect(other.chosenAt(OWNED)).not.toBeChecked()
  await expect(asks.chosenAt(OWNED)).not.toBeChecked()
  await asks.expectOrder(...SIX.slice(1), 'terraform-ownership')

  await asks.struckAt(PAIN).check()
  await expect(other.struckAt(PAIN)).toBeChecked()
  await other.expectOrder(...SIX.slice(2), 'terraform-ownership')
  expect([...asks.complaints, ...other.complaints]).toEqual([])
})

test('a question for somebody else says for whom, and is chosen once one meets them', async ({ page }) => {
  const asks = await AsksPage.at(page)
  await expect(asks.chosenAt(LOOP)).toBeDisabled()
  await expect(asks.choice(LOOP)).toContainText('Only for the recruiter: to ask it, say above whom you meet.')
  await asks.choice(LOOP).getByRole('link', { name: 'say above' }).click()
  await asks.audience('The recruiter').check()
  await expect(asks.choice(LOOP).getByText('Only for')).toBeHidden()
  await asks.chosenAt(LOOP).uncheck()
  await asks.expectOrder('squad', 'growth', 'visa', 'on-site-days')
  await expect(asks.chosenAt(OWNED)).toBeDisabled()
  await expect(asks.choice(OWNED)).toContainText('Only for the tech lead or manager')
})

test('a chosen question leads to what to listen for, and in the call nothing else is in view', async ({ page }) => {
  const asks = await AsksPage.at(page)
  const listen = page.getByText('No figure at all is')
  await asks.ask(SLOS).getByRole('link', { name: 'What to listen for' }).click()
  await expect(listen).toBeInViewport()
  await asks.begin.click()
  await expect(asks.ask(SLOS)).toBeVisible()
  await expect(asks.flag('churn')).toBeVisible()
  for (const aside of ['.lead', '.toc', '.prose', '.entry', '.pager'])
    await expect(page.locator(aside).first()).toBeHidden()
  await asks.end.click()
  await expect(listen).toBeVisible()
})

test('a question that changes its place is the only one that moves', async ({ page }) => {
  const asks = await AsksPage.at(page)
  const moved = await asks.watchMoves()
  await asks.chosenAt(TERRAFORM).check()
  await asks.button(OWNED, 'Later').click()
  await asks.chosenAt(PAIN).uncheck()
  await asks.expectOrder('owned-apis', ...SIX.slice(2), 'terraform-ownership')
  expect(await moved()).toEqual(['terraform-ownership', 'pain-points'])
})

test('too few is told, and the suggestion comes back', async ({ page }) => {
  const asks = await AsksPage.at(page)
  await expect(asks.suggest).toBeHidden()
  for (const title of [OWNED, PAIN, SLOS]) await asks.button(title, 'Drop').click()
  await expect(asks.amount).toHaveText('3 chosen. Take at least four: some will be answered before you ask.')
  await asks.suggest.click()
  await asks.expectOrder(...SIX)
  await expect(asks.suggest).toBeHidden()
  await expect(page.getByRole('heading', { name: 'Ask the tech lead' })).toBeFocused()
})

test('two tabs stay in step, and the field that is typed in is left alone', async ({ page, context }) => {
  const asks = await AsksPage.at(page)
  const other = await AsksPage.at(await context.newPage())
  await asks.begin.click()
  await expect(other.end).toBeVisible()
  await asks.note(PAIN).pressSequentially('first')
  await expect(other.note(PAIN)).toHaveValue('first')
  await other.note(SLOS).pressSequentially('p99')
  await other.button(PAIN, 'Not answered').click()
  await expect(asks.button(PAIN, 'Not answered')).toHaveAttribute('aria-pressed', 'true')
  await expect(asks.note(PAIN)).toHaveValue('first')
  await expect(asks.note(SLOS)).toHaveValue('p99')
})

test('the call goes on offline once the page is there', async ({ page, context }) => {
  const asks = await AsksPage.at(page)
  // The icon comes after the page.
  await page.waitForLoadState('networkidle')
  await context.setOffline(true)
  await asks.begin.click()
  await asks.button(SLOS, 'Not answered').click()
  await expect(asks.flag('no-slos').locator('.follow-up')).toBeVisible()
  expect(asks.complaints).toEqual([])
})

for (const [name, error] of [
  ['blocked', 'SecurityError'],
  ['full', 'QuotaExceededError'],
] as const) {
  test(`with storage ${name} it works in this tab, and the page says that it is not kept`, async ({ page }) => {
    await page.addInitScript((type) => {
      Storage.prototype.setItem = () => {
        throw new DOMException('no', type)
      }
    }, error)
    const asks = await AsksPage.at(page)
    await asks.button(PAIN, 'Earlier').click()
    await asks.begin.click()
    await asks.note(PAIN).pressSequentially('heard')
    await asks.expectOrder('pain-points', 'owned-apis', ...SIX.slice(2))
    await expect(page.locator('storage-notice')).toBeVisible()
    expect(asks.complaints).toEqual([])
  })
}

test('no state has a barrier, in both themes, on a phone and on a laptop', async ({ page }) => {
  const asks = await AsksPage.at(page)
  expect(await barriers(page), 'preparing').toEqual([])
  await asks.struckAt(OWNED).check()
  await asks.begin.click()
  await asks.button(SLOS, 'Not answered').click()
  await asks.button(PAIN, 'Answered').first().click()
  await asks.flag('churn').getByRole('button').click()
  expect(await barriers(page), 'in the call').toEqual([])
  await page.setViewportSize({ width: 320, height: 640 })
  await asks.prefer('dark')
  expect(await tightPlaces(page), 'in the call, dark').toEqual([])
  expect(await asks.overflow()).toEqual([])
  await asks.end.click()
  expect(await tightPlaces(page), 'preparing, dark').toEqual([])
  expect(await asks.overflow()).toEqual([])
})

for (const paper of Object.keys(PAPERS) as Paper[]) {
  test(`${paper} gets the chosen questions in their order, on one page`, async ({ page }) => {
    const asks = await AsksPage.at(page)
    await asks.button(PAIN, 'Earlier').click()
    const sheets = await printed(page, paper)
    expect(sheets).toHaveLength(1)
    const text = textOn(sheets)
    const words = [
      'What hurts most',
      'Which of the Shop',
      'Which latency',
      'What do you use',
      'A senior',
      'What has the',
    ]
    const places = words.map((word) => text.indexOf(word))
    expect(places).toEqual(places.toSorted((a, b) => a - b))
    expect(places[0]).toBeGreaterThan(0)
    for (const absent of [
      'Terraform modules',
      'Already answered',
      'Earlier',
      'Ask the manager',
      'deploy on their own',
    ]) {
      expect(text).not.toContain(absent)
    }
  })
}

test('on paper there is the whole list while nobody chose, and the suggestion when somebody prints that', async ({
  page,
}) => {
  await page.addInitScript(() => {
    window.print = () => undefined
  })
  const asks = await AsksPage.at(page)
  const list = textOn(await printed(page, 'A4'))
  for (const there of ['Which of the Shop', 'Terraform modules', 'A percentile, a limit', 'Be selective'])
    expect(list).toContain(there)
  for (const absent of ['Whom do you meet', 'Drop', 'Ask this', 'I noticed']) expect(list).not.toContain(absent)
  await page.getByRole('button', { name: 'Print the list' }).click()
  const chosen = textOn(await printed(page, 'A4'))
  expect(chosen).toContain('Ask the tech lead')
  expect(chosen).not.toContain('Terraform modules')
  await asks.expectOrder(...SIX)
})

test.describe('without a script', () => {
  test.use({ javaScriptEnabled: false })

  test('the whole list is read, and there is nothing to press', async ({ page }) => {
    const asks = await AsksPage.at(page)
    await expect(page.locator('.entry h3:visible')).toHaveCount(13)
    await expect(page.getByText('Ask the recruiter or manager').first()).toBeVisible()
    await expect(asks.main.locator('button:visible, input:visible, textarea:visible')).toHaveCount(0)
    await expect(page.locator('ask-list')).toBeHidden()
    await expect(asks.main.locator('noscript > p')).toContainText('this page can be read, not used')
  })
})
