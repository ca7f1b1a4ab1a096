/** The pages that both sites are built from: the brief's own sections, or any number of generated ones. */
import { join, resolve } from 'node:path'
import { targetsOf, type Targets } from '../src/manuscript/addresses.ts'
import { entriesOf, readManuscript, type Manuscript } from '../src/manuscript/manuscript.ts'
import { LISTS, type Section } from '../src/schemas/section.ts'
import { between, seeded, type Chance } from './random.ts'
import { ownWords, wordSource } from './words.ts'

/** A page in plain Markdown, headings from `##` down. */
export interface BenchPage {
  slug: string
  title: string
  summary: string
  list: Section['list']
  body: string
}

const SEED = 20_261_122
const CONTENT = join(resolve(import.meta.dirname, '..'), 'content')

/** The pages of a site of that size: the brief itself where it has so many, else generated ones. */
export function pagesOf(size: number): BenchPage[] {
  const brief = briefPages()
  return brief.length === size ? brief : generatedPages(size)
}

/** The brief's own sections without the components that only the guide has. */
function briefPages(): BenchPage[] {
  const manuscript = ownManuscript()
  const targets = targetsOf(manuscript)
  return entriesOf(manuscript, 'section')
    .filter(({ data }) => !data.added)
    .toSorted((a, b) => a.data.order - b.data.order)
    .map(({ id, data, body }) => ({ slug: id, ...data, list: data.list, body: plainMarkdown(body, targets) }))
}

/** Generated pages; the first ones of a longer series are the pages of a shorter one. */
function generatedPages(count: number): BenchPage[] {
  const own = ownWords(ownManuscript())
  return Array.from({ length: count }, (_, at) => {
    const chance = seeded(SEED + at)
    const draw = wordSource(chance, own)
    return {
      slug: `page-${String(at + 1).padStart(5, '0')}`,
      title: phrase(draw, between(chance, 2, 4)),
      summary: `${phrase(draw, 12).slice(0, 140)}.`,
      // The guide has a page for each of its lists, so some sections have to carry them.
      list: LISTS[at],
      body: generatedBody(chance, draw),
    }
  })
}

function ownManuscript(): Manuscript {
  const manuscript = readManuscript(CONTENT)
  const [problem] = manuscript.problems
  if (problem) throw new Error(`${problem.file}:${problem.line}: ${problem.found}; the bench needs sound content`)
  return manuscript
}

function plainMarkdown(body: string, targets: Targets): string {
  return body
    .replace(/<\/?[A-Z][^>]*>/g, '')
    .replace(/\[([^\]]*)\]\(([a-z]+:[a-z0-9-]+)\)/g, (_, text: string, reference: string) => {
      return text || (targets.get(reference)?.title ?? reference)
    })
    .trim()
}

function generatedBody(chance: Chance, draw: () => string): string {
  const sections = Array.from({ length: between(chance, 4, 6) }, () => {
    const paragraphs = Array.from({ length: between(chance, 2, 3) }, () => paragraph(chance, draw))
    return [`## ${phrase(draw, between(chance, 2, 4))}`, ...paragraphs].join('\n\n')
  })
  return [paragraph(chance, draw), ...sections].join('\n\n')
}

function paragraph(chance: Chance, draw: () => string): string {
  const sentences = Array.from({ length: between(chance, 2, 4) }, () => `${phrase(draw, between(chance, 7, 17))}.`)
  return sentences.join(' ')
}

function phrase(draw: () => string, words: number): string {
  const text = Array.from({ length: words }, draw).join(' ')
  return text.charAt(0).toUpperCase() + text.slice(1)
}
