/** The script as it stands in the page: phases with their questions, found by name. */
import type { Drawable, Level, Pool } from './agenda.ts'
import type { Length } from './code.ts'
import type { Drillable, Judged } from './gap.ts'

const LEVELS: readonly string[] = ['core', 'senior', 'stretch'] satisfies Level[]
const isLevel = (text: string | undefined): text is Level => text !== undefined && LEVELS.includes(text)

const phasesIn = () => [...document.querySelectorAll<HTMLElement>('[data-phase]')]
const questionsIn = (phase: ParentNode) => [...phase.querySelectorAll<HTMLElement>('[data-question]')]

/** What each phase may be filled with, for a length. */
export const poolsOf = (length: Length): Pool[] =>
  phasesIn().map((phase) => {
    const questions = questionsIn(phase)
    return {
      phase: phase.dataset['phase'] ?? '',
      minutes: Number(phase.dataset[`m${length}`]),
      fixed: questions.filter((one) => 'fixed' in one.dataset).map(drawable),
      drawn: questions.filter((one) => !('fixed' in one.dataset)).map(drawable),
    }
  })

function drawable({ dataset }: HTMLElement): Drawable {
  const { question = '', minutes, level, top } = dataset
  return { id: question, minutes: Number(minutes), level: isLevel(level) ? level : 'senior', top: top !== undefined }
}

export const phaseIn = (id: string) => phasesIn().find(({ dataset }) => dataset['phase'] === id)
export const phaseTitle = (id: string): string => phaseIn(id)?.dataset['title'] ?? id

/** The place of a question; undefined when it left the guide. */
export const questionIn = (id: string): HTMLElement | undefined =>
  document.querySelector<HTMLElement>(`[data-question="${CSS.escape(id)}"]`) ?? undefined

export const promptOf = (id: string): string =>
  questionIn(id)?.querySelector('[data-prompt]')?.textContent.trim() ?? `A question that left the guide (${id})`

/** What the interviewer reads out: the prompt, then the follow-ups. */
export const spokenOf = (id: string): string[] => [promptOf(id), ...followUpsOf(id).map(({ text }) => text)]

/** Follow-ups of a question, the trap first. */
function followUpsOf(id: string) {
  const lines = [...(questionIn(id)?.querySelectorAll<HTMLElement>('[data-follow-up]') ?? [])]
  return lines
    .map((line) => ({
      id: line.dataset['followUp'] ?? '',
      text: line.textContent.trim(),
      trap: line.dataset['trap'] !== undefined,
    }))
    .toSorted((a, b) => Number(b.trap) - Number(a.trap))
}

/** All questions that have cards. */
export const drillables = (): Drillable[] =>
  phasesIn()
    .flatMap(questionsIn)
    .filter(({ dataset }) => dataset['area'] !== undefined)
    .map(({ dataset: { question = '', area = '', concepts = '' } }) => ({
      ...{ id: question, area, concepts: concepts.split(' ').filter(Boolean) },
      followUps: followUpsOf(question).map(({ id }) => id),
    }))

/** What a card asks, and where its answer stands. */
export function cardOf(id: string): { text: string; href: string } {
  const [question = '', followUp] = id.split('/')
  const text = followUpsOf(question).find((one) => one.id === followUp)?.text ?? promptOf(question)
  const href = questionIn(question)?.dataset['href'] ?? '#'
  return { text, href: followUp ? `${href}#${followUp}` : href }
}

/** What can be judged, in the order of the interview and of the rubric. */
export const judgedIn = (root: ParentNode): Judged[] =>
  [...root.querySelectorAll<HTMLElement>('[data-judges]')].map(({ dataset: { judges = '' } }) => {
    const [phase = '', dimension = ''] = judges.split('/')
    return { phase, dimension }
  })
