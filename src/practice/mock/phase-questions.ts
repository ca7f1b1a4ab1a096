/** The questions of each phase for the script and for the candidate's screen, with what the agenda is drawn from. */
import { areaOf, getGuide, getQuestions, slugOf, targetOf as pageOf, type Question } from '../../content.ts'
import { countWords } from '../../manuscript/words.ts'
import type { Phase } from '../../schemas/phase.ts'
import { ANSWER_WORDS } from '../../schemas/question.ts'
import { STORY, targetOf, type Target } from './target.ts'

/** A question of the script. */
export interface Asked {
  id: string
  /** Markdown of a line. */
  prompt: string
  minutes: number
  /** What to listen for; Markdown. */
  asking: string
  weak: string | undefined
  strong: string | undefined
  followUps: readonly { id: string; ask: string; trap: boolean }[]
  /** Where the model answer stands; none for what the phase itself asks. */
  href: string | undefined
  /** What the scripts of the page read. */
  attributes: Record<string, string | number | true | undefined>
}

/** How long an answer to a question of the phase should be; a question of ten minutes and more is a conversation. */
function targetIn({ speak }: Phase, minutes: number): Target | undefined {
  if (!speak || minutes >= 10) return undefined
  if (speak === 'story') return STORY
  const words = countWords(getGuide().pitch)
  return targetOf(speak === 'pitch' ? { min: words, max: words } : ANSWER_WORDS)
}

/** What the scripts of the page read of a phase. */
export const phaseAttributes = ({ id, title, minutes }: Phase) => ({
  ...{ 'data-phase': id, 'data-title': title },
  ...{ 'data-m45': minutes['45'], 'data-m60': minutes['60'], 'data-m90': minutes['90'] },
})

/** Everything that may be asked in a phase: its own prompts, then the questions of its areas. */
export async function questionsOf(phase: Phase): Promise<Asked[]> {
  const questions = (await getQuestions()).filter((question) => phase.areas.includes(areaOf(question)))
  return [...phase.prompts.map((prompt) => ofPrompt(phase, prompt)), ...questions.map((one) => ofQuestion(phase, one))]
}

function ofPrompt(phase: Phase, { id, ask, minutes, listenFor, followUps }: Phase['prompts'][number]): Asked {
  return {
    ...{ id, prompt: ask, minutes, asking: listenFor, weak: undefined, strong: undefined, href: undefined },
    followUps: followUps.map((followUp, at) => ({ id: `${id}-${at + 1}`, ask: followUp, trap: false })),
    attributes: { 'data-question': id, 'data-fixed': true, ...shared(phase, minutes), 'data-level': 'core' },
  }
}

function ofQuestion(phase: Phase, question: Question): Asked {
  const { prompt, minutes, asking, differs, followUps, level, top, concepts } = question.data
  const id = slugOf(question)
  const { href } = pageOf(`question:${id}`)
  return {
    ...{ id, prompt, minutes, asking, weak: differs.weak, strong: differs.strong, followUps, href },
    attributes: {
      ...{ 'data-question': id, ...shared(phase, minutes), 'data-level': level },
      ...{ 'data-top': top === undefined ? undefined : true, 'data-area': areaOf(question) },
      ...{ 'data-concepts': concepts.join(' '), 'data-href': href },
    },
  }
}

function shared(phase: Phase, minutes: number) {
  const target = targetIn(phase, minutes)
  return { 'data-minutes': minutes, 'data-from': target?.from, 'data-to': target?.to }
}
