/**
 * Another candidate's content: its words are shown as its schemas say, and nothing of the content that was built before
 * is in it.
 */
import { appendFileSync, cpSync, globSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { htmlToHast, type HastNode } from 'satteri'
import { isMap, parseDocument, type Document } from 'yaml'
import { end, listen, serveFolder } from '../../commands/serve.ts'
import { buildSite } from '../../commands/site-build.ts'
import { fieldsOf } from '../../src/manuscript/checks/fields.ts'
import { KINDS } from '../../src/manuscript/kinds.ts'
import { readManuscript, type Entry } from '../../src/manuscript/manuscript.ts'
import { MOCK } from './pages/mock-page.ts'

/** What a plain text may hold and Markdown, HTML and a block of JSON would each take for something else. */
const STRANGE = ' __x__ <u>&amp;</script>'
/** What Markdown makes of a name from code. */
const INLINE = ' `y`'
const SITE = '.cache/sites/other'

test.describe.configure({ mode: 'serial' })

const home = mkdtempSync(join(tmpdir(), 'guide-other-'))
const first = join(home, 'first')
const moved = join(home, 'a folder of [another] name')
test.afterAll(() => rmSync(home, { recursive: true }))

test('what is plain is shown sign by sign on every page, and what is Markdown as Markdown', async ({ page }) => {
  test.setTimeout(300_000)
  cpSync('content', first, { recursive: true })
  makeStrange(first)
  appendFileSync(join(first, 'stories', 'outage.mdx'), '\nOnly the first content says zanzibar.\n')
  await buildSite({ folder: SITE, content: first })

  for (const name of globSync('**/*.html', { cwd: SITE })) {
    const html = readFileSync(join(SITE, name), 'utf8')
    expect.soft(markupOf(htmlToHast(html)), name).toEqual([])
  }
  expect(readFileSync(join(SITE, 'stories', 'outage', 'index.html'), 'utf8')).toContain('zanzibar')

  const { server, port } = await listen(0)
  serveFolder(server, SITE)
  const origin = `http://127.0.0.1:${port}`
  await page.goto(`${origin}/questions/data-races/`)
  await expect(page.getByRole('heading', { level: 1 })).toContainText(STRANGE.trim())
  await page.goto(`${origin}/practice/cards/`)
  await expect(page.locator('details[data-card] summary').first()).toContainText(STRANGE.trim())
  await page.getByRole('button', { name: 'Start' }).click()
  await expect(page.locator('[data-part="prompt"]')).toContainText(STRANGE.trim())
  await page.goto(`${origin}${MOCK}`)
  await expect(page.locator('[data-prompt]').last()).toContainText(STRANGE.trim())
  await page.close()
  server.closeAllConnections()
  await end(server)
})

test('a content that moved is built, and holds nothing of the one before', async () => {
  test.setTimeout(300_000)
  renameSync(first, moved)
  const story = join(moved, 'stories', 'outage.mdx')
  writeFileSync(story, readFileSync(story, 'utf8').replace('Only the first content says zanzibar.', ''))
  await buildSite({ folder: SITE, content: moved })
  expect(readFileSync(join(SITE, 'stories', 'outage', 'index.html'), 'utf8')).not.toContain('zanzibar')
})

/** What was taken for markup, or not: elements that plain words became, data that ends too early, Markdown as it was written. */
function markupOf(node: HastNode): string[] {
  if (node.type === 'element' && (node.tagName === 'u' || (node.tagName === 'strong' && textOf(node) === 'x'))) {
    return [`<${node.tagName}>${textOf(node)}`]
  }
  if (node.type === 'element' && node.tagName === 'script') {
    const data = node.properties['type'] === 'application/json'
    return data && !isJson(textOf(node)) ? [`cut data: ${textOf(node).slice(-40)}`] : []
  }
  if (node.type === 'text' && node.value.includes('`y`')) return [`marks of Markdown: ${node.value}`]
  return 'children' in node ? node.children.flatMap((child) => markupOf(child as HastNode)) : []
}

const textOf = (node: HastNode): string =>
  'value' in node && typeof node.value === 'string'
    ? node.value
    : 'children' in node
      ? node.children.map((child) => textOf(child as HastNode)).join('')
      : ''

function isJson(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}

/** Puts strange words at the end of every text that has room for them. */
function makeStrange(folder: string) {
  const { entries, problems } = readManuscript(folder)
  expect(problems).toEqual([])
  for (const [file, own] of Map.groupBy(entries, ({ file }) => file)) {
    const text = readFileSync(file, 'utf8')
    const [, yaml = text] = /^---\n([\s\S]*?)\n---\n/.exec(text) ?? []
    const document = parseDocument(yaml)
    for (const [at, entry] of own.entries()) changeFields(entry, document, at)
    writeFileSync(file, yaml === text ? document.toString() : text.replace(yaml, () => document.toString().trimEnd()))
  }
}

function changeFields(entry: Entry, document: Document, at: number) {
  const { kind, data } = entry
  for (const { text, path, holds } of fieldsOf(entry)) {
    if (!holds) continue
    const changed = text + (holds === 'plain' ? STRANGE : INLINE)
    const whole = structuredClone(data) as Record<PropertyKey, unknown>
    const parent = path
      .slice(0, -1)
      .reduce<Record<PropertyKey, unknown>>((value, key) => value[key] as typeof whole, whole)
    parent[path.at(-1) ?? ''] = changed
    if (!KINDS[kind].schema.safeParse(whole).success) continue
    document.setIn(isMap(document.contents) ? path : [at, ...path], changed)
  }
}
