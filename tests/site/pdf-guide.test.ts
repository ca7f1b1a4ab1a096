/** What `npm run pdf` makes of the guide: a book whose contents tell the truth, and sheets of one page. */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { writeSheet } from '../../commands/pdf-print.ts'
import { siteToPrint } from '../../commands/pdf-site.ts'
import { SITES } from '../../commands/test-sites.ts'
import { contentFolder, entriesOf, readManuscript } from '../../src/manuscript/manuscript.ts'
import { htmlOf } from './built-pages.ts'
import { lettersOf } from './pdf.ts'
import { openPdf, type PdfPage } from './pdf-reading.ts'
import { ROOT } from './sites.ts'

const manuscript = readManuscript(contentFolder())

/** Not the folder that belongs to whoever runs the tests. */
const FOLDER = '.cache/pdf'

/** Addresses of everything that the book holds. */
const CHAPTERS = [
  ...entriesOf(manuscript, 'section').map(({ id, data }) => (data.list ? `/${data.list}/` : `/brief/${id}/`)),
  ...entriesOf(manuscript, 'question').map(({ id }) => `/questions/${id}/`),
  ...entriesOf(manuscript, 'concept').map(({ id }) => `/concepts/${id}/`),
  ...entriesOf(manuscript, 'story').map(({ id }) => `/stories/${id}/`),
  ...entriesOf(manuscript, 'sheet').map(({ id }) => `/sheets/${id}/`),
]

/** Heading of a page as the site has it, letters only. */
function headingOf(address: string): string {
  const inner = /<h1[^>]*>(.*?)<\/h1>/s.exec(htmlOf(address))?.[1] ?? ''
  return lettersOf(inner.replace(/<[^>]*>/g, '').replace(/&[#\w]+;/g, ''))
}

test.describe('the whole guide', () => {
  // One book for all of these tests.
  test.describe.configure({ mode: 'serial' })
  let pages: PdfPage[] = []
  let bookmarks: string[] = []

  test.beforeAll(async () => {
    test.setTimeout(300_000)
    const run = spawnSync(process.execPath, ['commands/pdf.ts', FOLDER], { encoding: 'utf8' })
    expect(run.status, run.stderr).toBe(0)
    ;({ pages, bookmarks } = await openPdf(readFileSync(`${FOLDER}/guide.pdf`)))
  })

  /** Links of the contents: the pages between the cover and the first chapter. */
  const contents = () => {
    const end = Math.min(...pages.slice(1).flatMap(({ links }) => links.map(({ page }) => page)))
    return pages.slice(1, end - 1).flatMap(({ links }) => links)
  }

  test('begins with a cover that says whose it is, what for, and that it is private', () => {
    const guide = entriesOf(manuscript, 'guide')[0]?.data
    const words = [
      guide?.candidate.name,
      guide?.role.title,
      guide?.company.name,
      guide?.role.team,
      'Private',
      'Made on',
    ]
    for (const word of words) expect.soft(pages[0]?.text).toContain(word)
    expect(pages[0]?.foot).toBe('')
  })

  test('has the number of every other page at its foot', () => {
    expect(pages.map(({ foot }) => foot).slice(1)).toEqual(pages.map((_, at) => `${at + 1}`).slice(1))
  })

  test('lists every chapter once, each line a link to the page that it names and on which the heading stands', () => {
    const lines = contents()
    expect(lines).toHaveLength(CHAPTERS.length)
    const found = lines.map(({ text, page }) => {
      const printed = Number(/\d+$/.exec(text)?.[0])
      const heading = lettersOf(pages[page - 1]?.heading ?? '')
      const address = CHAPTERS.find((one) => headingOf(one) === heading)
      return { text, isRight: printed === page && address !== undefined, address }
    })
    expect(found.filter(({ isRight }) => !isRight)).toEqual([])
    expect(found.map(({ address }) => address).toSorted()).toEqual(CHAPTERS.toSorted())
  })

  test('has tags, and a bookmark for every chapter with the words of its heading', () => {
    expect(pages.filter(({ hasTags }) => !hasTags)).toEqual([])
    const names = new Set(bookmarks.map(lettersOf))
    expect(bookmarks.filter((title) => /^(.{4,})\1$/.test(title))).toEqual([])
    expect(CHAPTERS.filter((address) => !names.has(headingOf(address)))).toEqual([])
  })

  test('leads from a chapter to others, and never to the site', () => {
    const links = pages.slice(contents()[0]?.page ?? 0).flatMap(({ links }) => links)
    expect(links.length).toBeGreaterThan(CHAPTERS.length)
    expect(
      pages.flatMap(({ addresses }) => addresses).filter((address) => /127\.0\.0\.1|localhost/.test(address)),
    ).toEqual([])
  })
})

test('a sheet that is longer than a page is named with the file to shorten', async ({ page }) => {
  const folder = mkdtempSync(join(tmpdir(), 'guide-pdf-'))
  const [sheet] = entriesOf(manuscript, 'sheet')
  if (!sheet) throw new Error('there is no sheet')
  try {
    expect(await writeSheet(page, `${ROOT}/`, sheet, folder)).toBeUndefined()
    await page.route(`${ROOT}/sheets/${sheet.id}/`, async (route) => {
      const response = await route.fetch()
      const body = (await response.text()).replace('</article>', `${'<p>One more line.</p>'.repeat(40)}</article>`)
      await route.fulfill({ response, body })
    })
    expect(await writeSheet(page, `${ROOT}/`, sheet, folder)).toMatch(
      new RegExp(`^content/sheets/${sheet.id}\\.mdx:1\n  found     2 pages on A4, \\d+ mm too long; 2 pages on Letter`),
    )
  } finally {
    rmSync(folder, { recursive: true })
  }
})

test('a site in dist/ that is for another address or of other words is not built over', () => {
  const folderFor = (env: NodeJS.ProcessEnv) => siteToPrint(env, SITES.root).folder
  expect(folderFor({})).toBe(SITES.root)
  expect(folderFor({ BASE_PATH: '/elsewhere/' })).not.toBe(SITES.root)
  expect(folderFor({ SITE_URL: 'https://guide.example' })).not.toBe(SITES.root)
})
