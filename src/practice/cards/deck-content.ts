/** The cards as the server renders them: read from the content, in the order of the areas. Not for the browser. */
import { areaOf, getAreas, getConcepts, getQuestionsByArea, slugOf, targetOf, type Question } from '../../content.ts'
import { answerParts } from '../../manuscript/answer.ts'
import { inlineHtml } from '../../manuscript/current.ts'
import { ANSWER_PARTS } from '../../schemas/question.ts'
import { CHAPTERS, checkCard, followUpCard, questionCard, type Card } from './card.ts'

/** A card with its words as HTML. */
export interface WrittenCard extends Card {
  ask: string
  answer: string
}

/** A question with its follow-ups, or the self-checks of a chapter. */
export interface CardSet {
  title: string
  /** Address of the question or the chapter, with the base path. */
  href: string
  cards: WrittenCard[]
}

export interface DeckArea {
  /** Name of the area; `chapters` for the self-checks. */
  id: string
  title: string
  sets: CardSet[]
}

/** Every card there is. */
export async function getDeck(): Promise<DeckArea[]> {
  const areas = (await getQuestionsByArea()).map(({ area: { id, title }, questions }) => ({
    ...{ id, title },
    sets: questions.map(questionSet),
  }))
  return [...areas, { id: CHAPTERS, title: 'Chapters', sets: await chapterSets() }]
}

/** Ids, areas and places of all cards, in the order of the content: what `progressByArea` wants. */
export const getCards = async (): Promise<Card[]> =>
  (await getDeck()).flatMap(({ sets }) =>
    sets.flatMap(({ cards }) => cards.map(({ id, area, top }) => ({ id, area, top }))),
  )

/** Areas of cards with their titles, the chapters last. */
export const getCardAreas = () => [
  ...getAreas().map(({ id, title }) => ({ id, title })),
  { id: CHAPTERS, title: 'Chapters' },
]

const html = (text: string) => inlineHtml(text, import.meta.env.BASE_URL)

/** Blocks stay as they are, a line becomes a paragraph. */
function paragraphs(text: string): string {
  const found = html(text)
  return /^<(?:p|ul|ol|pre|table|blockquote)\b/.test(found) ? found : `<p>${found}</p>`
}

function questionSet(question: Question): CardSet {
  const slug = slugOf(question)
  const area = areaOf(question)
  const { title, prompt, top, followUps } = question.data
  const parts = answerParts(question.body ?? '').slice(0, ANSWER_PARTS.length)
  const answer = parts.map((part) => `<h4>${part.title}</h4>${paragraphs(part.text)}`).join('')
  return {
    title,
    href: targetOf(`question:${slug}`).href,
    cards: [
      { id: questionCard(slug), area, top, ask: html(prompt), answer },
      ...followUps.map(({ id, ask, answer, trap }) => ({
        ...{ id: followUpCard(slug, id), area, ask: html(ask) },
        answer: `${trap ? '<h4>The trap</h4>' : ''}${paragraphs(answer)}`,
      })),
    ],
  }
}

async function chapterSets(): Promise<CardSet[]> {
  const concepts = await getConcepts()
  return concepts.map(({ id: concept, data }) => ({
    title: data.title,
    href: targetOf(`concept:${concept}`).href,
    cards: data.checks.map(({ id, ask, answer }) => ({
      ...{ id: checkCard(concept, id), area: CHAPTERS, ask: html(ask), answer: paragraphs(answer) },
    })),
  }))
}
