/** The script of a mock interview as the guide has it: the phases, and every question that may be asked in each. */
import { getDimensions, getGuide, getPhases, getQuestions, type Question } from '../../content/entries.ts'
import { targetOf } from '../../content/targets.ts'
import { plainText } from '../../manuscript/plain-text.ts'
import { countWords } from '../../manuscript/words.ts'
import type { InlineText } from '../../schemas/text.ts'
import type { Phase } from '../../schemas/phase.ts'
import { ANSWER_WORDS } from '../../schemas/question.ts'
import { LEVELS } from '../../schemas/rubric.ts'
import { PASS } from './debrief/gap.ts'
import type { GuideQuestion, MockFacts, QuestionFacts, Target } from './facts.ts'
import { STORY, targetOfWords } from './recording/target.ts'

/** What a phase itself asks, with its words. */
export interface ScriptQuestion extends Omit<QuestionFacts, 'followUps'> {
  prompt: string
  /** What to listen for. */
  asking: InlineText
  followUps: readonly { id: string; ask: string; trap: boolean }[]
}

/** A question of the guide, with its words. */
export interface DrawnQuestion extends ScriptQuestion, Omit<GuideQuestion, 'followUps'> {
  /** How weak and strong answers differ. */
  differs: { weak: InlineText; strong: InlineText }
}

/** The phases with everything that may be asked in each: what it asks itself, then the questions of its areas. */
export function getScript() {
  const questions = getQuestions()
  return getPhases().map((phase) => ({
    phase,
    fixed: phase.prompts.map(ofPhase),
    drawn: questions.filter((question) => phase.areas.includes(question.folder)).map(ofGuide),
  }))
}

const ofPhase = ({ id, ask, minutes, listenFor, followUps }: Phase['prompts'][number]): ScriptQuestion => ({
  id,
  minutes,
  level: 'core',
  top: false,
  prompt: ask,
  asking: listenFor,
  followUps: followUps.map((followUp, at) => ({ id: `${id}-${at + 1}`, ask: followUp, trap: false })),
})

const ofGuide = (question: Question): DrawnQuestion => ({
  ...question.data,
  id: question.id,
  top: question.data.top !== undefined,
  area: question.folder,
  href: targetOf(`question:${question.id}`).href,
})

/** What the elements of the page reckon with. */
export function getFacts(): MockFacts {
  const script = getScript()
  return {
    phases: script.map(({ phase, fixed, drawn }) => ({
      id: phase.id,
      title: phase.title,
      minutes: phase.minutes,
      rates: phase.rates,
      target: answerTarget(phase),
      fixed: fixed.map(factsOf),
      drawn: drawn.map((question) => {
        const { area, concepts, href } = question
        return { ...factsOf(question), area, concepts, href }
      }),
    })),
    dimensions: getDimensions().map(({ id, title, drill, levels }) => ({
      id,
      title,
      drill,
      strong: levels[PASS - 1] ?? '',
    })),
    levels: LEVELS,
  }
}

const factsOf = ({ id, minutes, level, top, followUps }: ScriptQuestion): QuestionFacts => ({
  id,
  minutes,
  level,
  top,
  followUps: followUps.toSorted((a, b) => Number(b.trap) - Number(a.trap)).map((followUp) => followUp.id),
})

/** How long an answer in a phase should be. */
function answerTarget({ speak }: Phase): Target | undefined {
  if (!speak || speak === 'story') return speak && STORY
  const words = countWords(plainText(getGuide().pitch))
  return targetOfWords(speak === 'pitch' ? { min: words, max: words } : ANSWER_WORDS)
}
