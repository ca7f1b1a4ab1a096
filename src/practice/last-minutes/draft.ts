/** All lines that the guide has for the last minutes, each in its wordings, and the default that fits. */
import {
  getAsks,
  getBlanks,
  getGuide,
  getQuestions,
  getRedFlags,
  getStories,
  slugOf,
  type Question,
  type Story,
} from '../../content.ts'
import { answerParts } from '../../manuscript/answer.ts'
import { inlineHtml } from '../../manuscript/current.ts'
import { ANSWER_PARTS } from '../../schemas/question.ts'
import { FIRST_AUDIENCE } from '../asks/ask.ts'
import { suggest } from '../asks/suggest.ts'
import { fit, MOST_WORDS, wordsIn, type Line } from './last-minutes.ts'
import { boldSentence, firstSentence } from './sentence.ts'
import { byWeakness, WEAKEST } from './weakest.ts'

interface DraftWording {
  rank: number
  html: string
  /** Whether it also serves when the line is told in the candidate's own words: a title does. */
  always?: boolean
}

export interface DraftLine {
  /** Unique on the page; the element finds the line by it. */
  name: string
  wordings: DraftWording[]
  /** Ranks of the wordings in the candidate's own words, if he may have any. */
  own?: number[]
  /** Stands before his own words. */
  label?: string
  /** What the element needs to know of it. */
  data?: Record<string, string | undefined>
  /** Whether it is a line only if the candidate's own data say so. */
  spare?: boolean
}

export interface Part {
  id: string
  title: string
  lines: DraftLine[]
}

/**
 * When each wording is taken. First every line in its shortest form, then the pitch, the headlines, the weak answers and
 * the messages in full; what is left goes to the rest.
 */
const RANK = { least: 10, pitch: 20, headline: 21, weak: 22, message: 23, logistics: 30, ask: 40, rest: 50 } as const

const base = import.meta.env.BASE_URL
const wording = (rank: number, markdown: string) => ({ rank, html: inlineHtml(markdown, base) })

/** Several wordings, one that says no more than the one before it left out. */
const wordings = (...all: [rank: number, markdown: string][]) =>
  all.filter(([, text], at) => all[at - 1]?.[1] !== text).map(([rank, text]) => wording(rank, text))

export async function partsOfPage(): Promise<Part[]> {
  const { pitch, messages } = getGuide()
  return [
    {
      ...{ id: 'pitch', title: 'Say this first' },
      lines: [{ name: 'pitch', wordings: wordings([RANK.least, firstSentence(pitch)], [RANK.pitch, pitch]) }],
    },
    {
      ...{ id: 'messages', title: 'Remember' },
      lines: messages.map((text, at) => ({
        name: `message-${at}`,
        wordings: wordings([RANK.least, boldSentence(text)], [RANK.message, text]),
      })),
    },
    { id: 'stories', title: 'Stories', lines: storyLines(await getStories()) },
    { id: 'answers', title: 'Weakest answers', lines: answerLines(await getQuestions()) },
    { id: 'asks', title: 'Ask them', lines: askLines() },
    { id: 'flags', title: 'Red flags', lines: flagLines() },
    { id: 'logistics', title: 'Logistics', lines: logisticsLines() },
  ]
}

function storyLines(stories: readonly Story[]): DraftLine[] {
  const full = stories.filter(({ data }) => !data.outline).slice(0, 3)
  return stories.map((story, place) => ({
    name: `story-${story.id}`,
    wordings: [
      { ...wording(RANK.least, `**${story.data.title}**`), always: true },
      // An outline asks the candidate; there is nothing to say until he has answered.
      ...(story.data.outline ? [] : [wording(RANK.headline, story.data.headline)]),
    ],
    // His first sentence is the headline; whatever he says after it comes after the weak answers.
    own: [RANK.headline, RANK.rest],
    data: {
      ...{ 'data-story': story.id, 'data-place': String(place) },
      'data-outline': story.data.outline ? '' : undefined,
    },
    spare: !full.includes(story),
  }))
}

function answerLines(questions: readonly Question[]): DraftLine[] {
  const asked = questions.map((question) => ({ id: slugOf(question), top: question.data.top }))
  const order = byWeakness(asked, new Map())
  const lines = questions.map((question): DraftLine => {
    const said = answerParts(question.body ?? '').find(({ title }) => title === ANSWER_PARTS[0])?.text ?? ''
    const { title, top } = question.data
    return {
      name: `answer-${slugOf(question)}`,
      wordings: wordings([RANK.least, `**${title}**`], [RANK.weak, `**${title}:** ${firstSentence(said)}`]),
      data: { 'data-question': slugOf(question), 'data-top': top?.toString() },
      spare: order.indexOf(slugOf(question)) >= WEAKEST,
    }
  })
  const place = ({ data }: DraftLine) => order.indexOf(data?.['data-question'] ?? '')
  return lines.toSorted((a, b) => place(a) - place(b))
}

function askLines(): DraftLine[] {
  const suggested = suggest(getAsks(), FIRST_AUDIENCE, () => false)
  return getAsks().map(({ id, title, ask, group, audience, chosen }, place) => ({
    name: `ask-${id}`,
    wordings: wordings([RANK.least, title], [RANK.ask, ask]),
    data: {
      ...{ 'data-ask': id, 'data-group': group, 'data-audience': audience.join(' '), 'data-place': String(place) },
      'data-chosen': chosen ? '' : undefined,
    },
    spare: !suggested.includes(id),
  }))
}

const flagLines = () =>
  getRedFlags().map(({ id, flag, short }): DraftLine => ({
    name: `flag-${id}`,
    wordings: wordings([RANK.least, short ?? flag]),
  }))

/** The first three lines say when, where and with whom; they are there even if nothing is filled in yet. */
function logisticsLines(): DraftLine[] {
  return getGuide().logistics.map(({ label, text }, at) => {
    const blank = /^\[\]\(blank:[a-z0-9-]+\)/.exec(text)?.[0]
    const said = (words: string) => `**${label}** ${words}`
    const rank = at < 3 ? RANK.least : RANK.logistics
    return {
      name: `logistics-${at}`,
      wordings: wordings([rank, said(blank ?? firstSentence(text))], [RANK.rest, said(text)]),
      ...(blank?.includes('interview-time') ? { own: [rank], label, data: { 'data-when': '' } } : {}),
    }
  })
}

/** Words that an HTML text shows. */
const wordsOf = (html: string) => wordsIn(html.replace(/<[^>]*>/g, '').replace(/&[#\w]+;/g, "'"))

/** Words that are left for the lines once title and headings stand there. */
export const roomFor = (title: string, parts: readonly Part[]): number =>
  MOST_WORDS - wordsIn([title, ...parts.map((part) => part.title)].join(' '))

/** The wording of each line that fits, by the line's name, while nothing is known of the candidate. */
export function defaultOf(parts: readonly Part[], room: number): Map<string, number | undefined> {
  const lines = parts.flatMap((part) => part.lines).filter(({ spare }) => !spare)
  const lengths = lines.map((line): Line => line.wordings.map(({ rank, html }) => ({ rank, words: wordsOf(html) })))
  const taken = fit(lengths, room)
  return new Map(lines.map(({ name }, at) => [name, taken[at]]))
}

/** A link for every blank, by which the element puts blanks into the candidate's own words. */
export const blankLinks = () => getBlanks().map(({ id }) => inlineHtml(`[](blank:${id})`, base))
