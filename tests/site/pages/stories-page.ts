/** The page on which the stories become one's own. */
import type { Locator, Page } from '@playwright/test'
import { BlankFields } from './blanks-page.ts'
import { GuidePage } from './guide-page.ts'

export type PartName = 'headline' | 'situation' | 'task' | 'action' | 'result'

export class StoriesPage extends GuidePage {
  readonly warning: Locator

  constructor(page: Page) {
    super(page)
    this.warning = page.locator('plan-uses [role="status"]')
  }

  static override async at(page: Page, fragment = '') {
    const stories = new StoriesPage(page)
    await stories.open(`/practice/stories/${fragment}`)
    return stories
  }

  story(id: string) {
    return new StoryFields(this.page.locator(`own-story[data-story="${id}"]`))
  }

  /** The choice of a story for a question, by the question's title. */
  planFor(title: string) {
    return this.page.getByLabel(`Story for: ${title}`, { exact: true })
  }
}

export class StoryFields {
  readonly root: Locator
  readonly title: Locator
  readonly known: Locator

  constructor(root: Locator) {
    this.root = root
    this.title = root.locator('summary').first()
    this.known = root.locator('details.known > summary')
  }

  part(name: PartName) {
    const root = this.root.locator(`section[data-part="${name}"]`)
    return {
      root,
      field: root.locator('textarea'),
      told: root.locator(`[data-part="${name}-told"]`),
      guide: root.locator('details .prose'),
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
