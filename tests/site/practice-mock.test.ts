/** A mock interview in a real browser: drawn, timed, noted, recorded, rated, with one gap at its end. */
import { readFileSync } from 'node:fs'
import { expect, test, type Page } from '@playwright/test'
import { BROWSER_ARGS, browserEnvironment, findBrowser } from '../../commands/browser.ts'
import { barriers, tightPlaces } from './accessibility.ts'
import { CANDIDATE, CandidatePage, MOCK, MockPage, stopClock } from './pages/mock-page.ts'
import { ROOT } from './sites.ts'

const executablePath = findBrowser()

// A microphone that hums, and a browser that asks nobody.
test.use({
  launchOptions: {
    env: browserEnvironment(),
    args: [...BROWSER_ARGS, '--use-fake-device-for-media-stream', '--use-fake-ui-for-media-stream'],
    ...(executablePath ? { executablePath } : {}),
  },
})

const PHONE = { width: 390, height: 844 }
const MINUTE = 60_000

/** Makes every write to storage fail, as a private window or a full disk does. */
const refuseWrites = (page: Page, name: 'SecurityError' | 'QuotaExceededError') =>
  page.addInitScript((error) => {
    Storage.prototype.setItem = () => {
      throw new DOMException('refused', error)
    }
  }, name)

test.describe('the agenda', () => {
  test('the same code draws the same questions, another one others', async ({ page }) => {
    const mock = await MockPage.at(page)
    await mock.start({ seed: '90-first', length: 45 })
    expect(await mock.shelf('mocks')).toContain('"code":"90-FIRST"')
    const first = await mock.promptsToTheEnd()
    await mock.finish.click()
    await mock.start({ seed: 'FIRST', length: 90 })
    expect(await mock.promptsToTheEnd()).toEqual(first)
    await mock.finish.click()
    await mock.start({ seed: 'SECOND', length: 90 })
    expect(await mock.promptsToTheEnd()).not.toEqual(first)
    expect(new Set(first).size).toBe(first.length)
  })

  test('what is no seed is told in words, and nothing begins', async ({ page }) => {
    const mock = await MockPage.at(page)
    await mock.seed.fill('?!')
    await mock.begin.click()
    await expect(page.getByRole('alert').getByText('A seed is one to twelve letters')).toBeVisible()
    await expect(mock.seed).toBeFocused()
    expect(await barriers(page)).toEqual([])
  })

  test('alone, what to listen for waits until one looks', async ({ page }) => {
    const mock = await MockPage.at(page)
    await mock.start({ alone: true })
    await expect(page.locator('article summary:visible', { hasText: 'What to listen for' })).toHaveCount(1)
    await expect(page.locator('article details[open]:visible')).toHaveCount(0)
  })

  test('a question that left the guide is said to be gone, and the mock goes on', async ({ page }) => {
    const mock = await MockPage.at(page)
    await mock.start()
    const kept = (await mock.shelf('mocks')) ?? ''
    await page.evaluate(
      ([key, text]) => localStorage.setItem(key ?? '', text ?? ''),
      ['prep:/:mocks', kept.replaceAll('introduce-yourself', 'of-long-ago')],
    )
    await mock.open()
    await expect(page.getByText('drawn from an earlier version')).toBeVisible()
    await mock.next.click()
    await expect(mock.prompt).toBeVisible()
  })
})

test.describe('the countdown', () => {
  test('runs over a sleep and a reload, stands still in a pause, and shows overtime', async ({ page }) => {
    const mock = await MockPage.at(page)
    await mock.start()
    await expect(mock.left).toHaveText('3:00')
    await mock.pass(MINUTE)
    await expect(mock.left).toHaveText('2:00')
    await mock.open()
    await expect(mock.left).toHaveText('2:00')
    await mock.pause.click()
    await mock.pass(60 * MINUTE)
    await expect(mock.left).toHaveText('2:00')
    await mock.pause.click()
    // The phone sleeps, its timers with it.
    await mock.pass(3.5 * MINUTE)
    await expect(mock.left).toHaveText('+1:30')
    await expect(page.getByText('Time for this phase is up.')).toBeVisible()
    await expect(mock.total).toHaveText('55:30 left in all')
    await mock.next.click()
    await expect(page.getByText('1 min behind')).toBeVisible()
  })

  test('asks for the screen to stay awake, again after the tab was hidden, and not in a pause', async ({ page }) => {
    await page.addInitScript(() => {
      const asked: string[] = []
      Object.assign(window, { asked })
      Object.defineProperty(navigator, 'wakeLock', {
        value: {
          request: () => {
            asked.push('asked')
            return Promise.resolve({ release: () => Promise.resolve(void asked.push('released')) })
          },
        },
      })
    })
    const asked = () => page.evaluate(() => Reflect.get(window, 'asked') as string[])
    const mock = await MockPage.at(page)
    expect(await asked()).toEqual([])
    await mock.start()
    expect(await asked()).toEqual(['asked'])
    await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')))
    expect(await asked()).toEqual(['asked', 'asked'])
    await mock.pause.click()
    await expect.poll(asked).toEqual(['asked', 'asked', 'released'])
  })
})

test.describe('notes', () => {
  test('are there after a reload in the middle of typing, each at its question', async ({ page }) => {
    const mock = await MockPage.at(page)
    await mock.start()
    const asked = await mock.prompt.innerText()
    await mock.note.pressSequentially('no figure')
    await mock.open()
    await expect(mock.prompt).toHaveText(asked)
    await expect(mock.note).toHaveValue('no figure')
    await mock.next.click()
    await expect(mock.note).toHaveValue('')
    await mock.note.fill('asked back')
    await mock.back.click()
    await expect(mock.note).toHaveValue('no figure')
  })

  test('two tabs stay in step, and the field that somebody types in is left alone', async ({ page, context }) => {
    const mock = await MockPage.at(page)
    await mock.start()
    const other = new MockPage(await context.newPage())
    await other.open()
    await other.note.pressSequentially('half a sent')
    await page.bringToFront()
    await mock.page.getByRole('button', { name: 'Pause' }).click()
    await expect(other.pause).toHaveText('Go on')
    await expect(other.note).toHaveValue('half a sent')
    await mock.next.click()
    await expect(other.prompt).toHaveText(await mock.prompt.innerText())
    await mock.back.click()
    await expect(mock.note).toHaveValue('half a sent')
  })
})

test.describe('the voice', () => {
  test('reads prompt and follow-ups only when asked, and stops when one goes on', async ({ page }) => {
    await page.addInitScript(() => {
      const said: string[] = []
      Object.assign(window, { said })
      speechSynthesis.speak = ({ text }) => void said.push(text)
      speechSynthesis.cancel = () => void said.push('(silence)')
    })
    const said = () => page.evaluate(() => Reflect.get(window, 'said') as string[])
    const mock = await MockPage.at(page)
    await mock.start()
    expect(await said()).toEqual([])
    await page.getByRole('button', { name: 'Read it out' }).click()
    const followUps = await page.locator('mock-script [data-follow-up]:visible').allInnerTexts()
    expect(await said()).toEqual(['(silence)', await mock.prompt.innerText(), ...followUps])
    await expect(page.getByRole('button', { name: 'Stop reading' })).toBeVisible()
    await mock.next.click()
    expect((await said()).at(-1)).toBe('(silence)')
  })
})

test.describe('recording', () => {
  test('an answer is recorded, held against its target, played, and deleted', async ({ page }) => {
    const mock = await MockPage.at(page)
    await mock.start({ recording: true })
    await mock.next.click()
    const question = await mock.prompt.innerText()
    await mock.record.click()
    await expect(page.getByText('Recording. It stops')).toBeVisible()
    expect(await barriers(page)).toEqual([])
    await mock.pass(40_000)
    // The first piece has come from the microphone.
    await expect.poll(() => recordingsKept(page)).toBe(1)
    await mock.record.click()
    await expect(page.getByText('Recorded and kept in this browser.')).toBeVisible()
    await mock.open()
    await mock.end.click()
    const line = mock.recordings.getByRole('listitem').filter({ hasText: question })
    await expect(line).toContainText('0:40, target 0:30 to 1:10: within the target')
    await line.locator('audio').evaluate(async (audio: HTMLAudioElement) => {
      audio.muted = true
      await audio.play()
    })
    expect(await barriers(page)).toEqual([])
    await line.getByRole('button', { name: 'Delete' }).click()
    await line.getByRole('button', { name: 'Delete: sure?' }).click()
    await expect(mock.recordings).toBeHidden()
    expect(await recordingsKept(page)).toBe(0)
    expect(mock.guide.complaints).toEqual([])
  })

  test('a recording has its length and can be sought in, also after a reload', async ({ page }) => {
    const mock = await MockPage.at(page)
    await mock.start({ recording: true })
    const began = Date.now()
    await mock.record.click()
    await expect.poll(() => recordedBytes(page)).toBeGreaterThan(8000)
    await mock.record.click()
    await expect(page.getByText('Recorded and kept in this browser.')).toBeVisible()
    const spoken = (Date.now() - began) / 1000
    await mock.end.click()
    const player = mock.recordings.locator('audio')
    const length = () => player.evaluate((audio: HTMLAudioElement) => audio.duration)
    // 8,000 bytes are about two seconds of sound.
    await expect.poll(length).toBeGreaterThan(1)
    await expect.poll(length).toBeLessThan(spoken + 1)
    await mock.open()
    await expect.poll(length).toBeLessThan(spoken + 1)
    const half = (await length()) / 2
    await player.evaluate((audio: HTMLAudioElement, at) => {
      audio.currentTime = at
      return new Promise((resolve) => audio.addEventListener('seeked', resolve))
    }, half)
    expect(await player.evaluate((audio: HTMLAudioElement) => audio.currentTime)).toBeCloseTo(half, 1)
    expect(mock.guide.complaints).toEqual([])
  })

  test('a recording that cannot be written anew is kept as it is, and plays', async ({ page }) => {
    await page.route('**/seekable*.js', (route) => route.abort())
    const mock = await MockPage.at(page)
    await mock.start({ recording: true })
    await mock.record.click()
    await expect.poll(() => recordingsKept(page)).toBe(1)
    await mock.record.click()
    const asked = page.waitForRequest('**/seekable*.js')
    await mock.end.click()
    await asked
    await mock.recordings.locator('audio').evaluate(async (audio: HTMLAudioElement) => {
      audio.muted = true
      await audio.play()
    })
    expect(await recordingsKept(page)).toBe(1)
  })

  test('going on ends a recording, and deleting the mock deletes it', async ({ page }) => {
    const mock = await MockPage.at(page)
    await mock.start({ recording: true })
    await mock.record.click()
    await expect.poll(() => recordingsKept(page)).toBe(1)
    await mock.next.click()
    await expect(mock.record).toHaveText('Record the answer')
    await mock.end.click()
    await expect(mock.recordings.getByRole('listitem')).toHaveCount(1)
    await page.getByRole('button', { name: 'Delete this mock' }).click()
    await page.getByRole('button', { name: 'Delete this mock: sure?' }).click()
    await expect(mock.begin).toBeVisible()
    await expect.poll(() => recordingsKept(page)).toBe(0)
    expect(await mock.shelf('mocks')).not.toContain('MONDAY')
  })

  test('without consent there is no button; a refused microphone is told in words', async ({ page }) => {
    await page.addInitScript(() => {
      navigator.mediaDevices.getUserMedia = () => Promise.reject(new DOMException('no', 'NotAllowedError'))
    })
    const mock = await MockPage.at(page)
    await mock.start()
    await expect(mock.record).toBeHidden()
    await mock.end.click()
    await mock.finish.click()
    await mock.start({ recording: true })
    await mock.record.click()
    await expect(page.getByText('This page may not use the microphone.')).toBeVisible()
    await expect(mock.record).toHaveText('Record the answer')
    expect(await barriers(page)).toEqual([])
    await mock.next.click()
    await expect(page.getByText('This page may not use the microphone.')).toBeHidden()
  })
})

/** Sizes of the recordings that this browser keeps, in bytes. */
const recordingSizes = (page: Page): Promise<number[]> =>
  page.evaluate(
    () =>
      new Promise<number[]>((resolve, reject) => {
        const request = indexedDB.open('prep:/:recordings')
        request.onerror = () => reject(new Error('no database'))
        request.onsuccess = () => {
          const database = request.result
          if (!database.objectStoreNames.contains('recordings')) {
            resolve([])
            return
          }
          const all = database.transaction('recordings').objectStore('recordings').getAll()
          all.onsuccess = () => {
            database.close()
            resolve((all.result as { sound: Blob }[]).map(({ sound }) => sound.size))
          }
        }
      }),
  )
const recordingsKept = async (page: Page) => (await recordingSizes(page)).length
const recordedBytes = async (page: Page) => (await recordingSizes(page))[0] ?? 0

test.describe('the debrief', () => {
  test('names one gap, queues its cards, and is there again among the earlier mocks', async ({ page }) => {
    const mock = await MockPage.at(page)
    await mock.start()
    await mock.next.click()
    const asked = await mock.prompt.innerText()
    await mock.note.fill('# slow\nstart')
    await mock.end.click()
    await expect(mock.debrief.getByRole('heading', { name: 'Debrief' }).first()).toBeFocused()
    await expect(mock.gap).toHaveText('It is named as soon as something is rated.')
    await mock.level('pitch/communication', 'Weak').check()
    await mock.level('go-and-grpc/trade-offs', 'Very weak').check()
    await mock.level('go-and-grpc/communication', 'Very weak').check()
    await expect(mock.gap).toContainText('Technical design and trade-offs: very weak in Go and gRPC')
    await page.getByLabel('Which answer would you give again').fill('all of them')

    const drill = await mock.debrief
      .locator('[data-part=card-list] a')
      .evaluateAll((links) =>
        links
          .map((link) => new URL((link as HTMLAnchorElement).href))
          .map(({ pathname, hash }) => `${pathname}${hash}`),
      )
    expect(drill.length).toBeGreaterThan(1)
    await expect(mock.debrief.locator('[data-part=card-list]')).not.toContainText(asked)

    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Save as Markdown' }).click(),
    ])
    expect(file.suggestedFilename()).toBe('mock-2026-11-23-60-MONDAY.md')
    const text = readFileSync(await file.path(), 'utf8')
    expect(text).toContain('**Technical design and trade-offs: very weak in Go and gRPC**')
    expect(text).toContain(`### ${asked}`)
    expect(text).toContain('\\# slow\nstart')
    expect(text).toContain('all of them')

    await mock.finish.click()
    const told = page.getByText('The mock interview is finished').locator('xpath=ancestor::div[@tabindex]')
    await expect(told).toBeFocused()
    await expect(told).toBeInViewport({ ratio: 1 })
    await expect(told).toContainText(`${drill.length} cards were queued: they come first.`)
    expect(await barriers(page)).toEqual([])
    const queued = (await mock.shelf('card-queue')) ?? ''
    for (const address of drill) {
      const card = /^\/questions\/([^/]+)\/(?:#(.+))?$/.exec(address)
      expect(queued).toContain(`"${card?.[1] ?? ''}${card?.[2] ? `/${card[2]}` : ''}"`)
    }
    const row = mock.past.getByRole('row').filter({ hasText: '60 min' })
    await expect(row).toContainText('1.3')
    await expect(row).toContainText('Technical design and trade-offs')
    await row.getByRole('button', { name: 'Open' }).click()
    await expect(mock.gap).toContainText('very weak in Go and gRPC')
    await expect(page.getByLabel('Which answer would you give again')).toHaveValue('all of them')
    await mock.finish.click()
    await expect(mock.begin).toBeVisible()
    await expect(told).toBeHidden()
  })

  test('on paper there is the gap and the report, and nothing to press', async ({ page }) => {
    const mock = await MockPage.at(page)
    await mock.start()
    await mock.note.fill('good figure')
    await mock.end.click()
    await mock.level('pitch/communication', 'Weak').check()
    await page.emulateMedia({ media: 'print' })
    await expect(mock.gap).toContainText('Communication: weak in Pitch')
    await expect(mock.debrief.getByText('good figure')).toBeVisible()
    await expect(mock.debrief.getByText('One mock is no verdict')).toBeVisible()
    // The letters that every machine prints alike, there before the printer asks for them.
    await expect(mock.debrief.getByText('good figure')).toHaveCSS('font-family', /^"Guide Sans"/)
    expect(await page.evaluate(() => document.fonts.check('16px "Guide Sans"', 'good figure'))).toBe(true)
    await expect(page.locator('button:visible, input:visible, textarea:visible, mock-clock:visible')).toHaveCount(0)
  })

  test('two mocks make a picture, with the table that says the same', async ({ page }) => {
    const mock = await MockPage.at(page)
    for (const [seed, level] of [
      ['ONE', 'Weak'],
      ['TWO', 'Very strong'],
    ] as const) {
      await mock.start({ seed })
      await mock.end.click()
      await mock.level('pitch/communication', level).check()
      await mock.finish.click()
      await mock.pass(MINUTE)
    }
    const picture = page.getByRole('img', { name: 'Mean level of the last mocks' })
    await expect(picture.locator('circle')).toHaveCount(2)
    const [first, second] = await picture
      .locator('circle')
      .evaluateAll((dots) => dots.map((dot) => Number(dot.getAttribute('cy'))))
    expect(second).toBeLessThan(first ?? 0)
    await expect(mock.past.getByRole('row')).toHaveCount(3)
    await expect(mock.past.getByText('One mock is no verdict')).toBeVisible()
    expect(await barriers(page)).toEqual([])
    await page.setViewportSize(PHONE)
    await mock.guide.prefer('dark')
    expect(await tightPlaces(page)).toEqual([])
    expect(await mock.guide.overflow()).toEqual([])
  })
})

test.describe('two people', () => {
  test('the candidate sees the prompt alone, and follows the interviewer', async ({ page, context }) => {
    const mock = await MockPage.at(page)
    const candidate = await CandidatePage.at(await context.newPage())
    await expect(candidate.waiting).toBeVisible()
    expect(await barriers(candidate.page)).toEqual([])
    await mock.start()
    await expect(candidate.prompt).toHaveText(await mock.prompt.innerText())
    await expect(candidate.time).toHaveText('3:00 left')
    await expect(candidate.page.getByText('What to listen for')).toHaveCount(0)
    await mock.next.click()
    await expect(candidate.prompt).toHaveText(await mock.prompt.innerText())
    await mock.pause.click()
    await expect(candidate.time).toContainText('paused')
    expect(await barriers(candidate.page)).toEqual([])
    await candidate.page.setViewportSize(PHONE)
    await candidate.guide.prefer('dark')
    expect(await tightPlaces(candidate.page)).toEqual([])
    expect(await candidate.guide.overflow()).toEqual([])
    await mock.end.click()
    await mock.finish.click()
    await expect(candidate.waiting).toBeVisible()
    expect(candidate.guide.complaints).toEqual([])
  })

  test('they stay in step where nothing can be stored', async ({ page, context }) => {
    const second = await context.newPage()
    await refuseWrites(page, 'SecurityError')
    await refuseWrites(second, 'SecurityError')
    const mock = await MockPage.at(page)
    await mock.start()
    const candidate = await CandidatePage.at(second)
    await expect(candidate.prompt).toHaveText(await mock.prompt.innerText())
    await mock.next.click()
    await expect(candidate.prompt).toHaveText(await mock.prompt.innerText())
  })

  test('a second device draws the same agenda from the code, and comes back to its place', async ({
    page,
    browser,
  }) => {
    const mock = await MockPage.at(page)
    await mock.start({ seed: 'CODE7' })
    const prompts = await mock.promptsToTheEnd()

    const device = await browser.newContext({ viewport: PHONE })
    const screen = await device.newPage()
    await stopClock(screen)
    const candidate = await CandidatePage.at(screen)
    await candidate.code.fill('60')
    await candidate.code.press('Enter')
    await expect(candidate.page.getByText('A code is the minutes, a dash and the seed')).toBeVisible()
    await candidate.code.fill('60 code7')
    await candidate.code.press('Enter')
    await expect(candidate.prompt).toBeFocused()
    const seen: string[] = []
    for (const at of prompts.keys()) {
      seen.push(await candidate.prompt.innerText())
      if (at === 2) {
        await candidate.page.reload()
        await expect(candidate.prompt).toHaveText(prompts[2] ?? '')
      }
      await candidate.next.click()
    }
    expect(seen).toEqual(prompts)
    expect(await barriers(candidate.page)).toEqual([])
    expect(await candidate.guide.overflow()).toEqual([])
    await candidate.page.getByRole('button', { name: 'Leave this agenda' }).click()
    await expect(candidate.waiting).toBeVisible()
    await device.close()
  })
})

test('a whole mock on a phone with the keyboard alone', async ({ page }) => {
  await page.setViewportSize(PHONE)
  const mock = await MockPage.at(page)
  const press = (key: string) => page.keyboard.press(key)
  await mock.reach(mock.seed)
  await page.keyboard.type('KEYS')
  await mock.reach(mock.begin)
  await press('Enter')
  await expect(mock.prompt).toBeFocused()
  await mock.reach(mock.note)
  await page.keyboard.type('by keys')
  await mock.reach(mock.next)
  await press('Enter')
  await expect(mock.prompt).toBeFocused()
  await mock.reach(mock.pause, 'Shift+Tab')
  await press('Space')
  await expect(mock.pause).toHaveText('Go on')
  await press('Space')
  await mock.reach(mock.end)
  await press('Enter')
  await expect(mock.debrief.getByRole('heading', { name: 'Debrief' }).first()).toBeFocused()
  await mock.reach(mock.level('pitch/communication', 'Very weak'))
  await press('Space')
  await press('ArrowDown')
  await expect(mock.gap).toContainText('Communication: weak in Pitch')
  await mock.reach(mock.finish)
  await press('Enter')
  await expect(page.locator('mock-setup [data-part=finished]')).toBeFocused()
  await expect(mock.past.getByRole('row')).toHaveCount(2)
  expect(mock.guide.complaints).toEqual([])
})

test('a whole mock without a network, once the page is there', async ({ page, context }) => {
  const mock = await MockPage.at(page)
  await context.setOffline(true)
  await mock.start({ recording: true })
  await mock.record.click()
  await expect.poll(() => recordingsKept(page)).toBe(1)
  await mock.promptsToTheEnd()
  await mock.level('system-design/scale', 'Weak').check()
  await expect(mock.gap).toContainText('Scalability and performance')
  await expect(mock.recordings.getByRole('listitem')).toHaveCount(1)
  await mock.finish.click()
  await expect(mock.past.getByRole('row')).toHaveCount(2)
  // The browser itself may still ask for the icon of the tab.
  expect(mock.guide.complaints.filter((text) => text.startsWith('script'))).toEqual([])
})

for (const [what, error, told] of [
  ['blocked', 'SecurityError', 'This browser keeps nothing for this site'],
  ['full', 'QuotaExceededError', "The browser's storage is full"],
] as const) {
  test(`with storage ${what} a mock goes to its end, and the page says what is lost`, async ({ page }) => {
    await refuseWrites(page, error)
    const mock = await MockPage.at(page)
    await mock.start()
    await expect(page.getByText(told)).toBeVisible()
    await mock.note.fill('kept until the tab is closed')
    await mock.next.click()
    await mock.back.click()
    await expect(mock.note).toHaveValue('kept until the tab is closed')
    await mock.end.click()
    await mock.level('pitch/communication', 'Weak').check()
    await mock.finish.click()
    await expect(mock.past.getByRole('row')).toHaveCount(2)
    expect(mock.guide.complaints).toEqual([])
  })
}

test(
  'axe finds nothing in any state, in both themes, on a laptop and on a phone',
  { tag: '@fonts' },
  async ({ page }) => {
    test.setTimeout(180_000)
    const mock = await MockPage.at(page)
    const look = async (state: string) => {
      await page.setViewportSize({ width: 1280, height: 800 })
      await mock.guide.prefer('light')
      expect.soft(await barriers(page), `${state}, light`).toEqual([])
      expect.soft(await mock.guide.overflow(), `${state}, 1280 px`).toEqual([])
      await mock.guide.prefer('dark')
      for (const width of [390, 320]) {
        await page.setViewportSize({ width, height: 844 })
        expect.soft(await tightPlaces(page), `${state}, dark, ${width} px`).toEqual([])
        expect.soft(await mock.guide.overflow(), `${state}, ${width} px`).toEqual([])
      }
    }
    await look('setting up')
    await mock.start({ recording: true })
    await look('asking')
    await mock.pass(4 * MINUTE)
    await mock.pause.click()
    await look('over time and paused')
    await mock.next.click()
    await mock.end.click()
    await mock.level('go-and-grpc/trade-offs', 'Very weak').check()
    await look('debrief')
    await mock.finish.click()
    await look('after it')
  },
)

for (const address of [MOCK, CANDIDATE]) {
  test(`${address} loads at most 30 KB of script`, async ({ page }) => {
    const sizes: Promise<number>[] = []
    page.on('requestfinished', (request) => {
      if (new URL(request.url()).pathname.endsWith('.js'))
        sizes.push(request.sizes().then((size) => size.responseBodySize))
    })
    await page.goto(`${ROOT}${address}`, { waitUntil: 'networkidle' })
    const bytes = (await Promise.all(sizes)).reduce((sum, one) => sum + one, 0)
    expect(bytes).toBeGreaterThan(1024)
    expect(bytes).toBeLessThanOrEqual(30 * 1024)
  })
}

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('the three agendas and every question with its follow-ups can be read and printed', async ({ page }) => {
    await page.goto(`${ROOT}${MOCK}`)
    const table = page.getByRole('group', { name: 'Minutes of each phase' })
    await expect(table.getByRole('row')).toHaveCount(7)
    await expect(page.locator('noscript > p')).toContainText('pick a question or two for each phase')
    await expect(page.locator('[data-question] h3:visible')).toHaveCount(await page.locator('[data-question]').count())
    await expect(page.getByRole('button', { name: 'Begin' })).toBeHidden()
    await page.emulateMedia({ media: 'print' })
    await expect(page.locator('[data-follow-up]').last()).toBeVisible()
    await page.emulateMedia({ media: 'screen' })
    await page.goto(`${ROOT}${CANDIDATE}`)
    await expect(page.locator('[data-prompt]:visible').first()).toBeVisible()
  })
})
