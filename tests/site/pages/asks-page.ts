/** The page on which questions to them are read and chosen before the call, and ticked during it. */
import { expect, type Locator, type Page } from '@playwright/test'
import { GuidePage } from './guide-page.ts'

export class AsksPage extends GuidePage {
  /** The chosen questions of the audience that one meets, in order. */
  readonly chosen: Locator
  readonly amount: Locator
  readonly said: Locator
  readonly begin: Locator
  readonly end: Locator
  readonly clear: Locator
  readonly suggest: Locator

  constructor(page: Page) {
    super(page)
    const list = page.locator('ask-list')
    this.chosen = list.locator('[data-part="chosen"] > li:visible')
    this.amount = list.locator('[data-amount]:visible')
    this.said = list.locator('[data-part="said"]')
    this.begin = page.getByRole('button', { name: 'Begin the call' })
    this.end = page.getByRole('button', { name: 'End the call' })
    this.clear = page.getByRole('button', { name: 'Clear ticks and flags' })
    this.suggest = page.getByRole('button', { name: 'Back to the suggestion' })
  }

  static override async at(page: Page) {
    const asks = new AsksPage(page)
    await asks.open('/asks/')
    return asks
  }

  audience(name: string) {
    return this.page.getByRole('radio', { name })
  }

  /** One of the chosen questions. */
  ask(title: string) {
    return this.page.locator('ask-list').getByRole('group', { name: title })
  }

  /** What can be chosen at a question in the list that is read. */
  choice(title: string) {
    return this.page.locator('ask-choice').and(this.page.getByRole('group', { name: title }))
  }

  chosenAt(title: string) {
    return this.choice(title).getByLabel('Ask this')
  }

  struckAt(title: string) {
    return this.choice(title).getByLabel('Already answered')
  }

  button(title: string, name: string) {
    return this.ask(title).getByRole('button', { name })
  }

  note(title: string) {
    return this.ask(title).getByLabel('What they said')
  }

  flag(id: string) {
    return this.page.locator(`flag-watch [data-flag="${id}"]`)
  }

  /** From now on remembers the short names of questions that are put into another place; returns what tells them. */
  async watchMoves(): Promise<() => Promise<(string | null)[]>> {
    const moves = await this.page.evaluateHandle(() => {
      const moved: (string | null)[] = []
      new MutationObserver((records) => {
        for (const node of records.flatMap(({ addedNodes }) => [...addedNodes]))
          if (node instanceof HTMLLIElement) moved.push(node.getAttribute('data-ask'))
      }).observe(document.body, { childList: true, subtree: true })
      return moved
    })
    return () => moves.jsonValue()
  }

  /** Short names of the chosen questions, in order. */
  order(): Promise<(string | null)[]> {
    return this.chosen
      .locator('ask-row')
      .evaluateAll((rows) => rows.map((row) => row.closest('[data-ask]')?.getAttribute('data-ask') ?? null))
  }

  async expectOrder(...ids: string[]) {
    await expect.poll(() => this.order()).toEqual(ids)
  }
}
