/** Everything kept can be saved, brought to another browser as a file or by codes, and deleted. */
import { expect, test, type Browser, type Page } from '@playwright/test'
import { barriers, tightPlaces } from './accessibility.ts'
import { ADDRESS, DataPage } from './pages/data-page.ts'
import { ROOT } from './sites.ts'

const NOW = new Date('2026-11-23T10:00:00')
/** Text that is seen: sentences for other cases stand hidden in the markup. */
const SHOWN = { useInnerText: true }
const THEN = NOW.getTime() - 3_600_000

const shelf = (records: Record<string, unknown>, at = THEN) => ({
  version: 1,
  records: Object.fromEntries(Object.entries(records).map(([id, value]) => [id, { at, value }])),
})
const note = (last: string) => ({ draft: '', last })
const interview = shelf({ when: { start: NOW.getTime() + 86_400_000, zone: 'Europe/Berlin' } })
const practised = { interview, 'card-notes': shelf({ a: note('first'), b: note('second'), gone: null }) }

/** Notes that no compression makes small, so that codes are many. */
const long = (seed: number) =>
  Array.from({ length: 600 }, (_, at) =>
    String.fromCharCode(33 + ((at * at * 31 + at * seed * 7 + (at >> 3) * 13) % 90)),
  ).join('')
const much = { 'card-notes': shelf(Object.fromEntries([1, 2, 3, 4].map((seed) => [`n${seed}`, note(long(seed))]))) }

test.beforeEach(async ({ page }) => {
  await page.clock.setFixedTime(NOW)
})

/** The page in a browser of its own, as on another device. */
async function otherDevice(browser: Browser, shelves = {}): Promise<DataPage> {
  const page = await (await browser.newContext()).newPage()
  await page.clock.setFixedTime(NOW)
  return DataPage.keeping(page, shelves)
}

const recordsIn = (text: string | undefined) =>
  (JSON.parse(text ?? '{"records":{}}') as { records: Record<string, { at: number; value: unknown }> }).records

/** A recording of the mock interview, as its own page stores it. */
const record = (page: Page) =>
  page.evaluate(
    () =>
      new Promise<void>((done, failed) => {
        const opening = indexedDB.open('prep:/:recordings', 1)
        opening.onupgradeneeded = () => opening.result.createObjectStore('recordings', { keyPath: 'id' })
        opening.onerror = () => failed(new Error('no database'))
        opening.onsuccess = () => {
          const writing = opening.result.transaction('recordings', 'readwrite')
          const sound = new Blob(['sound'])
          writing.objectStore('recordings').put({ id: 'm/q', mock: 'm', question: 'q', ms: 1, sound })
          writing.oncomplete = () => {
            opening.result.close()
            done()
          }
        }
      }),
  )

test('the overview counts what is kept, and keeps in step with another tab', async ({ page, context }) => {
  const data = await DataPage.keeping(page, { ...practised, stories: '{"vers', blanks: shelf({ odd: { value: 7 } }) })
  await expect(data.kept).toContainText(/3 records, \d+ bytes as a file/, SHOWN)
  await expect(data.kept.getByRole('row', { name: /Notes on cards/ })).toHaveText(/2\s*23 Nov 2026/)
  await expect(data.kept.getByRole('row', { name: /Mock interviews/ })).toBeHidden()
  await expect(data.kept).toContainText('could not be read: 1', SHOWN)
  await expect(data.kept).toContainText('cannot be read: 1', SHOWN)

  const other = await context.newPage()
  await other.goto(page.url())
  await other.evaluate(
    (text) => localStorage.setItem('prep:/:card-notes', text),
    JSON.stringify(shelf({ a: note('x') })),
  )
  await expect(data.kept.getByRole('row', { name: /Notes on cards/ })).toHaveText(/1\s*23 Nov 2026/)
})

test('the file holds everything: removed and odd records, and what was set aside', async ({ page }) => {
  const shelves = { ...practised, stories: '{"vers', blanks: shelf({ odd: { value: 7 } }) }
  const data = await DataPage.keeping(page, shelves)
  const { name, text } = await data.save()
  expect(name).toBe('interview-practice-2026-11-23.json')
  expect(JSON.parse(text)).toEqual({
    format: 'interview-guide-practice',
    version: 1,
    exportedAt: NOW.toISOString(),
    shelves: { interview, 'card-notes': practised['card-notes'], blanks: shelves.blanks },
    damaged: { stories: '{"vers' },
  })
  await expect(data.file.getByRole('status')).toContainText('interview-practice-2026-11-23.json', SHOWN)
  expect(data.requestedElsewhere()).toEqual([])
  expect(data.complaints).toEqual([])
})

test('nothing kept makes no file', async ({ page }) => {
  const data = await DataPage.keeping(page)
  await expect(data.kept).toContainText('Nothing yet.', SHOWN)
  await data.press('Save the file')
  await expect(data.file.getByRole('status')).toContainText('Nothing is kept yet', SHOWN)
  await data.press('Show the codes')
  await expect(data.showing).toContainText('there is nothing to hand over', SHOWN)
  await data.press('Delete everything…')
  await expect(data.deleting).toContainText('there is nothing to delete', SHOWN)
})

test('a file comes over to another browser; the newer record counts', async ({ page, browser }) => {
  const { text } = await (await DataPage.keeping(page, practised)).save()
  const mine = { 'card-notes': shelf({ a: note('later here') }, THEN + 1), stories: shelf({ x: { task: 'mine' } }) }
  const other = await otherDevice(browser, mine)
  await other.choose(text)
  await expect(other.bring.getByRole('heading', { name: /As of 23 November 2026/ })).toBeFocused()
  await expect(other.bring).toContainText('3 records to take', SHOWN)
  await expect(other.bring).toContainText('1 record newer here', SHOWN)
  const before = await other.stored()
  expect(Object.keys(before)).toEqual(expect.not.arrayContaining(['interview']))

  await other.press('Take them')
  await expect(other.bring.getByRole('status')).toHaveText('3 records taken, 1 was newer here.', SHOWN)
  const stored = await other.stored()
  expect(recordsIn(stored['interview'])).toEqual(interview.records)
  expect(recordsIn(stored['card-notes'])).toMatchObject({
    a: { value: note('later here') },
    b: { value: note('second') },
    gone: { value: null },
  })
  expect(stored['stories']).toEqual(before['stories'])
  await other.page.reload()
  await expect(other.kept).toContainText('4 records', SHOWN)

  await other.choose(text)
  await expect(other.bring).toContainText('There is nothing to take.', SHOWN)
  await expect(other.bring.getByRole('button', { name: 'Take them' })).toBeHidden()
  await other.press('Leave all as it is')
  await expect(other.chooser).toBeFocused()
  expect(await other.stored()).toEqual(stored)
  expect(other.complaints).toEqual([])
  await other.page.context().close()
})

test('a file that is broken, foreign, too new or too large is explained and changes nothing', async ({ page }) => {
  const data = await DataPage.keeping(page, practised)
  const { text } = await data.save()
  const before = await data.stored()
  const cases: [string | Buffer, string][] = [
    ['', 'This file is empty.'],
    [text.slice(0, -20), 'cannot be read: it is not whole'],
    [Buffer.from([0xff, 0xfe, 0x00, 0x80]), 'cannot be read: it is not whole'],
    ['{"decks":[]}', 'was not made by this guide'],
    [text.replace('"version":1', '"version":2'), 'A newer version of this guide made this'],
    [text.replace('"records":{', '"records":{"x":7,'), 'it was changed or cut since'],
    [Buffer.alloc(10_000_001, ' '), 'larger than 10 MB'],
  ]
  for (const [file, words] of cases) {
    await data.choose(file)
    await expect(data.bring.getByRole('status')).toContainText(words, SHOWN)
    await expect(data.bring.getByRole('status')).toContainText('Nothing was changed.', SHOWN)
    await expect(data.bring.getByRole('button', { name: 'Leave all as it is' })).toBeHidden()
    expect(await data.stored()).toEqual(before)
  }
  // After all that, a sound one is still taken.
  await data.choose(text)
  await expect(data.bring).toContainText('4 records here already', SHOWN)
  expect(data.complaints).toEqual([])
})

test('what only a newer guide can read, and what nobody can, is left out and told', async ({ page }) => {
  const data = await DataPage.keeping(page)
  const odd = { ...shelf({ a: note('fine'), b: { last: 7 } }) }
  const shelves = { 'card-notes': odd, stories: { ...shelf({ x: {} }), version: 9 }, unheard: shelf({ y: 1, z: 2 }) }
  const head = { format: 'interview-guide-practice', version: 1, exportedAt: NOW.toISOString() }
  await data.choose(JSON.stringify({ ...head, shelves }))
  await expect(data.bring).toContainText('1 record to take', SHOWN)
  await expect(data.bring).toContainText('3 records that only a newer version of this guide can read', SHOWN)
  await expect(data.bring).toContainText('1 record that cannot be read', SHOWN)
  await data.press('Take them')
  expect(Object.keys(await data.stored())).toEqual(['card-notes'])
})

test('where a newer guide has written, nothing is taken', async ({ page, browser }) => {
  const { text } = await (await DataPage.keeping(page, practised)).save()
  const other = await otherDevice(browser, { stories: { version: 9, records: {} } })
  await other.choose(text)
  await expect(other.bring.getByRole('status')).toContainText('A newer version of this guide has written', SHOWN)
  expect(Object.keys(await other.stored())).toEqual(['stories'])
  await other.page.context().close()
})

test('codes carry everything: in any order, across tabs and a reload, offline at the end', async ({
  page,
  browser,
}) => {
  const links = await (await DataPage.keeping(page, { ...practised, ...much })).links()
  expect(links.length).toBeGreaterThan(2)
  const [first = '', ...rest] = links
  const phone = await otherDevice(browser)
  const last = rest.pop() ?? ''
  await phone.follow(last)
  await expect(phone.taking.getByRole('heading', { level: 2 })).toBeFocused()
  await expect(phone.taking).toContainText(`1 of ${links.length} here. Missing: 1`, SHOWN)
  expect(phone.page.url()).toMatch(/\/practice\/data\/$/)
  await phone.page.reload()
  await expect(phone.taking).toContainText(`1 of ${links.length} here.`, SHOWN)

  // The camera app opens each code in a tab of its own.
  const context = phone.page.context()
  for (const link of rest) {
    const tab = new DataPage(await context.newPage())
    await tab.follow(link)
    await expect(tab.taking).toContainText(' here. Missing: 1', SHOWN)
    await tab.page.close()
  }
  await expect(phone.taking).toContainText(`${links.length - 1} of ${links.length} here. Missing: 1.`, SHOWN)
  await context.setOffline(true)
  await phone.pasted.fill(`The last one: ${first}`)
  await phone.press('Collect')
  await expect(phone.taking.getByRole('heading', { level: 3 })).toBeFocused()
  await expect(phone.taking).toContainText('5 records to take', SHOWN)
  expect(Object.keys(await phone.stored())).toEqual(['transfer'])
  await phone.press('Take them')
  await expect(phone.taking.locator('[data-part="told"]')).toHaveText('5 records taken.', SHOWN)
  const stored = await phone.stored()
  expect(Object.keys(stored).toSorted()).toEqual(['card-notes', 'interview'])
  expect(recordsIn(stored['card-notes'])).toEqual(much['card-notes'].records)
  expect(phone.complaints).toEqual([])
  await context.close()
})

test('pasted links come in at once; what is no link is told; leaving them changes nothing', async ({
  page,
  browser,
}) => {
  const links = await (await DataPage.keeping(page, much)).links()
  const phone = await otherDevice(browser)
  await phone.pasted.fill('https://guide.example/practice/data/')
  await phone.press('Collect')
  await expect(phone.taking).toContainText('There is no link of a code in this.', SHOWN)
  await phone.pasted.fill(links.join('\n> '))
  await phone.press('Collect')
  await expect(phone.pasted).toHaveValue('')
  await expect(phone.taking).toContainText(`${links.length} of ${links.length} here.`, SHOWN)
  await expect(phone.taking).toContainText('4 records to take', SHOWN)
  await phone.press('Leave all as it is')
  await expect(phone.taking.getByRole('heading', { level: 2 })).toBeFocused()
  expect(await phone.stored()).toEqual({})

  // A sign that was changed on the way is noticed.
  const wrong = links.map((link, at) => (at === 0 ? link.replace(/.$/, (sign) => (sign === 'x' ? 'y' : 'x')) : link))
  await phone.pasted.fill(wrong.join('\n'))
  await phone.press('Collect')
  await expect(phone.taking).toContainText('The codes do not fit together.', SHOWN)
  await phone.press('Start again')
  expect(await phone.stored()).toEqual({})
  await phone.page.context().close()
})

test('codes go forward and back, and by themselves until they are paused', async ({ page }) => {
  await page.clock.install({ time: NOW })
  const data = await DataPage.keeping(page, much)
  const links = await data.links()
  await expect(data.place).toBeFocused()
  const code = data.showing.getByRole('img', { name: 'QR code of the link below' })
  const first = await code.locator('path').getAttribute('d')
  await data.press('Next')
  await expect(data.place).toHaveText(`Code 2 of ${links.length}`)
  expect(await code.locator('path').getAttribute('d')).not.toBe(first)
  await data.press('Previous')
  await data.press('Previous')
  await expect(data.place).toHaveText(`Code ${links.length} of ${links.length}`)
  await data.press('Change every 6 seconds')
  await page.clock.runFor(12_000)
  await expect(data.place).toHaveText(`Code 2 of ${links.length}`)
  await data.press('Pause')
  await page.clock.runFor(60_000)
  await expect(data.place).toHaveText(`Code 2 of ${links.length}`)
  expect(await data.showing.locator('[data-part="link"]').inputValue()).toBe(links[1])
  await data.press('Hide the codes')
  await expect(code).toBeHidden()
  // Shown once more they are the same, so a hand-over can go on.
  expect(await data.links()).toEqual(links)
})

test('recordings that the browser does not delete are not called deleted', async ({ page }) => {
  await page.addInitScript(() => {
    IDBObjectStore.prototype.clear = () => {
      throw new DOMException('no', 'UnknownError')
    }
  })
  const data = await DataPage.keeping(page, practised)
  await record(page)
  await data.press('Delete everything…')
  await data.press('Delete for good')
  await expect(data.deleting.getByRole('status')).toContainText('did not delete all of it', SHOWN)
})

test('deleting asks, offers a file, and takes recordings and what was set aside with it', async ({ page, context }) => {
  const data = await DataPage.keeping(page, { ...practised, stories: '{"vers' })
  await record(page)
  await page.evaluate(() => localStorage.setItem('guide-theme', 'dark'))
  const other = await DataPage.keeping(await context.newPage())
  await expect(other.kept).toContainText('3 records', SHOWN)

  await data.press('Delete everything…')
  await expect(data.deleting.getByRole('heading', { name: 'This goes for good' })).toBeFocused()
  await expect(data.deleting.getByRole('listitem').filter({ visible: true })).toHaveText([
    'Date of the interview: 1',
    'Notes on cards: 2',
    'Recordings of your answers: 1',
    'Texts set aside because they could not be read: 1',
  ])
  await data.press('Keep everything')
  await expect(data.deleting.getByRole('button', { name: 'Delete everything…' })).toBeFocused()
  expect(Object.keys(await data.stored())).toHaveLength(3)

  await data.press('Delete everything…')
  expect((await data.save(data.deleting)).text).toContain('interview-guide-practice')
  await data.press('Delete for good')
  await expect(data.deleting.getByRole('status')).toHaveText('Deleted: 3 records and 1 recording.', SHOWN)
  expect(await data.stored()).toEqual({})
  expect(await page.evaluate(() => localStorage.getItem('guide-theme'))).toBe('dark')
  await expect(other.kept).toContainText('Nothing yet.', SHOWN)
  await data.press('Delete everything…')
  await expect(data.deleting).toContainText('there is nothing to delete', SHOWN)
  expect(data.complaints).toEqual([])
})

test('all of it by keyboard alone', async ({ page, browser }) => {
  const data = await DataPage.keeping(page, practised)
  const reach = async (name: string | RegExp) => {
    for (let steps = 0; steps < 60; steps++) {
      await page.keyboard.press('Tab')
      const focused = page.locator(':focus')
      if ((await focused.and(page.getByRole('button', { name })).count()) > 0) return
    }
    throw new Error(`no way to ${String(name)}`)
  }
  const download = page.waitForEvent('download')
  await reach('Save the file')
  await page.keyboard.press('Enter')
  expect((await download).suggestedFilename()).toMatch(/\.json$/)
  await reach('Show the codes')
  await page.keyboard.press('Enter')
  await expect(data.place).toBeFocused()
  const link = await data.showing.locator('[data-part="link"]').inputValue()
  await reach('Delete everything…')
  await page.keyboard.press('Enter')
  await expect(data.deleting.getByRole('heading', { level: 3 })).toBeFocused()
  await reach('Delete for good')
  await page.keyboard.press('Space')
  await expect(data.deleting.getByRole('status')).toBeFocused()

  const phone = await otherDevice(browser)
  await phone.pasted.focus()
  await phone.page.keyboard.insertText(link)
  await phone.page.keyboard.press('Tab')
  await phone.page.keyboard.press('Enter')
  await expect(phone.taking.getByRole('heading', { level: 3 })).toBeFocused()
  await phone.page.keyboard.press('Tab')
  await phone.page.keyboard.press('Enter')
  await expect(phone.taking.locator('[data-part="told"]')).toBeFocused()
  await expect(phone.kept).toContainText('3 records', SHOWN)
  await phone.page.context().close()
})

test('storage that is blocked: what is brought is there until the tab is closed, and that is told', async ({
  page,
  browser,
}) => {
  const { text } = await (await DataPage.keeping(page, practised)).save()
  const context = await browser.newContext()
  await context.addInitScript(() => {
    Storage.prototype.setItem = () => {
      throw new DOMException('blocked', 'SecurityError')
    }
  })
  const other = await DataPage.keeping(await context.newPage())
  await other.choose(text)
  await other.press('Take them')
  await expect(other.bring.getByRole('status')).toHaveText(
    /4 records taken\.\s+This browser keeps nothing for this site/,
    SHOWN,
  )
  await expect(other.kept).toContainText('3 records', SHOWN)
  const saved = JSON.parse((await other.save()).text) as { shelves: unknown }
  expect(saved.shelves).toEqual((JSON.parse(text) as { shelves: unknown }).shelves)
  await other.press('Delete everything…')
  await other.press('Delete for good')
  await expect(other.kept).toContainText('Nothing yet.', SHOWN)
  expect(other.complaints).toEqual([])
  await context.close()
})

test('storage that is full: what is brought is told not to last, and what was kept stays', async ({
  page,
  browser,
}) => {
  const { text } = await (await DataPage.keeping(page, practised)).save()
  const other = await otherDevice(browser, { stories: shelf({ x: { task: 'mine' } }) })
  const before = await other.stored()
  await other.page.evaluate(() => {
    Storage.prototype.setItem = () => {
      throw new DOMException('full', 'QuotaExceededError')
    }
  })
  await other.choose(text)
  await other.press('Take them')
  await expect(other.bring.getByRole('status')).toContainText('The browser’s storage is full', SHOWN)
  await expect(other.kept).toContainText('4 records', SHOWN)
  expect(await other.stored()).toEqual(before)
  await other.page.context().close()
})

/** Brings the page into each of its states. */
const states: Record<string, (data: DataPage) => Promise<void>> = {
  'as it opens': () => Promise.resolve(),
  'with codes': async (data) => {
    await data.links()
    await data.showing.getByText('Links instead of pictures').click()
  },
  'with a question': async (data) => {
    await data.choose((await data.save()).text.replaceAll(String(THEN), String(THEN + 5)))
    await expect(data.bring.getByRole('button', { name: 'Take them' })).toBeVisible()
  },
  'with a refusal': async (data) => {
    await data.choose('{')
    await expect(data.bring.getByRole('status')).toContainText('cannot be read', SHOWN)
  },
  'half handed over': async (data) => {
    await data.pasted.fill((await data.links())[0] ?? '')
    await data.press('Collect')
    await expect(data.taking).toContainText('Missing: 2', SHOWN)
  },
  'about to delete': async (data) => {
    await data.press('Delete everything…')
    await expect(data.deleting.getByRole('heading', { level: 3 })).toBeFocused()
  },
}

for (const [name, reach] of Object.entries(states)) {
  test(`${name}: no barriers in either theme, room enough at 320 and 390 px`, async ({ page }) => {
    await page.setViewportSize({ width: 390, height: 844 })
    const data = await DataPage.keeping(page, { ...much, interview, stories: '{"vers' })
    await reach(data)
    expect(await barriers(page)).toEqual([])
    await data.prefer('dark')
    expect(await tightPlaces(page)).toEqual([])
    for (const width of [320, 390, 1280]) {
      await page.setViewportSize({ width, height: 844 })
      expect(await data.overflow(), `${width} px`).toEqual([])
    }
  })
}

test('at most 30 KB of compressed script', async ({ page }) => {
  const sizes: Promise<number>[] = []
  page.on('requestfinished', (request) => {
    if (request.resourceType() === 'script')
      sizes.push(request.sizes().then(({ responseBodySize }) => responseBodySize))
  })
  await page.goto(ROOT + ADDRESS, { waitUntil: 'networkidle' })
  const total = (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0)
  expect(total).toBeGreaterThan(0)
  expect(total, `${total} bytes`).toBeLessThanOrEqual(30 * 1024)
})

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('the page says what it would do, and shows nothing that could not', async ({ page }) => {
    await page.goto(ROOT + ADDRESS)
    await expect(page.locator('main noscript > p')).toBeVisible()
    await expect(page.getByRole('row', { name: /Notes on cards/ })).toBeVisible()
    await expect(page.getByRole('heading', { level: 2 })).toHaveText([
      ...['What is kept', 'Save everything as a file', 'Bring a file here'],
      ...['To your phone by QR codes', 'Codes from another device', 'Delete everything'],
    ])
    await expect(page.getByRole('main').getByRole('button')).toHaveCount(0)
  })
})
