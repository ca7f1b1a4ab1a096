/** The page on which cards are practised. */
import type { Locator, Page } from '@playwright/test'
import { GuidePage } from './guide-page.ts'

/** Three days before the interview that `dated` sets. */
export const NOW = new Date('2026-11-22T09:00:00Z')
const HOUR = 3_600_000

/** The record of a grade that was given an hour before `NOW`, due some hours after it; stability in days. */
export const reviewOf = (grade: string, dueInHours: number, stability = grade === 'again' ? 0.2 : 2.3) => ({
  stability,
  difficulty: 5,
  grade,
  reps: 1,
  lapses: 0,
  recalled: 0,
  first: NOW.getTime() - HOUR,
  last: NOW.getTime() - HOUR,
  due: NOW.getTime() + dueInHours * HOUR,
})

/** A record as it lies on a shelf. */
export interface Kept {
  version: number
  records: Record<string, { at: number; value: unknown }>
}

export class CardsPage extends GuidePage {
  readonly start: Locator
  readonly scope: Locator
  readonly choice: Locator
  readonly count: Locator
  readonly prompt: Locator
  readonly kind: Locator
  readonly clock: Locator
  readonly notes: Locator
  readonly reveal: Locator
  readonly answer: Locator
  readonly early: Locator
  readonly undo: Locator
  readonly standing: Locator
  readonly ending: Locator
  readonly status: Locator
  readonly list: Locator
  readonly horizon: Locator

  constructor(page: Page) {
    super(page)
    const part = (name: string) => page.locator(`[data-part="${name}"]`)
    this.start = page.getByRole('button', { name: 'Start' })
    this.scope = page.getByLabel('Cards from')
    this.choice = page.getByLabel('Which of them')
    this.count = part('count')
    this.prompt = part('prompt')
    this.kind = part('kind')
    this.clock = page.getByRole('timer')
    this.notes = page.getByLabel('Your attempt')
    this.reveal = page.getByRole('button', { name: 'Show the answer' })
    this.answer = page.getByRole('region', { name: 'Answer' })
    this.early = part('early')
    this.undo = page.getByRole('button', { name: 'Take the last grade back' })
    this.standing = part('standing')
    this.ending = page.locator('[data-when="end"] h2:visible')
    this.status = part('status')
    this.list = part('list')
    this.horizon = page.locator('.horizon > p:visible')
  }

  /** Opens the page with its clock standing at `NOW`, or at some hours later; `page.clock.runFor` moves it. */
  static async atHour(page: Page, hours = 0) {
    const cards = new CardsPage(page)
    const time = NOW.getTime() + hours * HOUR
    await page.clock.install({ time: time - 60_000 })
    await cards.open('/practice/cards/')
    await page.clock.pauseAt(time)
    return cards
  }

  /** Sets the interview that many hours after `NOW`, before the page is opened. */
  static async dated(page: Page, hours: number) {
    const value = { start: NOW.getTime() + hours * HOUR, zone: 'Europe/Berlin' }
    await CardsPage.keep(page, 'interview', { when: value })
  }

  /** Lays records on a shelf, once, before the page is opened. */
  static async keep(page: Page, shelf: string, values: Record<string, unknown>) {
    const records = Object.fromEntries(Object.entries(values).map(([id, value]) => [id, { at: 1, value }]))
    await page.addInitScript(
      ([key, text]) => {
        if (localStorage.getItem(key) === null) localStorage.setItem(key, text)
      },
      [`prep:/:${shelf}`, JSON.stringify({ version: 1, records })] as const,
    )
  }

  grade(name: 'Again' | 'Hard' | 'Good' | 'Easy') {
    return this.page.getByRole('button', { name: new RegExp(`^${name}`) })
  }

  /** When each grade would bring the card again, as it stands on the buttons. */
  gaps() {
    return this.page.locator('.grades [data-part]').allTextContents()
  }

  /** Chooses the cards and begins. */
  async begin(scope = 'all', choice = 'due-and-new') {
    await this.scope.selectOption(scope)
    await this.choice.selectOption(choice)
    await this.start.click()
  }

  /** Thinks long enough, looks, and grades, all by key. */
  async answerBy(key: '1' | '2' | '3' | '4') {
    await this.page.clock.runFor(6000)
    await this.page.keyboard.press('Space')
    await this.page.keyboard.press(key)
  }

  /** What lies on a shelf: values by id, without what was removed. */
  async kept(shelf: string): Promise<Record<string, unknown>> {
    const text = await this.page.evaluate((key) => localStorage.getItem(key), `prep:/:${shelf}`)
    const { records } = JSON.parse(text ?? '{"records":{}}') as Kept
    return Object.fromEntries(
      Object.entries(records).flatMap(([id, { value }]) => (value === null ? [] : [[id, value]])),
    )
  }
}
