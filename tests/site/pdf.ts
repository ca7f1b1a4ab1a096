/** Prints a page as a person would, with the browser's own margins, and reads what is on the paper. */
import type { Page } from '@playwright/test'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'

/** Paper sizes in inches. */
export const PAPERS = { A4: [8.27, 11.69], Letter: [8.5, 11] } as const
export type Paper = keyof typeof PAPERS

/** A run of text on the paper, in points from the lower left corner. */
export interface Run {
  text: string
  size: number
  left: number
  right: number
  bottom: number
  top: number
}
export interface Sheet {
  width: number
  height: number
  runs: Run[]
}

/** The pages on paper, with the margins that a browser gives to a page that asks for none. */
export async function printed(page: Page, paper: Paper): Promise<Sheet[]> {
  const [width, height] = PAPERS[paper]
  const margin = '0.4in'
  return sheetsOf(
    await page.pdf({
      width: `${width}in`,
      height: `${height}in`,
      margin: { top: margin, right: margin, bottom: margin, left: margin },
    }),
  )
}

/** The pages of a PDF file. */
export async function sheetsOf(data: Buffer): Promise<Sheet[]> {
  const document = await getDocument({ data: new Uint8Array(data), verbosity: 0 }).promise
  const sheets: Sheet[] = []
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number)
    const { width, height } = page.getViewport({ scale: 1 })
    const { items } = await page.getTextContent()
    sheets.push({
      width,
      height,
      runs: items.flatMap((item) => ('str' in item && item.str.trim() ? [runOf(item)] : [])),
    })
  }
  await document.loadingTask.destroy()
  return sheets
}

function runOf(item: { str: string; width: number; transform: unknown[] }): Run {
  const [, skew = 0, , scale = 0, left = 0, bottom = 0] = item.transform.map(Number)
  const size = Math.hypot(skew, scale)
  return { text: item.str, size, left, right: left + item.width, bottom, top: bottom + size }
}

/** Letters and digits only: white space and hyphens fall differently on paper. */
export const lettersOf = (text: string) => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '')

/** What is on the paper. Runs that touch are one word: some fonts make a run of its own of letters that they join, as fi. */
export const textOn = (sheets: readonly Sheet[]) =>
  sheets
    .flatMap(({ runs }) => runs.map((run, at) => (touches(runs[at - 1], run) ? '' : ' ') + run.text))
    .join('')
    .trim()

const touches = (before: Run | undefined, { left, bottom, size }: Run) =>
  before?.bottom === bottom && Math.abs(left - before.right) < size / 10

/** Words that nothing on the paper contains. */
export function missingWords(wanted: string, sheets: readonly Sheet[]): string[] {
  const there = lettersOf(textOn(sheets))
  return [...new Set(wanted.split(/\s+/).map(lettersOf))].filter((word) => word !== '' && !there.includes(word))
}
