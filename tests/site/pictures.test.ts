/**
 * Pictures as a browser sets them: words stay in their boxes and off the lines, arrows go around boxes, in any font, and
 * everything can be read and reached on a phone.
 */
import { readFileSync } from 'node:fs'
import { expect, test, type Page } from '@playwright/test'
import { withD2 } from '../../build/diagrams/d2.ts'
import { ADDRESSES, htmlOf } from './built-pages.ts'
import { GuidePage } from './pages/guide-page.ts'
import { faultsOn } from './picture-faults.ts'

/** Smallest words on a phone, in its pixels. */
const SMALLEST = 11.8
const ILLUSTRATED = ADDRESSES.filter((address) => htmlOf(address).includes('class="picture"'))
/** Beside the page's own: broad, narrow and unlike letters. */
const FONTS = ['DejaVu Sans', 'Liberation Sans Narrow', 'monospace', 'serif']

/** Sets the words of pictures in a font, as on a machine that has no other. */
const showIn = (page: Page, font: string) =>
  page.evaluate((family) => {
    for (const name of ['--font-sans', '--font-fixed']) document.documentElement.style.setProperty(name, family)
  }, font)

test('the guide has pages with pictures, and a sheet with a drawing', () => {
  expect(ILLUSTRATED.length).toBeGreaterThan(10)
  expect(ILLUSTRATED).toContain('/sheets/design-sketch/')
})

for (const address of ILLUSTRATED) {
  test(`the pictures of ${address} keep words and lines apart in any font`, { tag: '@fonts' }, async ({ page }) => {
    await page.setViewportSize({ width: 390, height: 800 })
    await GuidePage.at(page, address)
    expect.soft(await faultsOn(page, SMALLEST), '390 px').toEqual([])
    for (const font of FONTS) {
      await showIn(page, font)
      expect.soft(await faultsOn(page), font).toEqual([])
    }
  })

  test(`the pictures of ${address} can be read on a laptop, and reached by keyboard on a phone`, async ({ page }) => {
    await page.setViewportSize({ width: 1280, height: 800 })
    await GuidePage.at(page, address)
    expect.soft(await faultsOn(page, SMALLEST), '1280 px').toEqual([])
    await page.setViewportSize({ width: 320, height: 640 })
    const cut = await page
      .locator('.picture')
      .evaluateAll((pictures) =>
        pictures
          .filter((one) => one.scrollWidth > one.clientWidth + 1 && one.getAttribute('tabindex') !== '0')
          .map((one) => one.querySelector('svg')?.getAttribute('aria-label')),
      )
    expect(cut, 'cut off at 320 px').toEqual([])
  })
}

/** Words as an author may come to write them. */
const HOSTILE = `
a: Donaudampfschifffahrtsgesellschaft\\nRindfleischetikettierungsüberwachung
b: Internationalization-heavy-configuration-service
c: Maximiliane Friederike Gräfin von Hohenstein-Waldburg\\nPrincipal Engineer, Personalization {class: store}
d: "WWWWWWWWWWWWWWWWWWWWWWWWW" {class: [bad; filled]}
e: "iiiiiiiiiiiiiiiiiiiiiiiii" {class: good}
a -> b: Geschwindigkeitsbegrenzungen
b -> c: Kraftfahrzeughaftpflichtversicherung {class: dashed}
c -> d: WWWWWWWWWWWWWWWWWWWWWWWWW
d -> e
a -> e: ja
`

test('long words fit a diagram in any font', { tag: '@fonts' }, async ({ page }) => {
  // D2 starts for it.
  test.setTimeout(180_000)
  const drawing = await withD2((draw) => draw(HOSTILE))
  if ('faults' in drawing) throw new Error(JSON.stringify(drawing.faults))
  const { viewBox, width, inside } = drawing
  await page.setContent(`<!doctype html><style>${readFileSync('src/styles/picture.css', 'utf8')}</style>
    <div class="picture"><svg class="broad" viewBox="${viewBox}" width="${width}" aria-label="hostile">${inside}</svg></div>`)
  for (const font of FONTS) {
    await showIn(page, font)
    expect.soft(await faultsOn(page), font).toEqual([])
  }
})
