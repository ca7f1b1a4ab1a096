/** Reads a PDF file as its reader would: the words of each page, where its links lead, the bookmarks. */
import { getDocument, type PDFDocumentProxy, type PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'

export interface PdfPage {
  text: string
  /** Words in the largest letters. */
  heading: string
  /** What stands below the text, in the middle of the lower margin. */
  foot: string
  /** Links inside the file: their words, and the page that they lead to, from 1. */
  links: { text: string; page: number }[]
  /** Addresses outside the file that links lead to. */
  addresses: string[]
  /** Whether a reader is told what is a heading, a list, a link. */
  hasTags: boolean
}

type Reference = Parameters<PDFDocumentProxy['getPageIndex']>[0]
type Place = [page: Reference, ...position: unknown[]]
interface Bookmark {
  title: string
  items: Bookmark[]
}
interface Link {
  subtype: string
  dest?: string | Place
  url?: string
  rect: [left: number, bottom: number, right: number, top: number]
}

export async function openPdf(file: Uint8Array) {
  const pdf = await getDocument({ data: Uint8Array.from(file), verbosity: 0 }).promise
  const places = (await pdf.getDestinations()) as Map<string, Place>
  const numbers = Array.from({ length: pdf.numPages }, (_, at) => at + 1)
  const pages: PdfPage[] = []
  for (const number of numbers) pages.push(await pageOf(pdf, await pdf.getPage(number), places))
  const titlesOf = (items: Bookmark[]): string[] => items.flatMap((item) => [item.title, ...titlesOf(item.items)])
  const bookmarks = titlesOf(await pdf.getOutline())
  await pdf.loadingTask.destroy()
  return { pages, bookmarks }
}

async function pageOf(pdf: PDFDocumentProxy, page: PDFPageProxy, places: Map<string, Place>): Promise<PdfPage> {
  const runs = await runsOf(page)
  const annotations = ((await page.getAnnotations()) as Link[]).filter(({ subtype }) => subtype === 'Link')
  const links: PdfPage['links'] = []
  for (const { dest, rect } of annotations) {
    if (dest === undefined) continue
    const place = typeof dest === 'string' ? places.get(dest) : dest
    if (!place) throw new Error(`a link leads to "${JSON.stringify(dest)}", which is nowhere`)
    links.push({ text: wordsOf(runs.filter(isInside(rect))), page: (await pdf.getPageIndex(place[0])) + 1 })
  }
  const middle = page.getViewport({ scale: 1 }).width / 2
  const largest = Math.max(...runs.map(({ size }) => size))
  return {
    text: wordsOf(runs),
    heading: wordsOf(runs.filter(({ size }) => size > largest - 0.1)),
    foot: wordsOf(runs.filter(({ left, bottom }) => bottom < LOWER_MARGIN && Math.abs(left - middle) < 20)),
    links,
    addresses: annotations.flatMap(({ url }) => url ?? []),
    hasTags: (await page.getStructTree()).children.length > 0,
  }
}

interface Run {
  text: string
  size: number
  left: number
  bottom: number
}

async function runsOf(page: PDFPageProxy): Promise<Run[]> {
  const { items } = await page.getTextContent()
  return items.flatMap((item) => {
    if (!('str' in item)) return []
    const [, , skew, height, left = 0, bottom = 0] = item.transform.map(Number)
    return [{ text: item.str, size: Math.hypot(skew ?? 0, height ?? 0), left, bottom }]
  })
}

const isInside =
  ([left, bottom, right, top]: Link['rect']) =>
  (run: Run) =>
    run.left >= left - 1 && run.left < right && run.bottom > bottom && run.bottom < top

const wordsOf = (runs: readonly Run[]) =>
  runs
    .map(({ text }) => text)
    .join(' ')
    .trim()

/** Points from the lower edge of the paper to the least lower margin. */
const LOWER_MARGIN = 28
