/** The search answers what candidates type: the table of queries against the built index. */
import { expect, test, type Page } from '@playwright/test'
import { SearchBox } from './pages/search-box.ts'
import { MISSPELT, NEARLY_RIGHT, SPELT_RIGHT, type Row } from './search-table.ts'
import { ROOT } from './sites.ts'

/** Share of the queries whose page must come first; all of them must be among the first three. */
const FIRST = 0.9

interface Answer {
  query: string
  wanted: string[]
  found: string[]
  status: string
}

async function answers(page: Page, rows: readonly Row[]): Promise<Answer[]> {
  const box = await SearchBox.onItsPage(page, ROOT)
  const all: Answer[] = []
  for (const [query, ...wanted] of rows) {
    await box.ask(query)
    all.push({ query, wanted, found: await box.found(ROOT), status: (await box.status.textContent()) ?? '' })
  }
  return all
}

const told = ({ query, wanted, found }: Answer) =>
  `“${query}” wants ${wanted.join(' or ')}, found ${found.slice(0, 3).join(', ') || 'nothing'}`

const isWithin = (count: number) => (answer: Answer) =>
  answer.found.slice(0, count).some((address) => answer.wanted.includes(address))

test('the page that answers a query is among the first three, and nearly always the first', async ({ page }) => {
  const all = await answers(page, SPELT_RIGHT)
  const notFirst = all.filter((answer) => !isWithin(1)(answer)).map(told)
  expect.soft(all.filter((answer) => !isWithin(3)(answer)).map(told)).toEqual([])
  expect(1 - notFirst.length / all.length, notFirst.join('\n')).toBeGreaterThanOrEqual(FIRST)
})

test('a misspelt query finds its page among the first three and says what it searched for', async ({ page }) => {
  const all = await answers(page, MISSPELT)
  expect.soft(all.filter((answer) => !isWithin(3)(answer)).map(told)).toEqual([])
  expect(all.filter(({ status }) => !status.startsWith('Showing results for “')).map(({ query }) => query)).toEqual([])
})

test('a query that is nearly right finds its page too', async ({ page }) => {
  const all = await answers(page, NEARLY_RIGHT)
  expect(all.filter((answer) => !isWithin(3)(answer)).map(told)).toEqual([])
})

test('the table is long enough to mean something', () => {
  expect(SPELT_RIGHT.length + MISSPELT.length).toBeGreaterThanOrEqual(60)
  expect(MISSPELT.length).toBeGreaterThanOrEqual(15)
})
