/** The search as a person uses it, on its own page or in the dialog over any other page. */
import { expect, type Locator, type Page } from '@playwright/test'

export class SearchBox {
  readonly root: Locator
  readonly field: Locator
  readonly status: Locator
  readonly notice: Locator
  /** A page that was found, with its sections. */
  readonly hits: Locator
  /** Every link in the results: pages and sections. */
  readonly links: Locator
  readonly parts: Locator
  readonly more: Locator
  readonly #page: Page

  constructor(page: Page, root: Locator) {
    this.#page = page
    this.root = root
    this.field = root.getByRole('searchbox', { name: 'Search the guide' })
    this.status = root.getByRole('status')
    this.notice = root.locator('.notice')
    this.hits = root.locator('.hits > li')
    this.links = root.locator('.hits a')
    this.parts = root.locator('.hits a.part')
    this.more = root.getByRole('button', { name: 'More results' })
  }

  /** Opens the search page of a site, with a query and a kind in the address if given. */
  static async onItsPage(page: Page, site: string, parameters: Record<string, string> = {}) {
    const query = new URLSearchParams(parameters).toString()
    await page.goto(`${site}/search/${query ? `?${query}` : ''}`)
    return new SearchBox(page, page.locator('#search-page'))
  }

  /** Opens the dialog by its key over the page that is shown. */
  static async asDialog(page: Page) {
    await page.keyboard.press('/')
    const box = SearchBox.dialogOf(page)
    await expect(box.field).toBeFocused()
    return box
  }

  static dialogOf(page: Page) {
    return new SearchBox(page, page.getByRole('dialog', { name: 'Search' }))
  }

  kind(name: string) {
    return this.root.getByRole('radio', { name, exact: true })
  }

  /** Types a query and waits for its answer. */
  async ask(query: string) {
    const before = await this.status.textContent()
    await this.field.fill(query)
    // The first query also waits for the engine, on a busy machine for long.
    await expect(this.status).not.toHaveText(before ?? '', { timeout: 20_000 })
    await this.isSettled()
  }

  /** Waits until as many pages are listed as the status promises. */
  async isSettled() {
    await expect(this.status).toHaveText(/\d+ pages?|Nothing found/, { timeout: 20_000 })
    const found = /(\d+) pages?/.exec((await this.status.textContent()) ?? '')
    await expect(this.hits).toHaveCount(Math.min(5, Number(found?.[1] ?? 0)))
  }

  /** Addresses of the pages found, best first, without query, fragment and base path. */
  async found(site: string): Promise<string[]> {
    const links = await this.hits.locator('a.hit').evaluateAll((all) => all.map((a) => (a as HTMLAnchorElement).href))
    return links.map((href) => new URL(href).href.slice(site.length).replace(/[?#].*$/, ''))
  }

  /** Clicks a link of the results and waits for the page behind it. */
  async follow(link: Locator) {
    const href = await link.getAttribute('href')
    await link.click()
    await this.#page.waitForURL((url) => url.href.endsWith(href ?? '?'))
  }
}
