/** A story, read and told in one's own words at one place, and the list on which one is chosen for each question. */
import type { Locator, Page } from '@playwright/test'
import { BlankFields } from './blanks-page.ts'
import { GuidePage } from './guide-page.ts'

export type PartName = 'headline' | 'situation' | 'task' | 'action' | 'result'

export class StoriesPage extends GuidePage {
  readonly warning: Locator

  constructor(page: Page) {
    super(page)
    this.warning = page.locator('plan-uses div[role="status"]')
  }

  /** The list of the stories. */
  static override async at(page: Page) {
    const stories = new StoriesPage(page)
    await stories.open('/stories/')
    return stories
  }

  /** One story, its editor opened by address; `#` leaves it closed. */
  static async telling(page: Page, id: string, fragment = '#own') {
    const stories = new StoriesPage(page)
    await stories.open(`/stories/${id}/${fragment}`)
    return stories.story
  }

  get story() {
    return new StoryFields(this)
  }

  /** Asks for the choice of a story for each question. */
  async choose() {
    await this.page.getByRole('button', { name: 'Choose a story for each question' }).click()
  }

  /** The choice of a story for a question, by the question's title. */
  planFor(title: string) {
    return this.page.getByLabel(`Story for: ${title}`, { exact: true })
  }
}

export class StoryFields {
  readonly guide: GuidePage
  readonly root: Locator
  /** Opens the editor; its words depend on whether there is own text. */
  readonly tell: Locator
  readonly close: Locator
  readonly standing: Locator
  readonly unloaded: Locator
  readonly known: Locator

  constructor(guide: GuidePage) {
    this.guide = guide
    this.root = guide.page.locator('own-story')
    this.tell = this.root.locator('[data-part="open"]')
    this.close = this.root.getByRole('button', { name: 'Close the editor' })
    this.standing = this.root.locator('[data-part="standing"]')
    this.unloaded = this.root.locator('[data-unloaded]')
    this.known = this.root.locator('details.known > summary')
  }

  part(name: PartName) {
    const root = this.root.locator(`section[data-part="${name}"]`)
    return {
      root,
      field: root.locator('textarea'),
      told: root.locator(`[data-part="${name}-told"]`),
      guide: root.locator(`[data-part="${name}-guide"] .prose`),
      take: root.getByRole('button', { name: 'in your words' }),
      back: root.getByRole('button', { name: 'Back to the guide’s' }),
      undo: root.getByRole('button', { name: 'Bring my' }),
    }
  }

  blank(id: string) {
    return new BlankFields(this.root.locator(`fill-blank[data-id="${id}"]`))
  }

  measure(name: string) {
    return this.root.locator(`[data-metric="${name}"]`)
  }
}
