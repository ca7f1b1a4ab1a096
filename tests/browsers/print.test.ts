/** What is made for paper is one page of it, from each browser's own printer. */
import { missingWords, PAPERS, textOn, type Paper } from '../site/pdf.ts'
import { SHEETS } from '../site/pages/sheet-page.ts'
import { expect, test } from './test.ts'

/** A quarter of an inch in points, less what rounding takes: nearer to the edge WebKit cuts, and so do many printers. */
const EDGE = 17

const papers = Object.keys(PAPERS) as Paper[]

for (const address of [...SHEETS, '/practice/last-minutes/']) {
  test(`${address} is one page of ${papers.join(' and ')}`, async ({ guide }) => {
    await guide.open(address)
    const title = await guide.run(() => document.querySelector('h1')?.textContent ?? '', null)
    for (const paper of papers) {
      const sheets = await guide.print(paper)
      expect.soft(sheets.length, `${paper}: ${textOn(sheets.slice(1)).slice(0, 200)}`).toBe(1)
      expect.soft(missingWords(title, sheets), paper).toEqual([])
      const cut = sheets.flatMap(({ runs, width }) =>
        runs.filter(({ left, right }) => left < EDGE || right > width - EDGE).map(({ text }) => text),
      )
      expect.soft(cut, `${paper}: at the edge`).toEqual([])
      const [width, height] = PAPERS[paper].map((inches) => inches * 72)
      expect.soft(sheets[0]?.width, paper).toBeCloseTo(width ?? 0, -1)
      expect.soft(sheets[0]?.height, paper).toBeCloseTo(height ?? 0, -1)
    }
    expect(await guide.complaints()).toEqual([])
  })
}
