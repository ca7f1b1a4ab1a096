/** The home page: the countdown, how far each area is, and what to do next. */
import type { Locator, Page } from '@playwright/test'
import { GuidePage } from './guide-page.ts'

/** What is kept: values by shelf and id, all written long ago. */
export type Kept = Readonly<Record<string, Readonly<Record<string, unknown>>>>

export class HomePage extends GuidePage {
  readonly date: Locator
  readonly panel: Locator
  readonly left: Locator
  readonly when: Locator
  readonly next: Locator
  readonly areas: Locator

  constructor(page: Page) {
    super(page)
    const home = page.locator('practice-home')
    this.date = home.locator('interview-date form')
    this.panel = home.locator('[data-part="panel"]')
    this.left = home.locator('[data-part="time-left"]')
    this.when = home.locator('[data-part="until"]')
    this.next = home.locator('[data-next]:visible')
    this.areas = home.locator('[data-part="areas"] > li')
  }

  static override async at(page: Page) {
    const home = new HomePage(page)
    await home.open('/')
    return home
  }

  /** Puts records where earlier visits would have left them; a later visit of the test keeps its own. */
  static async keep(page: Page, kept: Kept) {
    await page.addInitScript((kept) => {
      for (const [shelf, values] of Object.entries(kept)) {
        const records = Object.fromEntries(Object.entries(values).map(([id, value]) => [id, { at: 1, value }]))
        const key = `prep:/:${shelf}`
        if (localStorage.getItem(key) === null) localStorage.setItem(key, JSON.stringify({ version: 1, records }))
      }
    }, kept)
  }

  /** An area of the picture. */
  area(title: string) {
    return this.areas.filter({ has: this.page.getByText(title, { exact: true }) })
  }
}
