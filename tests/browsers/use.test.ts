/** The guide as it is used, on a phone: what is done stays, and what one did leads to what one sees next. */
import { writeFile } from 'node:fs/promises'
import { PATIENCE } from './guide-window.ts'
import { expect, test } from './test.ts'
import { focusAtFoot, focusInView, partOfView, visibleText } from './view.ts'

const CPU = 'backend-cpu-drop'
/** For what may leave the page, in which case it cannot be asked for a moment. */
const PATIENTLY = { timeout: PATIENCE }
const ASKED = 'mock-script [data-prompt]'

test('search by keyboard: a key opens it, arrow and Enter lead to what was found', async ({ guide }) => {
  await guide.open('/')
  await guide.type('/')
  await expect.poll(() => guide.run(() => document.activeElement?.matches('dialog [type=search]'), null)).toBe(true)
  await guide.type('goroutine')
  await expect.poll(() => guide.run(visibleText, 'dialog .hits a.hit')).toMatch(/goroutine/i)
  await guide.press('ArrowDown')
  const found = await guide.run(() => (document.activeElement as HTMLAnchorElement).pathname, null)
  // Before the page is left: WebKit calls it an error that what was still on its way does not come any more.
  expect(await guide.complaints()).toEqual([])
  await guide.press('Enter')
  await expect(async () => {
    expect(await guide.run(() => location.pathname, null)).toBe(found)
  }).toPass(PATIENTLY)
})

test('the date is set on the home page, which then counts down; the rooms stay at the thumb', async ({ guide }) => {
  await guide.open('/')
  await guide.click('[data-part=local]')
  await guide.run(() => {
    const field = document.querySelector<HTMLInputElement>('[data-part=local]')
    if (field) field.value = `${new Date(Date.now() + 3 * 86_400_000).toISOString().slice(0, 10)}T14:30`
  }, null)
  await guide.click('button', 'Set')
  await expect.poll(() => guide.run(visibleText, '[data-part=time-left]'), PATIENTLY).toMatch(/day/)
  await guide.run(() => scrollTo(0, 600), null)
  const below = () => innerHeight - (document.querySelector('.rooms')?.getBoundingClientRect().bottom ?? 0)
  expect(Math.round(await guide.run(below, null))).toBe(0)
  expect(await guide.complaints()).toEqual([])
})

test('a card is graded: the answer comes into view, then the next question, and the grade is kept', async ({
  guide,
}) => {
  await guide.open('/practice/cards/')
  const before = await guide.run(visibleText, '[data-part=count]')
  await guide.click('button', 'Start')
  for (const round of [1, 2, 3]) {
    const asked = await guide.run(visibleText, '[data-part=prompt]')
    await guide.click('textarea[data-part=notes]')
    await guide.type(`attempt ${round}`)
    // By key, because not every driver clicks where an element stands: some scroll it to the middle first.
    await guide.run(focusAtFoot, '[data-do=reveal]')
    await guide.press('Enter')
    await expect.poll(() => guide.run(partOfView, '[data-part=answer]'), `answer ${round}`).toBeGreaterThan(0.5)
    await guide.click('button', 'Good')
    await expect.poll(() => guide.run(visibleText, '[data-part=prompt]')).not.toBe(asked)
    await expect.poll(() => guide.run(focusInView, '[data-part=prompt]'), `question after card ${round}`).toBe(true)
  }
  await guide.reload()
  await expect.poll(() => guide.run(visibleText, '[data-part=count]')).not.toBe(before)
  expect(await guide.run(() => localStorage.getItem('prep:/:reviews')?.match(/"good"/g)?.length, null)).toBe(3)
  expect(await guide.complaints()).toEqual([])
})

test('a mock interview goes on after a reload, and ends where its end is told', async ({ guide }) => {
  await guide.open('/practice/mock/')
  await guide.click('button', 'Begin')
  await guide.click('button', 'Next')
  const asked = await guide.run(visibleText, ASKED)
  await guide.click('textarea[data-part=note]')
  await guide.type('no figure')
  await guide.reload()
  await expect.poll(() => guide.run(visibleText, ASKED)).toBe(asked)
  const note = () => guide.run(() => document.querySelector<HTMLTextAreaElement>('[data-part=note]')?.value, null)
  await expect.poll(note).toBe('no figure')

  await guide.click('button', 'End and debrief')
  await expect.poll(() => guide.run(focusInView, 'mock-debrief [data-part=heading]'), 'the debrief').toBe(true)
  await guide.click('[data-part=finish]')
  await expect.poll(() => guide.run(focusInView, 'mock-setup [data-part=finished]'), 'what became of it').toBe(true)
  expect(await guide.complaints()).toEqual([])
})

test('a blank is filled in, saved as a file, deleted, brought back, and stands on the sheet', async ({
  guide,
}, info) => {
  const expectOnTheSheet = async (text: string) => {
    await guide.open('/sheets/star/')
    await expect.poll(() => guide.run(visibleText, `.blank[data-blank="${CPU}"]`)).toBe(text)
  }
  await guide.open(`/blanks/#${CPU}`)
  await guide.click(`fill-blank[data-id="${CPU}"] [name=value]`)
  await guide.type('38')
  await expect.poll(() => guide.run(() => localStorage.getItem('prep:/:blanks'), null)).toContain('"38"')
  await expectOnTheSheet('38 %')

  await guide.open('/practice/data/')
  const saved = await guide.save('save-file button', 'Save the file')
  expect(saved).toContain('"38"')
  await guide.click('delete-all button', 'Delete everything')
  await guide.click('delete-all button', 'Delete for good')
  await expect.poll(() => guide.run(visibleText, 'delete-all [data-says=gone]')).toContain('1 record')
  await expectOnTheSheet('%')

  const file = info.outputPath('interview-practice.json')
  await writeFile(file, saved)
  await guide.open('/practice/data/')
  await guide.choose('import-file input[type=file]', file)
  await guide.click('import-file button', 'Take them')
  await expect.poll(() => guide.run(visibleText, 'import-file [data-says=result]')).toContain('1 record taken')
  await expectOnTheSheet('38 %')
  expect(await guide.complaints()).toEqual([])
})

test('a search that could not be loaded once can be used when the line is back', async ({ guide, site }) => {
  await guide.open('/concepts/redis/')
  // What a page has not fetched yet is lost: the search, but no page.
  site.cutOff = /^\/(?:_astro|pagefind)\//
  await guide.click('#search')
  // What cannot be opened is followed as the link that it is.
  await expect(async () => {
    expect(await guide.run(() => location.pathname, null)).toBe('/search/')
  }).toPass(PATIENTLY)
  expect(site.missed.length).toBeGreaterThan(0)
  site.cutOff = undefined
  await guide.reload()
  const isOpen = () => guide.run(() => document.activeElement?.matches('[type=search]') ?? false, null)
  await expect.poll(isOpen, PATIENTLY).toBe(true)
  await guide.type('goroutine')
  await expect.poll(() => guide.run(visibleText, '.hits a.hit')).toMatch(/goroutine/i)
})
