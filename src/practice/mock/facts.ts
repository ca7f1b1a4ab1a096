/**
 * What the elements of a mock interview reckon with. `MockElements.astro` writes it into the page, once and as JSON; the
 * words that are read stand in the markup.
 */
import type { Phase } from '../../schemas/phase.ts'
import type { Question } from '../../schemas/question.ts'
import type { Dimension } from '../../schemas/rubric.ts'

export interface MockFacts {
  /** In the order of the interview; the last one is the debrief. */
  phases: readonly PhaseFacts[]
  /** In the order of the rubric. */
  dimensions: readonly DimensionFacts[]
  /** Names of the levels, from 1 to 4. */
  levels: readonly string[]
}

export interface PhaseFacts extends Pick<Phase, 'id' | 'title' | 'minutes' | 'rates'> {
  /** Asked in every interview, in this order. */
  fixed: readonly QuestionFacts[]
  /** Drawn for the rest of the time. */
  drawn: readonly GuideQuestion[]
  /** How long an answer should be; left out where none has a target. */
  target?: Target | undefined
}

export interface QuestionFacts extends Pick<Question, 'level'> {
  id: string
  /** Minutes that it takes with its follow-ups. */
  minutes: number
  /** Whether it is one of the eight to rehearse first. */
  top: boolean
  /** Ids of what to ask next, the trap first. */
  followUps: readonly string[]
}

/** A question that stands in the guide, and so among the cards. */
export interface GuideQuestion extends QuestionFacts {
  area: string
  concepts: readonly string[]
  /** Address of its page. */
  href: string
}

export interface DimensionFacts extends Pick<Dimension, 'id' | 'title' | 'drill'> {
  /** What the pass line looks like. */
  strong: string
}

/** Bounds of an answer's length in seconds. */
export interface Target {
  from: number
  to: number
}

/** Id of the element that holds them. */
export const FACTS = 'mock-facts'

/** All that can be asked, phase by phase. */
export const questionsOf = ({ phases }: MockFacts): QuestionFacts[] =>
  phases.flatMap(({ fixed, drawn }) => [...fixed, ...drawn])

/** The title of a phase; its id where it left the guide. */
export const titleOf = ({ phases }: MockFacts, phase: string): string =>
  phases.find(({ id }) => id === phase)?.title ?? phase
