/**
 * The agenda of a mock interview: phases one after another, each filled with questions to the minute.
 *
 * In each phase the fixed prompts come first. Of the questions of its areas, chance makes an order in which a long
 * question stands as often in front as its minutes tell, and one of the top eight three times as often; then the first
 * of that order are taken with which the time is filled best. What is left over goes to the last one. Questions that
 * set a candidate apart are drawn in 90 minutes alone, or where a phase has no others. No question comes twice.
 */
import type { PhaseFacts, QuestionFacts } from '../facts.ts'
import { chanceOf, textOf, type Code, type Length } from './agenda-code.ts'

/** A question that can be drawn. */
export type Drawable = Omit<QuestionFacts, 'followUps'>

/** A phase, and what it may be filled with. */
export interface Pool {
  phase: string
  /** Minutes of the phase. */
  minutes: number
  /** Asked in every interview, in this order. */
  fixed: readonly Drawable[]
  /** Drawn for the rest of the time. */
  drawn: readonly Drawable[]
}

/** A question with the minutes that it has in this interview. */
export interface Slot {
  question: string
  minutes: number
}

export interface AgendaPhase {
  phase: string
  minutes: number
  slots: Slot[]
}

/** The agenda of a code. */
export function agendaOf(code: Code, phases: readonly PhaseFacts[]): AgendaPhase[] {
  const pools = phases.map(({ id, minutes, fixed, drawn }) => ({
    phase: id,
    minutes: minutes[code.length],
    fixed,
    drawn,
  }))
  return drawAgenda(code.length, pools, chanceOf(textOf(code)))
}

/** Draws an agenda; `chance` gives numbers from 0 to below 1. The same pools and chances give the same agenda. */
export function drawAgenda(length: Length, pools: readonly Pool[], chance: () => number): AgendaPhase[] {
  const used = new Set<string>()
  return pools.map((pool) => {
    const questions = questionsFor(pool, length, used, chance)
    for (const { id } of questions) used.add(id)
    return { phase: pool.phase, minutes: pool.minutes, slots: slotsOf(questions, pool.minutes) }
  })
}

function questionsFor(pool: Pool, length: Length, used: ReadonlySet<string>, chance: () => number): Drawable[] {
  const fixed = pool.fixed.filter(({ id }) => !used.has(id))
  const room = pool.minutes - minutesOf(fixed)
  // Sorted by name, so that the order of the page does not matter.
  const free = pool.drawn
    .filter(({ id }) => !used.has(id) && !fixed.some((other) => other.id === id))
    .toSorted((a, b) => (a.id < b.id ? -1 : 1))
  const fitting = free.filter(({ minutes }) => minutes <= room)
  const usual = fitting.filter(({ level }) => length === 90 || level !== 'stretch')
  const drawn = fill(shuffled(usual.length > 0 ? usual : fitting, chance), room)
  if (fixed.length + drawn.length > 0) return [...fixed, ...inOrder(drawn, room)]
  // Nothing fits: the shortest is asked in the time that there is.
  return free.toSorted((a, b) => a.minutes - b.minutes).slice(0, 1)
}

const minutesOf = (questions: readonly Drawable[]) => questions.reduce((sum, { minutes }) => sum + minutes, 0)

/** In an order of chance: whoever weighs more stands more often in front (Efraimidis and Spirakis). */
function shuffled(questions: readonly Drawable[], chance: () => number): Drawable[] {
  return questions
    .map((question) => ({ question, at: chance() ** (1 / (question.minutes * (question.top ? 3 : 1))) }))
    .toSorted((a, b) => b.at - a.at)
    .map(({ question }) => question)
}

/** Of all choices that fill the most of the room, the one whose questions stand first. */
function fill(questions: readonly Drawable[], room: number): Drawable[] {
  // sums[n]: what the questions from n on can add up to.
  const sums = [new Set([0])]
  for (const { minutes } of questions.toReversed()) {
    const later = sums[0] ?? new Set([0])
    sums.unshift(new Set([...later, ...[...later].map((sum) => sum + minutes)].filter((sum) => sum <= room)))
  }
  let open = Math.max(...(sums[0] ?? [0]))
  return questions.filter(({ minutes }, at) => {
    if (!sums[at + 1]?.has(open - minutes)) return false
    open -= minutes
    return true
  })
}

const LEVELS: readonly Drawable['level'][] = ['core', 'senior', 'stretch']

/** The order of asking: one that takes half of the phase or more first, then from easy to hard. */
function inOrder(questions: readonly Drawable[], room: number): Drawable[] {
  const rank = ({ minutes, level }: Drawable) => (minutes * 2 >= room ? -1 : LEVELS.indexOf(level))
  return questions.toSorted((a, b) => rank(a) - rank(b))
}

/** Gives the questions exactly the minutes of the phase: what is left over, or lacks, is the last one's. */
function slotsOf(questions: readonly Drawable[], minutes: number): Slot[] {
  let open = minutes
  return questions.flatMap((question, at) => {
    const own = at === questions.length - 1 ? open : Math.min(open, question.minutes)
    open -= own
    return own > 0 ? [{ question: question.id, minutes: own }] : []
  })
}
