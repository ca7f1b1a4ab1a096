/** How long a spoken answer should be, and whether one was. */

/** Words that a speaker says in a minute (Tauroza and Allison 1990). */
export const PACE = { slow: 130, fast: 160 } as const

/** Bounds in seconds. */
export interface Target {
  from: number
  to: number
}

/** Seconds for a text of that many words: said fast if it is short, slowly if it is long; to five seconds. */
export const targetOf = (words: { min: number; max: number }): Target => ({
  from: Math.round((words.min / PACE.fast) * 12) * 5,
  to: Math.round((words.max / PACE.slow) * 12) * 5,
})

/** A story takes two to three minutes. */
export const STORY: Target = { from: 120, to: 180 }

/** Where a length lies; a bound itself fits. */
export function fit(ms: number, { from, to }: Target): 'short' | 'right' | 'long' {
  const seconds = Math.round(ms / 1000)
  return seconds < from ? 'short' : seconds > to ? 'long' : 'right'
}
