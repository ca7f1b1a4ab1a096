/** The mock interview: setting up, asking, debriefing; and the candidate's screen. */
import { expect, type Locator, type Page } from '@playwright/test'
import { ROOT } from '../sites.ts'
import { GuidePage } from './guide-page.ts'

export const MOCK = '/practice/mock/'
export const CANDIDATE = '/practice/mock/candidate/'
/** When each mock of the tests begins. */
export const NOW = new Date('2026-11-23T09:00:00Z')

/** Lets a page, and all others of its context, read one and the same time; timers go on. */
export const stopClock = (page: Page) => page.clock.setFixedTime(NOW)

interface Wishes {
  length?: 45 | 60 | 90
  seed?: string
  recording?: boolean
  alone?: boolean
}

export class MockPage {
  #now = NOW.getTime()
  readonly page: Page
  readonly guide: GuidePage
  readonly seed: Locator
  readonly begin: Locator
  /** Heading of the question that is asked. */
  readonly prompt: Locator
  readonly phase: Locator
  readonly left: Locator
  readonly total: Locator
  readonly pause: Locator
  readonly next: Locator
  readonly back: Locator
  readonly end: Locator
  readonly note: Locator
  readonly record: Locator
  readonly debrief: Locator
  readonly gap: Locator
  readonly finish: Locator
  readonly recordings: Locator
  readonly past: Locator

  constructor(page: Page) {
    this.page = page
    this.guide = new GuidePage(page)
    this.seed = page.getByLabel('Seed')
    this.begin = page.getByRole('button', { name: 'Begin' })
    this.prompt = page.locator('mock-script [data-prompt]:visible')
    this.phase = page.locator('mock-clock [data-part=phase]')
    this.left = page.getByRole('timer')
    this.total = page.locator('mock-clock [data-part=total]')
    this.pause = page.getByRole('button', { name: /^(?:Pause|Go on)$/ })
    this.next = page.getByRole('button', { name: /^Next/ })
    this.back = page.getByRole('button', { name: 'Back', exact: true })
    this.end = page.getByRole('button', { name: 'End and debrief' })
    this.note = page.getByLabel('Notes')
    this.record = page.getByRole('button', { name: /^(?:Record the answer|Stop recording)$/ })
    this.debrief = page.locator('mock-debrief')
    this.gap = this.debrief.locator('[data-gap]:visible')
    this.finish = page.getByRole('button', { name: /^(?:Finish|Close)/ })
    this.recordings = page.locator('mock-recordings')
    this.past = page.locator('past-mocks')
  }

  /** Opens the page with a clock that stands until the test moves it, for all pages of the context. */
  static async at(page: Page): Promise<MockPage> {
    await stopClock(page)
    const mock = new MockPage(page)
    await mock.open()
    return mock
  }

  async open() {
    await this.page.goto(`${ROOT}${MOCK}`, { waitUntil: 'load' })
  }

  /** Lets time pass, as in a sleep. */
  async pass(ms: number) {
    this.#now += ms
    await this.page.clock.setFixedTime(this.#now)
  }

  /** Begins a mock, of 60 minutes unless another length is wished. */
  async start({ length = 60, seed = 'MONDAY', recording = false, alone = false }: Wishes = {}) {
    await this.page.getByLabel(`${length} minutes`).check()
    await this.seed.fill(seed)
    if (recording) await this.page.getByLabel('Let me record').check()
    if (alone) await this.page.getByLabel('You are alone').check()
    await this.begin.click()
    await expect(this.prompt).toBeVisible()
  }

  /** Presses the key until the place has the focus. */
  async reach(place: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab') {
    for (let pressed = 0; pressed < 80; pressed++) {
      if (await place.evaluate((element) => element === document.activeElement)) return
      await this.page.keyboard.press(key)
    }
    await expect(place, `reached with ${key}`).toBeFocused()
  }

  /** A level of a dimension in a phase. */
  level(judged: string, name: string): Locator {
    return this.page.locator(`fieldset:has([name="${judged}"])`).getByRole('radio', { name: new RegExp(`^${name}`) })
  }

  /** Every prompt of the mock, phase by phase, from where it stands to the debrief. */
  async promptsToTheEnd(): Promise<string[]> {
    const prompts: string[] = []
    while (await this.prompt.isVisible()) {
      prompts.push(await this.prompt.innerText())
      await this.next.click()
    }
    return prompts
  }

  /** What is kept on a shelf, as text. */
  shelf(name: string): Promise<string | null> {
    return this.page.evaluate((key) => localStorage.getItem(key), `prep:/:${name}`)
  }
}

export class CandidatePage {
  readonly page: Page
  readonly guide: GuidePage
  readonly waiting: Locator
  readonly code: Locator
  readonly prompt: Locator
  readonly time: Locator
  readonly next: Locator

  constructor(page: Page) {
    this.page = page
    this.guide = new GuidePage(page)
    this.waiting = page.getByRole('heading', { name: 'Waiting for the interviewer' })
    this.code = page.getByLabel('type the code')
    this.prompt = page.locator('mock-candidate [data-part=prompt]')
    this.time = page.locator('mock-candidate [data-part=time]')
    this.next = page.getByRole('button', { name: 'Next', exact: true })
  }

  static async at(page: Page): Promise<CandidatePage> {
    const candidate = new CandidatePage(page)
    await page.goto(`${ROOT}${CANDIDATE}`, { waitUntil: 'load' })
    return candidate
  }
}
