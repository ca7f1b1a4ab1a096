/** The first pages of the book: a cover, and the contents with the number of each chapter's page. */
import type { Page } from '@playwright/test'
import { targetsOf, withBase } from '../src/manuscript/addresses.ts'
import { entriesOf, type Manuscript } from '../src/manuscript/manuscript.ts'
import type { Chapter } from './pdf-book.ts'

/** A line of the contents: a chapter, or without an anchor a heading above some. */
export interface Line {
  title: string
  anchor?: string
  /** Place among its like, from 1. */
  number?: number
  /** Whether it stands under another line. */
  isNested: boolean
}

/** The lines of the contents: sections, and under them what they list, questions by their areas; the sheets last. */
export function contentsOf(chapters: readonly Chapter[], manuscript: Manuscript, base: string): Line[] {
  const targets = [...targetsOf(manuscript)].map(([reference, { address, title }]) => {
    return [withBase(base, address), { kind: reference.split(':')[0] ?? '', title }] as const
  })
  const kinds = new Map(targets)
  const headings = headingsOf(manuscript, base)
  const counts = new Map<string, number>()
  let above: string | undefined
  return chapters.flatMap(({ address, anchor }) => {
    const { kind = '', title = address } = kinds.get(address) ?? {}
    const number = (counts.get(kind) ?? 0) + 1
    counts.set(kind, number)
    const heading = headings.get(address)
    const isNew = heading !== undefined && heading !== above
    above = heading
    return [
      ...(isNew ? [{ title: heading, isNested: kind === 'question' }] : []),
      { title, anchor, number, isNested: kind !== 'section' },
    ]
  })
}

/** What stands above a chapter in the contents and is no chapter itself, by the chapter's address. */
function headingsOf(manuscript: Manuscript, base: string): Map<string, string> {
  const areas = new Map(entriesOf(manuscript, 'area').map(({ id, data }) => [id, data.title]))
  return new Map([
    ...entriesOf(manuscript, 'question').map(
      ({ id, folder }) => [withBase(base, `/questions/${id}/`), areas.get(folder) ?? folder] as const,
    ),
    ...entriesOf(manuscript, 'sheet').map(({ id }) => [withBase(base, `/sheets/${id}/`), 'Sheets to print'] as const),
  ])
}

const inWords = (date: Date) => date.toLocaleDateString('en-GB', { dateStyle: 'long' })

/** The sentences of the cover, from top to bottom. */
export function coverOf(manuscript: Manuscript, made: Date) {
  const guide = entriesOf(manuscript, 'guide')[0]?.data
  if (!guide) throw new Error('content/guide.yaml is missing')
  const { candidate, company, role, interview, checked } = guide
  return {
    what: 'Interview guide',
    company: company.name,
    role: role.title,
    team: `${role.team}, ${new Intl.ListFormat('en', { type: 'disjunction' }).format(role.places)}`,
    candidate: `For ${candidate.name}`,
    about: `The whole guide on paper: what to know, to practise and to bring for an interview of ${interview.minutes} minutes.`,
    dates: `Made on ${inWords(made)}. Facts last checked on ${inWords(new Date(`${checked}T12:00`))}.`,
    privacy: `Private notes of ${candidate.name}. They speak of gaps and of pay: do not pass them on.`,
  }
}

export type Cover = ReturnType<typeof coverOf>

/** Puts cover and contents before the chapters of the open book; the numbers are still missing. */
export async function addFront(page: Page, cover: Cover, lines: readonly Line[]): Promise<void> {
  await page.evaluate(insertFront, { cover, lines })
}

/** Writes the page numbers, by anchor, into the contents. Their column has its width already, so no line moves. */
export async function numberContents(page: Page, pages: ReadonlyMap<string, number>): Promise<void> {
  await page.locator('.contents a').evaluateAll((links, numbers) => {
    for (const link of links) {
      const number = numbers[link.getAttribute('href')?.slice(1) ?? '']
      link.querySelector('.at')?.replaceChildren(number === undefined ? '' : String(number))
    }
  }, Object.fromEntries(pages))
}

/** Runs in the browser, and so can use nothing of this module. */
function insertFront({ cover, lines }: { cover: Cover; lines: readonly Line[] }): void {
  const made = (tag: string, className: string, ...children: (Node | string)[]) => {
    const element = document.createElement(tag)
    if (className) element.className = className
    element.append(...children)
    return element
  }
  const front = made('section', 'cover')
  for (const [name, text] of Object.entries(cover)) front.append(made(name === 'company' ? 'h1' : 'p', name, text))
  const items = lines.map(({ title, number, anchor, isNested }) => {
    const item = made('li', isNested ? 'nested' : '')
    if (anchor === undefined) {
      item.append(made('span', 'heading', title))
      return item
    }
    const link = made(
      'a',
      '',
      made('span', 'number', `${number ?? ''}`),
      made('span', 'title', title),
      made('span', 'at'),
    )
    link.setAttribute('href', `#${anchor}`)
    item.append(link)
    return item
  })
  const contents = made('nav', 'contents', made('h1', '', 'Contents'), made('ol', '', ...items))
  document.querySelector('main')?.prepend(front, contents)
}
