/** The one page for the last minutes. */
import type { Locator, Page } from '@playwright/test'
import { GuidePage } from './guide-page.ts'

export const NOW = new Date('2026-11-25T13:16:00Z')
/** Fourteen minutes after `NOW`. */
export const INTERVIEW = { start: Date.parse('2026-11-25T13:30:00Z'), zone: 'Europe/Berlin' }

export class LastMinutesPage extends GuidePage {
  /** What is read and printed: everything but the countdown and what the page is made of. */
  readonly sheet: Locator
  readonly timeLeft: Locator
  readonly made: Locator

  constructor(page: Page) {
    super(page)
    this.sheet = page.locator('last-minutes > .last')
    this.timeLeft = page.locator('time-left')
    this.made = page.locator('.made')
  }

  static override async at(page: Page) {
    const last = new LastMinutesPage(page)
    await last.open('/practice/last-minutes/')
    return last
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

  /** Keeps something while the page is open, as another tab would. */
  static async keepElsewhere(page: Page, shelf: string, values: Record<string, unknown>) {
    await page.evaluate(
      ([key, records]) => {
        localStorage.setItem(key, JSON.stringify({ version: 1, records }))
      },
      [
        `prep:/:${shelf}`,
        Object.fromEntries(Object.entries(values).map(([id, value]) => [id, { at: 2e12, value }])),
      ] as const,
    )
  }

  /** The lines of a part that are shown. */
  part(id: string) {
    return this.sheet.locator(`section.${id} li:visible`)
  }

  /** Words on the sheet and in the title, as they are seen. */
  async words(): Promise<number> {
    const text = `${await this.page.getByRole('heading', { level: 1 }).innerText()} ${await this.sheet.innerText()}`
    return text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length
  }
}
