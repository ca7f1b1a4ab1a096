/**
 * Every list a page may ask for, in the order in which it is read. References are resolved here, and one that leads
 * nowhere throws: Astro itself would only log it.
 */
import { getCollection, type CollectionEntry } from 'astro:content'
import { sectionAddress, withBase } from './manuscript/addresses.ts'
import { readFigures } from './manuscript/bench.ts'
import { currentManuscript, markdownOptions } from './manuscript/current.ts'
import { entriesOf } from './manuscript/manuscript.ts'
import { minutesForWords, minutesToRead } from './manuscript/reading-time.ts'
import type { DataOf, ListKind, SingleKind } from './manuscript/rooms.ts'
import { countWords } from './manuscript/words.ts'

export type Section = CollectionEntry<'sections'>
export type Question = CollectionEntry<'questions'>
export type Concept = CollectionEntry<'concepts'>
export type Story = CollectionEntry<'stories'>
export type Sheet = CollectionEntry<'sheets'>

/** What a page can be about; also the filter of the search. */
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

const base = import.meta.env.BASE_URL
const href = (address: string) => withBase(base, address)

/** Keeps an answer for the whole build; while an author edits it is asked for anew. */
function keptInBuild<T>(ask: () => Promise<T>): () => Promise<T> {
  let kept: Promise<T> | undefined
  return () => (import.meta.env.PROD ? (kept ??= ask()) : ask())
}

const byOrder = (a: { data: { order: number } }, b: { data: { order: number } }) => a.data.order - b.data.order

/** Items of a YAML list in the order of the file; Astro's collections would sort them by name. */
const listOf = <K extends ListKind | SingleKind>(kind: K) =>
  entriesOf(currentManuscript(base), kind).map(({ data }) => data)

function only<K extends SingleKind>(kind: K): DataOf<K> {
  const [data] = listOf(kind)
  if (!data) throw new Error(`content/${kind}.yaml is missing`)
  return data
}

/** Whose guide this is. */
export const getGuide = () => only('guide')
/** The sprint before the interview. */
export const getPlan = () => only('plan')
export const getAreas = () => listOf('area')
export const getBlanks = () => listOf('blank')
export const getAsks = () => listOf('ask')
export const getRedFlags = () => listOf('flag')
export const getPaths = () => listOf('path')
export const getWhys = () => listOf('why')
/** Dimensions on which a mock interview is rated. */
export const getDimensions = () => listOf('dimension')
/** Phases of a mock interview; their areas and dimensions exist. */
export function getPhases() {
  const [areas, dimensions] = [getAreas(), getDimensions()].map((list) => new Set(list.map(({ id }) => id)))
  const phases = listOf('phase')
  for (const { id, ...phase } of phases) {
    const unknown = [
      ...phase.areas.filter((one) => !areas?.has(one)),
      ...phase.rates.filter((one) => !dimensions?.has(one)),
    ]
    if (unknown.length > 0) throw new Error(`the phase "${id}" names ${unknown.join(', ')}, which does not exist`)
  }
  return phases
}
/** Parts of the sample service that the guide shows. */
export const getRegions = () => currentManuscript(base).regions

export const getSections = keptInBuild(async () => (await getCollection('sections')).toSorted(byOrder))
/** Questions by area, in the order of the areas, and by their own order inside. */
export const getQuestions = keptInBuild(async () => {
  const questions = Map.groupBy((await getCollection('questions')).toSorted(byOrder), areaOf)
  return getAreas().flatMap(({ id }) => questions.get(id) ?? [])
})
export const getConcepts = keptInBuild(async () => (await getCollection('concepts')).toSorted(byOrder))
export const getStories = keptInBuild(async () => (await getCollection('stories')).toSorted(byOrder))
export const getSheets = keptInBuild(async () => (await getCollection('sheets')).toSorted(byOrder))
const getPictures = keptInBuild(() => getCollection('pictures'))

/** A question's area: the folder it lies in. */
export const areaOf = ({ id }: Question): string => id.slice(0, id.lastIndexOf('/'))
/** A question's place among all of them, from 1. */
export const numberOf = async (question: Question): Promise<number> =>
  (await getQuestions()).findIndex(({ id }) => id === question.id) + 1
/** A question's name in addresses: its file name. */
export const slugOf = ({ id }: Question): string => id.slice(id.lastIndexOf('/') + 1)

/** Questions under their areas, in the order of the areas. */
export async function getQuestionsByArea() {
  const questions = await getQuestions()
  return getAreas().map((area) => ({ area, questions: questions.filter((question) => areaOf(question) === area.id) }))
}

/** The eight questions to rehearse first, in their order. */
export const getTopQuestions = async () =>
  (await getQuestions())
    .filter(({ data }) => data.top !== undefined)
    .toSorted((a, b) => (a.data.top ?? 0) - (b.data.top ?? 0))

/** Asks under their groups, in the order in which the groups first appear. */
export const getAskGroups = () => grouped(getAsks())
/** What was found about the claims of the brief, under their groups. */
export const getClaimGroups = () => grouped(listOf('claim'))
/** Whys under their groups, in the order in which the groups first appear. */
export const getWhyGroups = () => grouped(getWhys())

function grouped<T extends { group: string }>(items: readonly T[]) {
  const groups = Map.groupBy(items, ({ group }) => group)
  return [...groups].map(([title, items]) => ({ id: title.toLowerCase().replace(/[^a-z0-9]+/g, '-'), title, items }))
}

export const getConcept = async (id: string) => found(await getConcepts(), id, 'concept')
export const getStory = async (id: string) => found(await getStories(), id, 'story')
export const getSheet = async (id: string) => found(await getSheets(), id, 'sheet')
export const getPicture = async (id: string) => found(await getPictures(), id, 'picture')
/** What the service's bench measured. */
export const getFigures = () => readFigures()

function found<E extends { id: string }>(entries: readonly E[], id: string, kind: string): E {
  const entry = entries.find((candidate) => candidate.id === id)
  if (!entry) throw new Error(`"${id}" is no ${kind}; known are ${entries.map((known) => known.id).join(', ')}`)
  return entry
}

/** Concepts and stories that a question leans on. */
export async function relatedTo(question: Question) {
  const [concepts, stories] = await Promise.all([
    Promise.all(question.data.concepts.map(getConcept)),
    Promise.all(question.data.stories.map(getStory)),
  ])
  return { concepts, stories }
}

/** Questions that lean on a concept or tell a story, in reading order. */
export const questionsWith = async (field: 'concepts' | 'stories', id: string) =>
  (await getQuestions()).filter(({ data }) => data[field].includes(id))

/** Where a reference such as `sheet:star` leads, and what it is called. */
export function targetOf(reference: string): { href: string; title: string } {
  const target = markdownOptions(base).targets.get(reference)
  if (!target) throw new Error(`the reference "${reference}" leads nowhere`)
  return { href: href(target.address), title: target.title }
}

/** Every page of the guide in reading order: each section, and after it what its list holds; the sheets last. */
export const getReadingOrder = keptInBuild(async (): Promise<Page[]> => {
  const [sections, lists, sheets] = await Promise.all([getSections(), getListPages(), getSheets()])
  return [
    ...sections.flatMap((section) => [sectionPage(section, lists), ...(lists[section.data.list ?? ''] ?? [])]),
    ...sheets.map((sheet) => pageOf('sheet', sheet.id, sheet.data.title, minutesToRead(sheet.body ?? ''))),
  ]
})

const getPlaces = keptInBuild(async () => {
  const pages = await getReadingOrder()
  return new Map(pages.map((page, at) => [page.reference, { page, previous: pages[at - 1], next: pages[at + 1] }]))
})

async function getListPages(): Promise<Record<string, Page[]>> {
  const [questions, concepts, stories] = await Promise.all([getQuestions(), getConcepts(), getStories()])
  return {
    questions: questions.map((entry) =>
      pageOf('question', slugOf(entry), entry.data.title, minutesToRead(questionText(entry))),
    ),
    concepts: concepts.map((entry) => pageOf('concept', entry.id, entry.data.title, minutesToRead(conceptText(entry)))),
    stories: stories.map((entry) => pageOf('story', entry.id, entry.data.title, minutesForWords(storyWords(entry)))),
  }
}

const askedText = (asked: readonly { ask: string; answer: string }[]) =>
  asked.map(({ ask, answer }) => `${ask}\n${answer}`)

/** Everything that is read on a question's page. */
const questionText = ({ data, body = '' }: Question) =>
  [data.prompt, data.asking, body, ...askedText(data.followUps), ...Object.values(data.differs), ...data.mistakes].join(
    '\n',
  )

const conceptText = ({ data, body = '' }: Concept) => [body, ...askedText(data.checks)].join('\n')

const storyWords = ({ data, body }: Story) =>
  countWords([data.headline, data.situation, data.task, data.action, data.result, body].join('\n'))

const sectionPage = (section: Section, lists: Record<string, Page[]>): Page => ({
  kind: section.data.list === 'asks' ? 'ask' : 'section',
  reference: `section:${section.id}`,
  href: href(sectionAddress(section.id, section.data.list)),
  title: section.data.title,
  minutes: minutesToRead(section.body ?? '') + (section.data.list && !lists[section.data.list] ? 2 : 0),
})

const pageOf = (
  kind: 'question' | 'concept' | 'story' | 'sheet',
  id: string,
  title: string,
  minutes: number,
): Page => ({
  kind,
  reference: `${kind}:${id}`,
  href: targetOf(`${kind}:${id}`).href,
  title,
  minutes,
})

/** The page a reference names, with its neighbours in reading order. */
export async function getPlace(reference: string) {
  const place = (await getPlaces()).get(reference)
  if (!place) throw new Error(`"${reference}" has no place in the reading order`)
  return place
}

/** The section that carries a list, and so is the list's own page. */
export async function getSectionWith(list: NonNullable<Section['data']['list']>): Promise<Section> {
  const section = (await getSections()).find(({ data }) => data.list === list)
  if (!section) throw new Error(`no section in content/brief/ has "list: ${list}"`)
  return section
}
