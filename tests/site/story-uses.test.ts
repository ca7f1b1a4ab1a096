/** The list under the stories says which fit each question, and says in words which fits so many that one needs another. */
import { expect, test } from '@playwright/test'
import { readSoundManuscript } from '../../src/manuscript/check.ts'
import { contentFolder, entriesOf } from '../../src/manuscript/manuscript.ts'
import { GuidePage } from './pages/guide-page.ts'

const manuscript = readSoundManuscript(contentFolder())
const areas = entriesOf(manuscript, 'area').map(({ id }) => id)
/** In reading order: by area, and by their own order inside. */
const questions = entriesOf(manuscript, 'question').toSorted(
  (a, b) => areas.indexOf(a.folder) - areas.indexOf(b.folder) || a.data.order - b.data.order,
)

for (const { id, data } of entriesOf(manuscript, 'story')) {
  test(`the list names "${data.title}" at its questions, and the table counts them`, async ({ page }) => {
    await GuidePage.at(page, '/stories/')
    const served = questions.filter((question) => question.data.stories.includes(id)).map(({ data }) => data.title)
    const rows = page
      .locator('plan-uses li')
      .filter({ has: page.locator('.facts').getByRole('link', { name: data.title }) })
    await expect(rows.locator('a:not(.facts a)')).toHaveText(served)
    const table = page.getByRole('table', { name: 'Which story for which question' })
    const row = table.getByRole('row').filter({ has: page.getByRole('rowheader', { name: data.title }) })
    const count = String(served.length)
    await expect(row.getByRole('cell')).toHaveText([
      served.length >= 3 ? `${count} – so many that you need another one for most` : count,
    ])
  })
}

test('the table fits a phone', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 700 })
  const guide = await GuidePage.at(page, '/stories/')
  expect(await guide.overflow()).toEqual([])
})
