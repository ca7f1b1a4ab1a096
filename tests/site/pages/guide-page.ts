/** Any page of the guide: its head bar, its text, and what the browser had to say while it loaded. */
import { expect, type Locator, type Page } from '@playwright/test'
import { ROOT } from '../sites.ts'

export type Theme = 'light' | 'dark'

export class GuidePage {
  readonly page: Page
  readonly skipLink: Locator
  readonly menu: Locator
  readonly themeButton: Locator
  readonly searchLink: Locator
  readonly contents: Locator
  readonly main: Locator
  /** Messages of the console, errors of scripts, violations of the security policy. */
  readonly complaints: string[] = []
  /** Addresses that were fetched. */
  readonly requests: string[] = []

  constructor(page: Page) {
    this.page = page
    this.skipLink = page.getByRole('link', { name: 'Skip to the text' })
    this.menu = page.getByRole('navigation', { name: 'Guide' })
    this.themeButton = page.locator('#theme')
    this.searchLink = page.locator('#search')
    this.contents = page.locator('details.toc')
    this.main = page.getByRole('main')
    page.on('console', (message) => this.complaints.push(`console ${message.type()}: ${message.text()}`))
    page.on('pageerror', (error) => this.complaints.push(`script: ${error.message}`))
    page.on('requestfailed', (request) => {
      // A page that is left stops what it was fetching; nothing is wrong with that.
      const reason = request.failure()?.errorText ?? ''
      if (reason !== 'net::ERR_ABORTED') this.complaints.push(`not loaded: ${request.url()} ${reason}`)
    })
    page.on('response', (response) => {
      if (response.status() >= 400) this.complaints.push(`${response.status()}: ${response.url()}`)
    })
    page.on('request', (request) => this.requests.push(request.url()))
  }

  static async at(page: Page, address: string, site = ROOT) {
    const guide = new GuidePage(page)
    await guide.open(address, site)
    return guide
  }

  async open(address: string, site = ROOT) {
    await this.page.goto(`${site}${address}`, { waitUntil: 'load' })
  }

  /** Chooses a theme as the system's. */
  async prefer(theme: Theme) {
    await this.page.emulateMedia({ colorScheme: theme })
  }

  /** How far the page reaches beyond the window, in pixels, and what does. */
  async overflow(): Promise<string[]> {
    return this.page.evaluate(() => {
      const wide = document.documentElement.clientWidth
      const beyond = document.documentElement.scrollWidth - wide
      if (beyond <= 0) return []
      const guilty = [...document.querySelectorAll('body *')].filter((e) => e.getBoundingClientRect().right > wide + 1)
      return [
        `${beyond} px`,
        ...guilty.slice(0, 5).map((e) => `${e.tagName}.${e.getAttribute('class') ?? ''} ${e.textContent.slice(0, 40)}`),
      ]
    })
  }

  /** Paths fetched so far whose address contains the text. */
  fetched(part: string) {
    return this.requests.map((url) => new URL(url).pathname).filter((path) => path.includes(part))
  }

  async expectTheme(theme: Theme) {
    await expect(this.page.locator('body')).toHaveCSS('color-scheme', new RegExp(theme))
  }
}
