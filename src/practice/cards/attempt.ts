/** An attempt at an answer before it is shown: how long it takes, and whether there was one. */

/** Whoever looks sooner than this, in milliseconds, and has written nothing, has not tried. */
export const EARLY = 5000

/** A clock that counts up and can be paused. Times are in milliseconds since 1970. */
export interface Attempt {
  /** When the question was shown. */
  shown: number
  /** What the clock counted before it was last paused, in milliseconds. */
  counted: number
  /** Since when it runs; undefined while it is paused. */
  since: number | undefined
}

/** The clock of a card that was answered before. */
export const STOPPED: Attempt = { shown: 0, counted: 0, since: undefined }

export const begun = (now: number): Attempt => ({ shown: now, counted: 0, since: now })

/** What the clock shows, in milliseconds. */
export const elapsed = ({ counted, since }: Attempt, now: number): number =>
  counted + (since === undefined ? 0 : Math.max(0, now - since))

export const paused = (attempt: Attempt, now: number): Attempt => ({
  ...attempt,
  counted: elapsed(attempt, now),
  since: undefined,
})

export const resumed = (attempt: Attempt, now: number): Attempt =>
  attempt.since === undefined ? { ...attempt, since: now } : attempt

/** Whether the answer is looked at before an attempt. A pause is no haste: it counts from when the question was shown. */
export const isEarly = ({ shown }: Attempt, notes: string, now: number): boolean =>
  now - shown < EARLY && notes.trim() === ''

/** `0:07`, `12:30`. */
export function clockFace(milliseconds: number): string {
  const seconds = Math.floor(milliseconds / 1000)
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`
}
