/** The cards as they stand in the content, in the order of the areas, with their words. Not for the browser. */
import { getConcepts, getQuestionsByArea, type Question } from '../../content/entries.ts'
import { targetOf } from '../../content/targets.ts'
import { answerParts } from '../../manuscript/answer.ts'
import { inlineText, type InlineText } from '../../schemas/text.ts'
import { ANSWER_PARTS } from '../../schemas/question.ts'
import { CHAPTERS, checkCard, followUpCard, parentOf, questionCard, type Card, type Deck } from './card.ts'

/** A card with its words. */
export interface WrittenCard extends Card {
  ask: string
  answer: readonly { title?: string; text: InlineText }[]
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
export function getDeckAreas(): DeckArea[] {
  const areas = getQuestionsByArea().map(({ area: { id, title }, questions }) => ({
    id,
    title,
    sets: questions.map(questionSet),
  }))
  return [...areas, { id: CHAPTERS, title: 'Chapters', sets: chapterSets() }]
}

/** What the element reckons with: everything but the words. */
export function deckOf(areas: readonly DeckArea[], name: string): Deck {
  const sets = areas.flatMap(({ sets }) => sets)
  const cards = sets.flatMap(({ cards }) => cards)
  return {
    name,
    areas: Object.fromEntries(areas.map(({ id, title }) => [id, title])),
    pages: Object.fromEntries(
      sets.flatMap(({ title, href, cards }) => cards.map(({ id }) => [parentOf(id), { href, title }])),
    ),
    cards: cards.map(({ id, area, top }) => ({ id, area, top })),
  }
}

function questionSet(question: Question): CardSet {
  const slug = question.id
  const area = question.folder
  const { title, prompt, top, followUps } = question.data
  const answer = answerParts(question)
    .slice(0, ANSWER_PARTS.length)
    .map(({ title, text }) => ({ title, text: inlineText(text) }))
  return {
    title,
    href: targetOf(`question:${slug}`).href,
    cards: [
      { id: questionCard(slug), area, top, ask: prompt, answer },
      ...followUps.map(({ id, ask, answer: text, trap }) => ({
        id: followUpCard(slug, id),
        area,
        ask,
        answer: [trap ? { title: 'The trap', text } : { text }],
      })),
    ],
  }
}

function chapterSets(): CardSet[] {
  const concepts = getConcepts().filter(({ data }) => data.checks.length > 0)
  return concepts.map(({ id: concept, data }) => ({
    title: data.title,
    href: targetOf(`concept:${concept}`).href,
    cards: data.checks.map(({ id, ask, answer }) => ({
      id: checkCard(concept, id),
      area: CHAPTERS,
      ask,
      answer: [{ text: answer }],
    })),
  }))
}
