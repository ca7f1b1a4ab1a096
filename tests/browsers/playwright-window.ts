/** Windows of a browser that Playwright drives. */
import { readFile } from 'node:fs/promises'
import type { Browser, Page } from '@playwright/test'
import { GuidePage } from '../site/pages/guide-page.ts'
import { printed, type Paper, type Sheet } from '../site/pdf.ts'
import { PATIENCE, type GuideWindow, type Key, type Windows } from './guide-window.ts'

export class PlaywrightWindows implements Windows {
  readonly #browser: Browser

  constructor(browser: Browser) {
    this.#browser = browser
  }

  async open(root: string): Promise<GuideWindow> {
    const context = await this.#browser.newContext({ viewport: { width: 390, height: 844 } })
    const page = await context.newPage()
    page.setDefaultTimeout(PATIENCE)
    return new PlaywrightWindow(page, root)
  }

  close() {
    return this.#browser.close()
  }
}

class PlaywrightWindow implements GuideWindow {
  readonly #page: Page
  readonly #root: string
  readonly #guide: GuidePage

  constructor(page: Page, root: string) {
    this.#page = page
    this.#root = root
    this.#guide = new GuidePage(page)
  }

  open(address: string) {
    return this.#guide.open(address, this.#root)
  }

  async reload() {
    await this.#page.reload({ waitUntil: 'load' })
  }

  resize(width: number, height: number) {
    return this.#page.setViewportSize({ width, height })
  }

  run<Value, Result>(work: (value: Value) => Result, value: Value): Promise<Result> {
    // Playwright's own type also unwraps handles, which are never handed over here.
    return this.#page.evaluate(work as (value: unknown) => Result, value)
  }

  click(selector: string, text = '') {
    return this.#page.locator(selector).filter({ hasText: text, visible: true }).first().click()
  }

  type(text: string) {
    return this.#page.keyboard.type(text)
  }

  press(key: Key) {
    return this.#page.keyboard.press(key)
  }

  choose(selector: string, path: string) {
    return this.#page.locator(selector).setInputFiles(path)
  }

  async save(selector: string, text: string) {
    const [download] = await Promise.all([this.#page.waitForEvent('download'), this.click(selector, text)])
    return readFile(await download.path(), 'utf8')
  }

  print(paper: Paper): Promise<Sheet[]> {
    return printed(this.#page, paper)
  }

  complaints() {
    return Promise.resolve(this.#guide.complaints)
  }

  close() {
    return this.#page.context().close()
  }
}
