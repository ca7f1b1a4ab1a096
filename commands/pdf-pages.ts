/** Reads from a PDF file on which of its pages each named place stands. */
import { getDocument, type PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'

type Reference = Parameters<PDFDocumentProxy['getPageIndex']>[0]

/** Page, from 1, of each place in the file that a link leads to, by the place's name. */
export const pagesOfPlaces = (file: Uint8Array): Promise<Map<string, number>> =>
  readPdf(file, async (pdf) => {
    const places = (await pdf.getDestinations()) as Map<string, [page: Reference, ...position: unknown[]]>
    const pages = [...places].map(async ([name, [page]]) => [name, (await pdf.getPageIndex(page)) + 1] as const)
    return new Map(await Promise.all(pages))
  })

/** What is asked of a PDF file. Throws when it is none. */
export async function readPdf<T>(file: Uint8Array, answer: (pdf: PDFDocumentProxy) => Promise<T>): Promise<T> {
  // A copy, because the reader takes the bytes for itself.
  const loading = getDocument({ data: Uint8Array.from(file), verbosity: 0 })
  try {
    return await answer(await loading.promise)
  } finally {
    await loading.destroy()
  }
}
