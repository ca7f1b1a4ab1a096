/** The report of a mock interview, and its Markdown. Its sentences come from the page. */
import { titleOf, type MockFacts } from '../facts.ts'
import { ratingOf, type Mock } from '../mock.ts'
import { judgedIn, type Debrief } from './gap.ts'

export interface Report {
  title: string
  /** Date, length and code, in a line. */
  facts: string
  phases: {
    title: string
    ratings: { dimension: string; level: string }[]
    questions: { prompt: string; minutes: number; note: string }[]
  }[]
  /** The first gap with what to do about it, or that there is none; a paragraph each. */
  gap: string[]
  /** Titles of the cards that drill it. */
  drill: string[]
  /** What one mock does not prove. */
  caution: string
}

/** Where the words come from that no mock keeps. */
interface Words extends Pick<Report, 'title' | 'caution'> {
  promptOf: (question: string) => string
  noteOf: (question: string) => string
  cardOf: (card: string) => string
}

/** The report of what was reached, phase by phase. */
export function reportOf(mock: Mock, { gap, cards }: Debrief, facts: MockFacts, words: Words): Report {
  const began = new Date(mock.started).toLocaleString('en-GB', { dateStyle: 'long', timeStyle: 'short' })
  const phases = mock.agenda.map(({ phase, slots }) => ({
    title: titleOf(facts, phase),
    ratings: judgedIn(facts).flatMap((judged) => {
      const level = judged.phase === phase ? mock.ratings[ratingOf(judged)] : undefined
      const { title = '' } = facts.dimensions.find(({ id }) => id === judged.dimension) ?? {}
      return level === undefined ? [] : [{ dimension: title, level: facts.levels[level - 1] ?? '' }]
    }),
    questions: slots
      .filter(({ question }) => mock.reached.includes(question))
      .map(({ question, minutes }) => ({
        prompt: words.promptOf(question),
        minutes,
        note: words.noteOf(question).trim(),
      })),
  }))
  return {
    title: words.title,
    facts: `${began}, ${mock.length} minutes, agenda ${mock.code}`,
    phases: phases.filter(({ questions }) => questions.length > 0),
    gap: gap ? [`**${gap.name}**`, gap.strong, gap.drill] : ['–'],
    drill: cards.map(words.cardOf),
    caution: words.caution,
  }
}

/** Lines that Markdown would read as something else are made plain. */
const plain = (text: string) => text.trim().replace(/^(\s*)([#>*+-]|\d+[.)])(?=\s)/gm, String.raw`$1\$2`)

export function markdownOf({ title, facts, phases, gap, drill, caution }: Report): string {
  return [
    `# ${title}`,
    facts,
    '## First gap',
    ...gap,
    drill.map((card) => `- ${card}`).join('\n'),
    ...phases.flatMap((phase) => [
      `## ${phase.title}`,
      phase.ratings.map(({ dimension, level }) => `- ${dimension}: **${level}**`).join('\n'),
      ...phase.questions.flatMap(({ prompt, minutes, note }) => [`### ${prompt} (${minutes} min)`, plain(note)]),
    ]),
    caution,
  ]
    .filter((part) => part !== '')
    .join('\n\n')
    .concat('\n')
}
