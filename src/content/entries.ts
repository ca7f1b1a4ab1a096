/** Every list a page may ask for, in the order in which it is read. */
import { getEntry, render } from 'astro:content'
import { anchorOf } from '../manuscript/addresses.ts'
import { readFigures } from '../manuscript/bench.ts'
import { currentManuscript } from '../manuscript/current.ts'
import type { DataOf, FolderKind, Kind, SingleKind } from '../manuscript/kinds.ts'
import { entriesOf, type Entry } from '../manuscript/manuscript.ts'
import type { Section as SectionFields } from '../schemas/section.ts'

export type Section = Entry<'section'>
export type Question = Entry<'question'>
export type Concept = Entry<'concept'>
export type Story = Entry<'story'>
export type Sheet = Entry<'sheet'>

const allOf = <K extends Kind>(kind: K) => entriesOf(currentManuscript(), kind)
const dataOf = <K extends Kind>(kind: K) => allOf(kind).map(({ data }) => data)

function only<K extends SingleKind>(kind: K): DataOf<K> {
  const [data] = dataOf(kind)
  if (!data) throw new Error(`there is no ${kind}`)
  return data
}

/** Whose guide this is. */
export const getGuide = () => only('guide')
/** The sprint before the interview. */
export const getPlan = () => only('plan')
export const getAreas = () => dataOf('area')
export const getBlanks = () => dataOf('blank')
export const getAsks = () => dataOf('ask')
export const getRedFlags = () => dataOf('flag')
export const getPaths = () => dataOf('path')
export const getWhys = () => dataOf('why')
/** Dimensions on which a mock interview is rated. */
export const getDimensions = () => dataOf('dimension')
/** Phases of a mock interview. */
export const getPhases = () => dataOf('phase')
/** Parts of the sample service that the guide shows. */
export const getRegions = () => currentManuscript().regions
/** What the service's bench measured. */
export const getFigures = () => readFigures()

export const getSections = () => allOf('section')
/** Questions by area, in the order of the areas, and by their own order inside. A question's folder is its area. */
export const getQuestions = () => getQuestionsByArea().flatMap(({ questions }) => questions)
export const getConcepts = () => allOf('concept')
export const getStories = () => allOf('story')
export const getSheets = () => allOf('sheet')

/** Questions under their areas, in the order of the areas. */
export function getQuestionsByArea() {
  const questions = Map.groupBy(allOf('question'), ({ folder }) => folder)
  return getAreas().map((area) => ({ area, questions: questions.get(area.id) ?? [] }))
}

/** A question's place among all of them, from 1. */
export const numberOf = (question: Question): number => getQuestions().findIndex(({ id }) => id === question.id) + 1

/** The questions to rehearse first, in their order. */
export const getTopQuestions = () =>
  getQuestions()
    .filter(({ data }) => data.top !== undefined)
    .toSorted((a, b) => (a.data.top ?? 0) - (b.data.top ?? 0))

/** Asks under their groups, in the order in which the groups first appear. */
export const getAskGroups = () => grouped(getAsks())
/** What was found about the claims of the brief, under their groups. */
export const getClaimGroups = () => grouped(dataOf('claim'))
/** Whys under their groups, in the order in which the groups first appear. */
export const getWhyGroups = () => grouped(getWhys())

function grouped<T extends { group: string }>(items: readonly T[]) {
  const groups = Map.groupBy(items, ({ group }) => group)
  return [...groups].map(([title, items]) => ({ id: anchorOf(title), title, items }))
}

export const getConcept = (id: string) => found('concept', id)
export const getStory = (id: string) => found('story', id)
export const getSheet = (id: string) => found('sheet', id)
export const getPicture = (id: string) => found('picture', id)

/** The check of the content has told the author before, if there is none. */
function found<K extends Kind>(kind: K, id: string): Entry<K> {
  const entry = allOf(kind).find((one) => one.id === id)
  if (!entry) throw new Error(`"${id}" is no ${kind}`)
  return entry
}

/** Concepts and stories that a question leans on. */
export const relatedTo = ({ data }: Question) => ({
  concepts: data.concepts.map(getConcept),
  stories: data.stories.map(getStory),
})

/** Questions that lean on a concept or tell a story, in reading order. */
export const questionsWith = (field: 'concepts' | 'stories', id: string) =>
  getQuestions().filter(({ data }) => data[field].includes(id))

/** The section that carries a list, and so is the list's own page. */
export function getSectionWith(list: NonNullable<SectionFields['list']>): Section {
  const section = getSections().find(({ data }) => data.list === list)
  if (!section) throw new Error(`there is no section with "list: ${list}"`)
  return section
}

/** The text below the fields, made HTML by Astro. */
export async function renderBody({ kind, id }: Entry<FolderKind>) {
  const entry = await getEntry(kind, id)
  if (!entry) throw new Error(`the ${kind} "${id}" is in no collection`)
  return render(entry)
}
