/** A page that is made to be printed. */
import type { Locator, Page } from '@playwright/test'
import { GuidePage } from './guide-page.ts'

export const SHEETS = ['/sheets/design-sketch/', '/sheets/star/', '/sheets/day-of/'] as const

export class SheetPage extends GuidePage {
  readonly sheet: Locator

  constructor(page: Page) {
    super(page)
    this.sheet = page.locator('article > .sheet')
  }

  static override async at(page: Page, address: string) {
    const sheet = new SheetPage(page)
    await sheet.open(address)
    return sheet
  }

  /** The words that have to be on the paper: all of the sheet, and its name. */
  async words(): Promise<string> {
    const texts = await this.page.locator('article > .sheet, h1').evaluateAll((parts) =>
      parts.flatMap((part) => {
        const walker = document.createTreeWalker(part, NodeFilter.SHOW_TEXT)
        const found: string[] = []
        for (let node = walker.nextNode(); node; node = walker.nextNode()) {
          const isOnScreenOnly = node.parentElement?.closest('script, .screen-only, title, desc')
          if (!isOnScreenOnly) found.push(node.textContent ?? '')
        }
        return found
      }),
    )
    return texts.join(' ')
  }
}
