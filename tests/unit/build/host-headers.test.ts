/** Hosts and our own server send the same headers. */
import { expect, test } from '@playwright/test'
import { headerRules, headersFile, headersFor } from '../../../build/host-headers.ts'

test('a page is asked for again, may not be framed, and is kept from search engines', () => {
  expect(headersFor('/questions/', headerRules(false))).toMatchObject({
    'Cache-Control': 'no-cache',
    'X-Frame-Options': 'DENY',
    'X-Content-Type-Options': 'nosniff',
    'X-Robots-Tag': 'noindex, nofollow',
  })
})

test('a public guide does not ban search engines', () => {
  expect(headersFor('/', headerRules(true))).not.toHaveProperty('X-Robots-Tag')
})

for (const path of [
  '/_astro/Page.abc.css',
  '/fonts/guide-sans-bold-latin.abc.woff2',
  '/pagefind/fragment/en_1.pf_fragment',
  '/pagefind/index/en_1.pf_index',
]) {
  test(`${path} may be kept for ever, and keeps the other headers`, () => {
    const headers = headersFor(path, headerRules(false))
    expect(headers['Cache-Control']).toContain('immutable')
    expect(headers['X-Content-Type-Options']).toBe('nosniff')
  })
}

for (const path of ['/pagefind/pagefind.js', '/pagefind/pagefind-entry.json', '/pagefind/vocabulary.txt']) {
  test(`${path}, whose name never changes, is asked for again`, () => {
    expect(headersFor(path, headerRules(false))['Cache-Control']).toBe('no-cache')
  })
}

test('the file for hosts names each path below the base, and replaces what an earlier rule set', () => {
  const file = headersFile('/some/base/', headerRules(false))
  expect(file).toMatch(/^\/some\/base\/\*\n {2}Cache-Control: no-cache\n/)
  expect(file).toContain(
    '\n/some/base/_astro/*\n  ! Cache-Control\n  Cache-Control: public, max-age=31536000, immutable',
  )
  expect(headersFile('/', headerRules(false))).toMatch(/^\/\*\n/)
})
