/** A page with fields for blanks: the list of all, or a story with its own. */
import type { Locator, Page } from '@playwright/test'
import { GuidePage } from './guide-page.ts'

/** The fields of one blank. */
export class BlankFields {
  readonly root: Locator
  readonly value: Locator
  readonly measured: Locator
  readonly unconfirmed: Locator
  readonly told: Locator

  constructor(root: Locator) {
    this.root = root
    this.value = root.locator('[name="value"]')
    this.measured = root.getByLabel('How it was measured')
    this.unconfirmed = root.getByLabel('I cannot confirm it')
    this.told = root.getByRole('status')
  }
}

export class BlanksPage extends GuidePage {
  readonly tally: Locator

  constructor(page: Page) {
    super(page)
    this.tally = page.locator('.facts blanks-tally')
  }

  static override async at(page: Page, address = '/blanks/') {
    const blanks = new BlanksPage(page)
    await blanks.open(address)
    return blanks
  }

  /** Opens the page and all blanks that are folded in its list. */
  override async open(address: string) {
    await super.open(address)
    await this.unfold()
  }

  async unfold() {
    await this.page.locator('details:has(fill-blank)').evaluateAll((all) => {
      for (const one of all) one.setAttribute('open', '')
    })
  }

  blank(id: string) {
    return new BlankFields(this.page.locator(`fill-blank[data-id="${id}"]`))
  }
}

/** A blank where it stands in a text. */
export const blankIn = (page: Page, id: string) => page.locator(`a.blank[data-blank="${id}"]`).first()
