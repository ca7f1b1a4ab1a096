/** The table under the stories says which questions each serves, and warns in words of a story that is used too often. */
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
  test(`the table names the questions of "${data.title}" and counts them`, async ({ page }) => {
    await GuidePage.at(page, '/stories/')
    const table = page.getByRole('table', { name: 'Which story serves which question' })
    const row = table.getByRole('row').filter({ has: page.getByRole('rowheader', { name: data.title }) })
    const served = questions.filter((question) => question.data.stories.includes(id)).map(({ data }) => data.title)
    await expect(row.getByRole('cell').getByRole('link')).toHaveText(served)
    const head = row.getByRole('rowheader')
    await expect(head).toContainText(served.length === 1 ? '1 question' : `${served.length} questions`)
    await expect(head.getByText('used too often')).toHaveCount(served.length >= 3 ? 1 : 0)
  })
}

test('the table fits a phone', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 700 })
  const guide = await GuidePage.at(page, '/stories/')
  expect(await guide.overflow()).toEqual([])
})
