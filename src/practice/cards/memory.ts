/**
 * How firmly a card is remembered, by the model FSRS 6 with its default weights. The only file that knows `ts-fsrs`:
 * importing that adds methods to `Date`, and its own scheduler counts in whole days, far too coarse for a sprint of
 * three. So only the model of the memory is taken, and it is told the time in parts of days. Nothing here is random.
 */
import { FSRSAlgorithm, generatorParameters, S_MAX, S_MIN } from 'ts-fsrs'
import { GRADES, type Grade } from './grade.ts'

export interface Memory {
  /** Days after which nine of ten such cards are still recalled. */
  stability: number
  /** 1 to 10. */
  difficulty: number
}

/** What a stability may be, in days; outside of it the model refuses to count. */
export const STABILITY = { min: S_MIN, max: S_MAX } as const

// The short-term formula is for a second look on the same calendar day; parts of days make it needless.
const model = new FSRSAlgorithm(generatorParameters({ enable_short_term: false }))

/** The memory after a grade, `days` after the review before; a card that was never graded has no memory yet. */
export function remembered(memory: Memory | undefined, days: number, grade: Grade): Memory {
  const { stability, difficulty } = model.next_state(memory ?? null, Math.max(0, days), GRADES.indexOf(grade) + 1)
  return { stability: Math.min(Math.max(stability, STABILITY.min), STABILITY.max), difficulty }
}
