/** The page on which the plan is laid, ticked and saved for a calendar. */
import { expect, type Locator, type Page } from '@playwright/test'
import { readFileSync } from 'node:fs'
import ICAL from 'ical.js'
import { GuidePage } from './guide-page.ts'

export class PlanPage extends GuidePage {
  readonly date: Locator
  readonly zone: Locator
  readonly set: Locator
  /** Opens the form of a date that is set. */
  readonly change: Locator
  readonly standing: Locator
  readonly told: Locator
  readonly behind: Locator
  readonly save: Locator
  readonly leftOut: Locator
  readonly earlier: Locator

  constructor(page: Page) {
    super(page)
    this.date = page.getByLabel('Date and hour')
    this.zone = page.getByLabel('Time zone, as')
    this.set = page.getByRole('button', { name: 'Set', exact: true })
    this.change = page.getByRole('button', { name: 'Change' })
    this.standing = page.locator('practice-plan [data-part="standing"]')
    this.told = page.locator('practice-plan [data-part="told"]')
    this.behind = page.getByRole('button', { name: 'I am behind' })
    this.save = page.getByRole('button', { name: 'Save for your calendar' })
    this.leftOut = page.locator('[data-part="left-out"] [data-task]')
    this.earlier = page.locator('[data-part="earlier"] [data-task]')
  }

  static override async at(page: Page) {
    const plan = new PlanPage(page)
    await plan.open('/plan/')
    return plan
  }

  async interviewAt(local: string) {
    if (await this.change.isVisible()) await this.change.click()
    await this.date.fill(local)
    await this.set.click()
  }

  /** Unfolds the field in which the zone is chosen. */
  async unfoldZone() {
    await this.page.getByText('Time zone: ').click()
  }

  task(id: string) {
    return this.page.locator(`[data-task="${id}"]`)
  }

  done(id: string) {
    return this.task(id).getByRole('checkbox', { name: 'Done' })
  }

  minutes(id: string) {
    return this.task(id).getByLabel('It took')
  }

  variant(name: string) {
    return this.page.getByRole('radio', { name })
  }

  /** The plan as it is read: days with the hours and the names of their tasks. */
  async expectDays(days: Readonly<Record<string, readonly string[]>>) {
    await expect
      .poll(async () =>
        this.page
          .locator('[data-part="days"] > section')
          .evaluateAll((sections) =>
            Object.fromEntries(
              sections.map((section) => [
                section.querySelector('h2')?.textContent.trim() ?? '',
                [...section.querySelectorAll<HTMLElement>('[data-task]')].map((task) =>
                  `${task.querySelector('[data-part="when"]')?.textContent ?? ''} ${task.dataset['task'] ?? ''}`.trim(),
                ),
              ]),
            ),
          ),
      )
      .toEqual(days)
  }

  /** Saves the calendar and reads it with a reader of its own. */
  async calendar() {
    const [download] = await Promise.all([this.page.waitForEvent('download'), this.save.click()])
    const text = readFileSync(await download.path(), 'utf8')
    const events = new ICAL.Component(ICAL.parse(text) as unknown[]).getAllSubcomponents('vevent')
    return {
      name: download.suggestedFilename(),
      text,
      events: events.map((event) => {
        const { uid, summary, startDate, endDate } = new ICAL.Event(event)
        return { uid, summary, start: startDate.toString(), end: endDate.toString() }
      }),
    }
  }
}
