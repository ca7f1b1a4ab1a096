/** How long a spoken answer should be, and whether one was. */
import { PACE } from '../../stories/metrics.ts'
import type { MockFacts, Target } from '../facts.ts'

/** Seconds for a text of that many words: said fast if it is short, slowly if it is long; to five seconds. */
export const targetOfWords = (words: { min: number; max: number }): Target => ({
  from: Math.round((words.min / PACE.fast) * 12) * 5,
  to: Math.round((words.max / PACE.slow) * 12) * 5,
})

/** A story takes two to three minutes. */
export const STORY: Target = { from: 120, to: 180 }

/** A question of so many minutes is a conversation, which has no target. */
const CONVERSATION = 10

/** How long the answer to a question should be; undefined where that is left open. */
export function targetOf({ phases }: MockFacts, question: string): Target | undefined {
  for (const { fixed, drawn, target } of phases) {
    const asked = [...fixed, ...drawn].find(({ id }) => id === question)
    if (asked) return asked.minutes < CONVERSATION ? target : undefined
  }
  return undefined
}

/** Where a length lies; a bound itself fits. */
export function fit(ms: number, { from, to }: Target): 'short' | 'right' | 'long' {
  const seconds = Math.round(ms / 1000)
  return seconds < from ? 'short' : seconds > to ? 'long' : 'right'
}
