/** `npm run pdf`: each sheet, and the whole guide as a book, as PDF files in `pdf/`. */
import { mkdir } from 'node:fs/promises'
import { chromium, type Page } from '@playwright/test'
import { withBase } from '../src/manuscript/addresses.ts'
import { sectionAddress } from '../src/manuscript/kinds.ts'
import { contentFolder, entriesOf, readManuscript, type Manuscript } from '../src/manuscript/manuscript.ts'
import { BROWSER_ARGS, browserEnvironment, ensureBrowser } from './browser.ts'
import { failed } from './failure.ts'
import { openBook } from './pdf-book.ts'
import { addFront, contentsOf, coverOf, numberContents } from './pdf-contents.ts'
import { pagesOfPlaces } from './pdf-pages.ts'
import { print, write, writeSheet } from './pdf-print.ts'
import { siteToPrint } from './pdf-site.ts'
import { listen, serveFolder } from './serve.ts'
import { buildSite } from './site-build.ts'

/** Where the files go: `npm run pdf -- elsewhere`. */
const [FOLDER = 'pdf', ...more] = process.argv.slice(2)

async function writeFiles() {
  const [unknown] = FOLDER.startsWith('-') ? [FOLDER] : more
  if (unknown !== undefined) throw new Error(`There is no ${unknown} here; known is one folder to write to.`)
  const site = siteToPrint()
  if (await buildSite(site)) console.log(`Built into ${site.folder}/ to be printed; dist/ is as it was.`)
  const manuscript = readManuscript(contentFolder())
  await mkdir(FOLDER, { recursive: true })
  const { server, port } = await listen(0)
  serveFolder(server, site.folder, site.base)
  const browser = await chromium.launch({
    executablePath: ensureBrowser(),
    args: BROWSER_ARGS,
    env: browserEnvironment(),
  })
  const page = await browser.newPage()
  const origin = `http://127.0.0.1:${port}`
  for (const sheet of entriesOf(manuscript, 'sheet')) {
    const tooLong = await writeSheet(page, origin + site.base, sheet, FOLDER)
    if (tooLong === undefined) continue
    console.error(tooLong)
    process.exitCode = 1
  }
  await writeBook(page, manuscript, origin, site.base)
  await browser.close()
  server.close()
}

/** Prints the whole guide, again and again until the page numbers in its contents are those of the print. */
async function writeBook(page: Page, manuscript: Manuscript, origin: string, base: string) {
  const [first] = entriesOf(manuscript, 'section').toSorted((a, b) => a.data.order - b.data.order)
  if (!first) return
  const cover = coverOf(manuscript, new Date())
  const address = withBase(base, sectionAddress(first.id, first.data))
  const chapters = await openBook(page, origin + address, `${cover.company}: ${cover.what}`)
  await addFront(page, cover, contentsOf(chapters, manuscript, base))
  // Pages fall alike without bookmarks and tags, which cost more than all the rest of a print.
  let pages = await pagesOfPlaces(await page.pdf({ format: 'A4' }))
  for (let tries = 0; tries < 3; tries++) {
    await numberContents(page, pages)
    const printed = await print(page)
    const now = await pagesOfPlaces(printed)
    if (chapters.every(({ anchor }) => now.get(anchor) === pages.get(anchor)))
      return write(FOLDER, 'guide.pdf', printed)
    pages = now
  }
  throw new Error('The pages of the guide do not stay where they are, so its contents cannot be numbered.')
}

writeFiles().catch(failed('npm run pdf'))
