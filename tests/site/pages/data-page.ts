/** The page on which everything kept is counted, saved, brought back, handed over and deleted. */
import { readFile } from 'node:fs/promises'
import { expect, type Locator, type Page } from '@playwright/test'
import { ROOT } from '../sites.ts'
import { GuidePage } from './guide-page.ts'

export const ADDRESS = '/practice/data/'
const PREFIX = 'prep:/:'

/** What localStorage holds, by the name of the shelf. */
export type Shelves = Readonly<Record<string, unknown>>

export class DataPage extends GuidePage {
  readonly kept: Locator
  readonly file: Locator
  readonly bring: Locator
  readonly showing: Locator
  readonly taking: Locator
  readonly deleting: Locator
  readonly chooser: Locator
  readonly pasted: Locator
  readonly place: Locator

  constructor(page: Page) {
    super(page)
    this.kept = page.locator('kept-data')
    this.file = page.locator('save-file')
    this.bring = page.locator('import-file')
    this.showing = page.locator('show-codes')
    this.taking = page.locator('take-codes')
    this.deleting = page.locator('delete-all')
    this.chooser = page.getByLabel('The file, named')
    this.pasted = page.getByLabel('Or paste the links here')
    this.place = this.showing.locator('[data-part="place"]')
  }

  /** Opens the page in a browser that keeps this already. */
  static async keeping(page: Page, shelves: Shelves = {}) {
    const data = new DataPage(page)
    await data.open(ADDRESS)
    await page.evaluate(
      ([prefix, texts]) => {
        for (const [name, text] of Object.entries(texts)) localStorage.setItem(prefix + name, text)
      },
      [PREFIX, Object.fromEntries(Object.entries(shelves).map(([name, shelf]) => [name, textOf(shelf)]))] as const,
    )
    if (Object.keys(shelves).length > 0) await page.reload()
    return data
  }

  /** Everything that the browser keeps for the guide. */
  async stored(): Promise<Record<string, string>> {
    return this.page.evaluate((prefix) => {
      const keys = Object.keys(localStorage).filter((key) => key.startsWith(prefix))
      return Object.fromEntries(keys.map((key) => [key.slice(prefix.length), localStorage.getItem(key) ?? '']))
    }, PREFIX)
  }

  press(name: string) {
    return this.page.getByRole('button', { name, exact: true }).click()
  }

  /** Saves the file and returns its name and text. */
  async save(within = this.file): Promise<{ name: string; text: string }> {
    const download = this.page.waitForEvent('download')
    await within.getByRole('button', { name: /^Save (?:the|a) file/ }).click()
    const saved = await download
    return { name: saved.suggestedFilename(), text: await readFile(await saved.path(), 'utf8') }
  }

  /** Chooses a file with this text. */
  async choose(text: string | Buffer) {
    const buffer = typeof text === 'string' ? Buffer.from(text) : text
    await this.chooser.setInputFiles({ name: 'interview-practice.json', mimeType: 'application/json', buffer })
  }

  /** Shows the codes and returns the links that they hold. */
  async links(): Promise<string[]> {
    await this.press('Show the codes')
    await expect(this.place).toHaveText(/^Code 1 of \d+$/)
    return (await this.showing.locator('[data-part="links"]').inputValue()).split('\n')
  }

  /** Opens a link in this tab as the camera app of another device does. */
  async follow(link: string) {
    // An address that differs in its fragment alone would not be loaded anew.
    await this.page.goto('about:blank')
    await this.page.goto(link)
  }

  /** Addresses outside of the guide that were asked for. */
  requestedElsewhere(): string[] {
    return this.requests.filter((url) => !url.startsWith(ROOT) && !url.startsWith('blob:') && url !== 'about:blank')
  }
}

const textOf = (shelf: unknown) => (typeof shelf === 'string' ? shelf : JSON.stringify(shelf))
