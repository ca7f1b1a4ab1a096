/** A path, on its own page and in the bar of every other page. */
import { expect, type Locator, type Page } from '@playwright/test'
import { GuidePage } from './guide-page.ts'

export const ONE_HOUR = '/paths/one-hour/'

export class PathPage extends GuidePage {
  readonly bar: Locator
  /** In the bar: ticks the stop and leads on. */
  readonly next: Locator
  readonly leave: Locator
  readonly takeUp: Locator
  readonly pager: Locator
  readonly desk: Locator
  readonly standing: Locator
  readonly go: Locator
  readonly minutes: Locator
  readonly told: Locator
  readonly through: Locator
  readonly stops: Locator
  readonly leftOut: Locator

  constructor(page: Page) {
    super(page)
    this.bar = page.getByRole('region', { name: 'Your path' })
    this.next = this.bar.locator('[data-part="next"]')
    this.leave = page.getByRole('button', { name: 'Leave the path' })
    this.takeUp = page.getByRole('button', { name: 'Take it up again' })
    this.pager = page.locator('.pager')
    this.desk = page.getByRole('region', { name: 'Where you are on this path' })
    this.standing = this.desk.locator('[data-part="standing"]')
    this.go = this.desk.locator('[data-part="go"]')
    this.minutes = page.getByLabel('Minutes that you really have')
    this.told = page.locator('walk-path [data-part="told"]')
    this.through = page.getByRole('region', { name: 'You are through' })
    this.stops = page.locator('walk-path .stop')
    this.leftOut = page.locator('walk-path .stop.left-out')
  }

  static override async at(page: Page, address = ONE_HOUR) {
    const path = new PathPage(page)
    await path.open(address)
    return path
  }

  async fit(minutes: string) {
    await this.minutes.fill(minutes)
    await this.page.getByRole('button', { name: 'Make it fit' }).click()
  }

  /** The card of a path on the home page. */
  card(id: string) {
    return this.page.locator(`.paths [data-path="${id}"]`)
  }

  async expectStop(address: string, words: string) {
    await expect(this.page).toHaveURL(new RegExp(`${address}$`))
    await expect(this.bar).toContainText(words)
  }
}
