/** Private unless asked otherwise; and what hosts, crawlers and home screens read beside the pages. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { OPEN_SITE, SITES } from '../../commands/test-sites.ts'
import { ADDRESSES, addressesOf, htmlOf } from './built-pages.ts'
import { BASED, OPEN, ROOT } from './sites.ts'

const withoutNotFound = (address: string) => address !== '/404.html'

test('search engines are kept out of every page', async ({ request }) => {
  const open = ADDRESSES.filter(
    (address) => !htmlOf(address).includes('<meta name="robots" content="noindex,nofollow">'),
  )
  expect(open).toEqual([])
  expect(await (await request.get(`${ROOT}/robots.txt`)).text()).toBe('User-agent: *\nDisallow: /\n')
  expect((await request.get(`${ROOT}/`)).headers()['x-robots-tag']).toBe('noindex, nofollow')
  expect(existsSync(join(SITES.root, 'sitemap-index.xml'))).toBe(false)
})

test('a guide that was opened on purpose lets them in and tells them the addresses', async ({ request }) => {
  const addresses = addressesOf(SITES.open).filter(withoutNotFound)
  for (const address of addresses) {
    const html = htmlOf(address, SITES.open)
    expect.soft(html, address).not.toContain('noindex')
    expect.soft(html, address).toContain(`<link rel="canonical" href="${OPEN_SITE}${address}">`)
    for (const tag of ['og:title', 'og:description', 'og:url', 'og:image']) expect.soft(html).toContain(`"${tag}"`)
  }
  const robots = await (await request.get(`${OPEN}/robots.txt`)).text()
  expect(robots).toBe(`User-agent: *\nAllow: /\nSitemap: ${OPEN_SITE}/sitemap-index.xml\n`)
  const map = readFileSync(join(SITES.open, 'sitemap-0.xml'), 'utf8')
  for (const address of addresses) expect.soft(map).toContain(`<loc>${OPEN_SITE}${address}</loc>`)
  expect((await request.get(`${OPEN}/`)).headers()['x-robots-tag']).toBeUndefined()
})

test('the picture for shared links is there', async ({ request }) => {
  const card = /property="og:image" content="([^"]+)"/.exec(htmlOf('/', SITES.open))?.[1] ?? ''
  const picture = await request.get(card.replace(OPEN_SITE, OPEN))
  expect(picture.headers()['content-type']).toBe('image/png')
})

test('an unknown address is answered with 404 and a page that leads on', async ({ page }) => {
  const response = await page.goto(`${ROOT}/questions/none/`)
  expect(response?.status()).toBe(404)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('There is no page at this address')
  await page.getByRole('link', { name: 'All questions' }).click()
  await expect(page).toHaveURL(`${ROOT}/questions/`)
})

for (const site of [ROOT, BASED]) {
  test(`manifest and icons load from ${new URL(site).pathname}`, async ({ page, request }) => {
    await page.goto(`${site}/`)
    const links = page.locator('link[rel=manifest], link[rel~=icon], link[rel=apple-touch-icon]')
    const hrefs = await links.evaluateAll((all) => all.map((link) => (link as HTMLLinkElement).href))
    for (const href of hrefs) expect.soft((await request.get(href)).status(), href).toBe(200)
    const address = hrefs.find((href) => href.endsWith('.webmanifest')) ?? ''
    const manifest = (await (await request.get(address)).json()) as { start_url: string; icons: { src: string }[] }
    const icons = [manifest.start_url, ...manifest.icons.map(({ src }) => src)]
    for (const src of icons) expect.soft((await request.get(new URL(src, address).href)).status(), src).toBe(200)
  })
}

test('files with a hash in their name are kept for a year, pages are asked for again', async ({ request }) => {
  const style = /href="(\/_astro\/[^"]+\.css)"/.exec(htmlOf('/'))?.[1] ?? ''
  expect((await request.get(`${ROOT}${style}`)).headers()['cache-control']).toContain('immutable')
  expect((await request.get(`${ROOT}/`)).headers()['cache-control']).toBe('no-cache')
})
