/** All lines that the guide has for the last minutes, each in its wordings, and the default that fits. */
import {
  getAsks,
  getBlanks,
  getGuide,
  getQuestions,
  getRedFlags,
  getStories,
  type Question,
  type Story,
} from '../../content/entries.ts'
import { answerParts } from '../../manuscript/answer.ts'
import { inlineHtml } from '../../manuscript/current.ts'
import { plainHtml } from '../../manuscript/markdown.ts'
import { ANSWER_PARTS } from '../../schemas/question.ts'
import { inlineText } from '../../schemas/text.ts'
import { FIRST_AUDIENCE, suggest } from '../asks/asks.ts'
import { fit, MOST_WORDS, roomOf, wordsIn, type Line } from './fit.ts'
import type { LastMinutesFacts } from './last-minutes.ts'
import { boldSentence, firstSentence } from './sentence.ts'
import { byWeakness, WEAKEST, type Asked } from './weakest.ts'

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
  /** Ranks of the wordings in the candidate's own words, if there may be any. */
  own?: number[]
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
const htmlOf = (markdown: string) => inlineHtml(inlineText(markdown), base)
const bold = (words: string) => `<strong>${plainHtml(words)}</strong>`
const wording = (rank: number, html: string) => ({ rank, html })

/** Several wordings, one that says no more than the one before it left out. */
const wordings = (...all: [rank: number, html: string][]) =>
  all.filter(([, text], at) => all[at - 1]?.[1] !== text).map(([rank, text]) => wording(rank, text))

export function partsOfPage(): Part[] {
  const { pitch, messages } = getGuide()
  return [
    {
      id: 'pitch',
      title: 'Say this first',
      lines: [
        { name: 'pitch', wordings: wordings([RANK.least, htmlOf(firstSentence(pitch))], [RANK.pitch, htmlOf(pitch)]) },
      ],
    },
    {
      id: 'messages',
      title: 'Remember',
      lines: messages.map((text, at) => ({
        name: `message-${at}`,
        wordings: wordings([RANK.least, htmlOf(boldSentence(text))], [RANK.message, htmlOf(text)]),
      })),
    },
    { id: 'stories', title: 'Stories', lines: storyLines(getStories()) },
    { id: 'answers', title: 'Weakest answers', lines: answerLines(getQuestions()) },
    { id: 'asks', title: 'Ask them', lines: askLines() },
    { id: 'flags', title: 'Red flags', lines: flagLines() },
    { id: 'logistics', title: 'Logistics', lines: logisticsLines() },
  ]
}

function storyLines(stories: readonly Story[]): DraftLine[] {
  const full = stories.filter(({ data }) => !data.outline).slice(0, 3)
  return stories.map((story) => ({
    name: `story-${story.id}`,
    wordings: [
      { ...wording(RANK.least, bold(story.data.title)), always: true },
      // An outline asks the candidate; there is nothing to say until that is answered.
      ...(story.data.outline ? [] : [wording(RANK.headline, htmlOf(story.data.headline))]),
    ],
    // The first own sentence is the headline; whatever is said after it comes after the weak answers.
    own: [RANK.headline, RANK.rest],
    spare: !full.includes(story),
  }))
}

function answerLines(questions: readonly Question[]): DraftLine[] {
  const order = byWeakness(questions.map(asked), new Map())
  const sorted = questions.toSorted((a, b) => order.indexOf(a.id) - order.indexOf(b.id))
  return sorted.map((question, place) => {
    const said = answerParts(question).find(({ title }) => title === ANSWER_PARTS[0])?.text ?? ''
    const { title } = question.data
    return {
      name: `answer-${question.id}`,
      wordings: wordings(
        [RANK.least, bold(title)],
        [RANK.weak, `${bold(`${title}:`)} ${said && htmlOf(firstSentence(said))}`],
      ),
      spare: place >= WEAKEST,
    }
  })
}

const asked = (question: Question): Asked => ({ id: question.id, top: question.data.top })

function askLines(): DraftLine[] {
  const suggested = suggest(getAsks(), FIRST_AUDIENCE, () => false)
  return getAsks().map(({ id, title, ask }) => ({
    name: `ask-${id}`,
    wordings: wordings([RANK.least, plainHtml(title)], [RANK.ask, plainHtml(ask)]),
    spare: !suggested.includes(id),
  }))
}

const flagLines = () =>
  getRedFlags().map(({ id, flag, short }): DraftLine => ({
    name: `flag-${id}`,
    wordings: wordings([RANK.least, plainHtml(short ?? flag)]),
  }))

/** The first three lines say when, where and with whom; they are there even if nothing is filled in yet. */
function logisticsLines(): DraftLine[] {
  return getGuide().logistics.map(({ label, text }, at) => {
    const blank = /^\[\]\(blank:[a-z0-9-]+\)/.exec(text)?.[0]
    const said = (words: string) => `${bold(label)} ${htmlOf(words)}`
    const rank = at < 3 ? RANK.least : RANK.logistics
    return {
      name: `logistics-${at}`,
      wordings: wordings([rank, said(blank ?? firstSentence(text))], [RANK.rest, said(text)]),
    }
  })
}

/** Room that the words of an HTML text take. */
const roomOfHtml = (html: string) => roomOf(html.replace(/<[^>]*>/g, '').replace(/&[#\w]+;/g, "'"))

/** Words that are left for the lines once title and headings stand there. */
export const roomFor = (title: string, parts: readonly Part[]): number =>
  MOST_WORDS - wordsIn([title, ...parts.map((part) => part.title)].join(' '))

/** The wording of each line that fits, by the line's name, while nothing is known of the candidate. */
export function defaultOf(parts: readonly Part[], room: number): Map<string, number | undefined> {
  const lines = parts.flatMap((part) => part.lines).filter(({ spare }) => !spare)
  const lengths = lines.map((line): Line => line.wordings.map(({ rank, html }) => ({ rank, words: roomOfHtml(html) })))
  const taken = fit(lengths, room)
  return new Map(lines.map(({ name }, at) => [name, taken[at]]))
}

/** A link for every blank, by which the element puts blanks into the candidate's own words. */
export const blankLinks = () => getBlanks().map(({ id }) => htmlOf(`[](blank:${id})`))

/** What the element reckons with. */
export function factsOf(parts: readonly Part[], room: number): LastMinutesFacts {
  const lines = parts.flatMap((part) => part.lines)
  return {
    room,
    lines: lines.map(({ name, wordings, own = [] }) => ({
      name,
      wordings: [
        ...wordings.map(({ rank, always }) => ({ rank, tells: always ? ('both' as const) : ('guide' as const) })),
        ...own.map((rank) => ({ rank, tells: 'own' as const })),
      ],
    })),
    stories: getStories().map(({ id, data }) => ({ id, isOutline: data.outline })),
    questions: getQuestions().map(asked),
    asks: getAsks().map(({ id, group, audience, chosen }) => ({ id, group, audience, chosen })),
  }
}
