/** The built pages as HTML: valid, each with a title of its own, and no link that leads nowhere. */
import { existsSync } from 'node:fs'
import { expect, test } from '@playwright/test'
import { HtmlValidate } from 'html-validate'
import { BASE_PATH, SITES } from '../../commands/test-sites.ts'
import { anchorsOf } from '../../src/manuscript/checks/anchors.ts'
import { KINDS } from '../../src/manuscript/kinds.ts'
import { contentFolder, entriesOf, readManuscript } from '../../src/manuscript/manuscript.ts'
import { ADDRESSES, addressesOf, fileOf, htmlOf } from './built-pages.ts'

const validator = new HtmlValidate({
  extends: ['html-validate:recommended', 'html-validate:document'],
  rules: {
    // The builder writes the void elements and the doctype in its own style, which the standard allows.
    'void-style': 'off',
    'doctype-style': 'off',
    // White space at line ends costs nothing once compressed.
    'no-trailing-whitespace': 'off',
    // Titles name the page and then the guide; a long question may pass 70 signs and is cut at its end, not its start.
    'long-title': 'off',
    // The theme's boot script has to run before the first paint; the security policy names its hash.
    'require-sri': 'off',
  },
})

test('every page is valid HTML', async () => {
  const faults: string[] = []
  for (const address of ADDRESSES) {
    const { results } = await validator.validateString(htmlOf(address))
    for (const { line, ruleId, message } of results.flatMap(({ messages }) => messages)) {
      faults.push(`${address}:${line} ${ruleId}: ${message}`)
    }
  }
  expect(faults).toEqual([])
})

test('every page has a title of its own', () => {
  const titles = ADDRESSES.map((address) => /<title>(.*?)<\/title>/.exec(htmlOf(address))?.[1] ?? address)
  expect(titles.filter((title, at) => titles.indexOf(title) !== at)).toEqual([])
})

/** What a page refers to within the site, as written. */
const linksIn = (html: string) =>
  [...html.matchAll(/\s(?:href|src)="([^"]*)"/g)]
    .map(([, link = '']) => link.replaceAll('&amp;', '&'))
    .filter((link) => link !== '' && !/^[a-z]+:/.test(link))

const hasId = (html: string, id: string) => html.includes(` id="${id}"`) || html.includes(` id=${id} `)

/** Why a link leads nowhere; nothing for a good one. */
function fault(from: string, link: string, folder: string, base: string): string | undefined {
  const url = new URL(link, `http://site${base.replace(/\/$/, '')}${from}`)
  if (!url.pathname.startsWith(base)) return `${from}: ${link} leaves ${base}`
  const address = `/${decodeURIComponent(url.pathname).slice(base.length)}`
  if (!existsSync(fileOf(address, folder))) return `${from}: ${link} does not exist`
  const id = decodeURIComponent(url.hash.slice(1))
  return id && !hasId(htmlOf(address, folder), id) ? `${from}: ${link} has no such place` : undefined
}

for (const [name, folder, base] of [
  ['at the root', SITES.root, '/'],
  ['under a base path', SITES.based, BASE_PATH],
] as const) {
  test(`every link of the guide ${name} leads to a page and a place that exist`, () => {
    const links = addressesOf(folder).flatMap((from) => linksIn(htmlOf(from, folder)).map((link) => ({ from, link })))
    expect(links.length).toBeGreaterThan(500)
    const faults = links.map(({ from, link }) => fault(from, link, folder, base))
    expect(faults.filter((text) => text !== undefined)).toEqual([])
  })
}

test('what the check of the content calls a heading of a page is all that the page has', () => {
  const manuscript = readManuscript(contentFolder())
  const unknown = (['section', 'question', 'concept', 'story', 'sheet'] as const).flatMap((kind) =>
    entriesOf(manuscript, kind).flatMap((entry) => {
      const address = KINDS[kind].address?.(entry.id, entry.data as never) ?? ''
      const known = anchorsOf(entry, manuscript, entry)
      const there = htmlOf(address).matchAll(/<h[2-6][^>]* id="?([^"\s>]+)/g)
      return [...there].flatMap(([, id = '']) => (known.includes(id) ? [] : [`${address}#${id}`]))
    }),
  )
  expect(unknown).toEqual([])
})
