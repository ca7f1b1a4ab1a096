/** Whether a sheet is the one page that it is meant to be, told to its author when it is not. */
import type { Problem } from '../src/manuscript/problem.ts'
import { readPdf } from './pdf-pages.ts'

const MM_A_POINT = 25.4 / 72

/** The pages of a printed sheet, and how much of the paper beyond the first is written on, in millimetres. */
export interface Overrun {
  paper: string
  pages: number
  beyond: number
}

/** Reads a PDF file. Throws when it is none. */
export const overrunOf = (paper: string, file: Uint8Array): Promise<Overrun> =>
  readPdf(file, async (pdf) => {
    let beyond = 0
    for (let number = 2; number <= pdf.numPages; number++) {
      const page = await pdf.getPage(number)
      const { height } = page.getViewport({ scale: 1 })
      const { items } = await page.getTextContent()
      const feet = items.flatMap((item) => ('str' in item && item.str.trim() ? [Number(item.transform[5])] : []))
      beyond += (height - Math.min(height, ...feet)) * MM_A_POINT
    }
    return { paper, pages: pdf.numPages, beyond: Math.round(beyond) }
  })

/** What to tell the author of a sheet that is more than one page on one of the papers; nothing when it is one on all. */
export function overrunProblem(file: string, overruns: readonly Overrun[]): Problem | undefined {
  const over = overruns.filter(({ pages }) => pages > 1)
  if (over.length === 0) return undefined
  return {
    file,
    line: 1,
    found: over.map(({ paper, pages, beyond }) => `${pages} pages on ${paper}, ${beyond} mm too long`).join('; '),
    expected: 'one page on A4 and on Letter',
    todo: 'shorten the sheet, or put a part of it on a sheet of its own',
  }
}
