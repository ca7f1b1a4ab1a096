/** What `npm run pdf` measures: a sheet with forty more lines is longer than its page, and by about so much. */
import { expect, test } from '@playwright/test'
import { overrunOf } from '../../commands/sheet-overrun.ts'
import { SheetPage } from './pages/sheet-page.ts'

test('forty more lines on the day-of card are found on the second page', async ({ page }) => {
  const { sheet } = await SheetPage.at(page, '/sheets/day-of/')
  expect(await overrunOf('A4', await page.pdf({ format: 'A4' }))).toEqual({ paper: 'A4', pages: 1, beyond: 0 })
  await sheet.evaluate((element) => {
    for (let line = 1; line <= 40; line++)
      element.append(Object.assign(document.createElement('p'), { textContent: `Line ${line}` }))
  })
  const { pages, beyond } = await overrunOf('A4', await page.pdf({ format: 'A4' }))
  expect(pages).toBe(2)
  expect(beyond).toBeGreaterThan(60)
  expect(beyond).toBeLessThan(190)
})
