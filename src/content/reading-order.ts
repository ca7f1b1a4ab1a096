/** The guide as one text: every page after another, with its neighbours. */
import { currentManuscript } from '../manuscript/current.ts'
import type { Entry, Manuscript } from '../manuscript/manuscript.ts'
import type { Markdown } from '../manuscript/plain-text.ts'
import { minutesToRead } from '../manuscript/reading-time.ts'
import {
  getConcepts,
  getQuestions,
  getSections,
  getSheets,
  getStories,
  type Concept,
  type Question,
  type Section,
  type Story,
} from './entries.ts'
import { targetOf } from './targets.ts'

/** What a page holds, by which the search filters; the section of the questions to ask is an `ask`. */
export type PageKind = 'section' | 'question' | 'concept' | 'story' | 'sheet' | 'ask'

/** A page in the reading order. */
export interface Page {
  kind: PageKind
  /** Reference that words use for it: `concept:redis`. */
  reference: string
  /** Address with the base path. */
  href: string
  title: string
  /** Minutes to read, at least one. */
  minutes: number
}

const known = new WeakMap<Manuscript, readonly Page[]>()

/** Every page of the guide in reading order: each section, and after it what its list holds; the sheets last. */
export function getReadingOrder(): readonly Page[] {
  const manuscript = currentManuscript()
  const pages = known.get(manuscript) ?? readingOrder()
  known.set(manuscript, pages)
  return pages
}

function readingOrder(): Page[] {
  const lists: Readonly<Record<string, Page[]>> = {
    questions: getQuestions().map((entry) => pageOf('question', entry, minutesToRead(...questionText(entry)))),
    concepts: getConcepts().map((entry) => pageOf('concept', entry, minutesToRead(...conceptText(entry)))),
    stories: getStories().map((entry) => pageOf('story', entry, minutesToRead(...storyText(entry)))),
  }
  return [
    ...getSections().flatMap((section) => {
      const list = lists[section.data.list ?? '']
      return [sectionPage(section, list === undefined), ...(list ?? [])]
    }),
    ...getSheets().map((sheet) => pageOf('sheet', sheet, minutesToRead(sheet))),
  ]
}

/** The page that a reference names, with its neighbours in reading order. */
export function getPlace(reference: string): { page: Page; previous: Page | undefined; next: Page | undefined } {
  const pages = getReadingOrder()
  const at = pages.findIndex((page) => page.reference === reference)
  const page = pages[at]
  if (!page) throw new Error(`"${reference}" has no place in the reading order`)
  return { page, previous: pages[at - 1], next: pages[at + 1] }
}

const askedText = (asked: readonly { ask: string; answer: string }[]) =>
  asked.flatMap(({ ask, answer }) => [ask, answer])

/** Everything that is read on a question's page. */
const questionText = (question: Question): Markdown[] => {
  const { prompt, asking, followUps, differs, mistakes } = question.data
  return [prompt, asking, question, ...askedText(followUps), ...Object.values(differs), ...mistakes]
}

const conceptText = (concept: Concept): Markdown[] => [concept, ...askedText(concept.data.checks)]

const storyText = (story: Story): Markdown[] => {
  const { headline, situation, task, action, result } = story.data
  return [headline, situation, task, action, result, story]
}

/** A list that has no pages of its own stands on the section's page and takes two minutes more. */
const sectionPage = (section: Section, hasListHere: boolean): Page => ({
  ...pageOf('section', section, minutesToRead(section) + (section.data.list && hasListHere ? 2 : 0)),
  kind: section.data.list === 'asks' ? 'ask' : 'section',
})

function pageOf(kind: PageKind, { id, data }: Entry<'section' | 'question' | 'concept' | 'story' | 'sheet'>, minutes: number): Page {
  const reference = `${kind}:${id}`
  return { kind, reference, href: targetOf(reference).href, title: data.title, minutes }
}
