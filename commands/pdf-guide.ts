/** `npm run pdf`: each sheet, and the whole guide with bookmarks, as PDF files in `pdf/`. */
import { mkdir } from 'node:fs/promises'
import { chromium, type Page } from '@playwright/test'
import { BROWSER_ARGS, ensureBrowser } from './browser.ts'
import { joinPages } from './pdf-book.ts'
import { listen, serveFolder } from './serve.ts'
import { buildSite } from './site-build.ts'

const FOLDER = 'pdf'

async function writeFiles() {
  await buildSite({ folder: 'dist' })
  await mkdir(FOLDER, { recursive: true })
  const { server, port } = await listen(0)
  serveFolder(server, 'dist')
  const browser = await chromium.launch({ executablePath: ensureBrowser(), args: BROWSER_ARGS })
  // The whole guide needs page breaks between its parts, which no page of the site has a style for.
  const page = await browser.newPage({ bypassCSP: true })
  const root = `http://127.0.0.1:${port}`
  for (const address of await addressesOf(page, `${root}/sheets/`, '.index a')) {
    await page.goto(root + address)
    await print(page, `${address.split('/').at(-2) ?? 'sheet'}.pdf`)
  }
  const order = await readingOrder(page, root)
  await page.goto(`${root}/`)
  await joinPages(page, order)
  await print(page, 'guide.pdf')
  await browser.close()
  server.close()
}

async function print(page: Page, name: string) {
  // The page's own style gives the margins; outline and tags make bookmarks and a readable structure.
  await page.pdf({ path: `${FOLDER}/${name}`, format: 'A4', outline: true, tagged: true, preferCSSPageSize: false })
  console.log(`${FOLDER}/${name}`)
}

async function addressesOf(page: Page, url: string, selector: string): Promise<string[]> {
  await page.goto(url)
  return page.locator(selector).evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''))
}

/** Addresses from the first section on, following each page's "next". */
async function readingOrder(page: Page, root: string): Promise<string[]> {
  const [first = ''] = await addressesOf(page, `${root}/brief/`, '.index a')
  const order = [first]
  for (;;) {
    const [next] = await addressesOf(page, root + (order.at(-1) ?? ''), 'a[rel=next]')
    if (next === undefined || order.includes(next)) return order
    order.push(next)
  }
}

writeFiles().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error)
  process.exit(1)
})
