/**
 * How long is left of a phase and of the whole. What is kept is when each ENDS, never a counter: a hidden tab, a
 * sleeping phone and a reload change nothing. All times are milliseconds, instants since 1970. Below zero is overtime.
 */
import { array, nullable, number, object, type InferOutput } from 'valibot'

export const countdown = object({
  /** Which phase runs, from 0. */
  phase: number(),
  /** When it ends, as long as nothing is paused. */
  phaseEnds: number(),
  /** When the interview ends; moving between phases does not change it. */
  totalEnds: number(),
  /** When it was paused; null while it runs. */
  pausedAt: nullable(number()),
  /** What each phase has left that is not running. */
  left: array(number()),
})

export type Countdown = InferOutput<typeof countdown>

/** Starts with the first of the phases, given in minutes. */
export function startCountdown(minutes: readonly number[], now: number): Countdown {
  const left = minutes.map((one) => one * 60_000)
  const total = left.reduce((sum, one) => sum + one, 0)
  return { phase: 0, phaseEnds: now + (left[0] ?? 0), totalEnds: now + total, pausedAt: null, left }
}

/** What the running phase and the whole have left. */
export function leftOf({ phaseEnds, totalEnds, pausedAt }: Countdown, now: number): { phase: number; total: number } {
  const at = pausedAt ?? now
  return { phase: phaseEnds - at, total: totalEnds - at }
}

/** Goes to another phase, which goes on with what it had left. Paused stays paused. */
export function toPhase(countdown: Countdown, phase: number, now: number): Countdown {
  const at = countdown.pausedAt ?? now
  const left = countdown.left.with(countdown.phase, countdown.phaseEnds - at)
  return { ...countdown, phase, left, phaseEnds: at + (left[phase] ?? 0) }
}

/** Stops the time; once more does nothing. */
export const paused = (countdown: Countdown, now: number): Countdown => ({
  ...countdown,
  pausedAt: countdown.pausedAt ?? now,
})

/** Lets the time go on: both ends move by as long as it stood. */
export function resumed(countdown: Countdown, now: number): Countdown {
  const { pausedAt, phaseEnds, totalEnds } = countdown
  // A clock that was set back in between must not shorten what is left.
  const stood = pausedAt === null ? 0 : Math.max(0, now - pausedAt)
  return { ...countdown, pausedAt: null, phaseEnds: phaseEnds + stood, totalEnds: totalEnds + stood }
}

/** How far the interview is behind its agenda: what is still to be done less what is left. Below zero is ahead. */
export function behindBy(countdown: Countdown, now: number): number {
  const { phase, total } = leftOf(countdown, now)
  const later = countdown.left.slice(countdown.phase + 1).reduce((sum, one) => sum + one, 0)
  return Math.max(0, phase) + later - total
}

/** `12:04`, `1:02:09`; overtime as `+0:31`. A second that has begun counts. */
export function inDigits(ms: number): string {
  const seconds = ms >= 0 ? Math.ceil(ms / 1000) : Math.floor(-ms / 1000)
  const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60]
  const shown = parts[0] === 0 ? parts.slice(1) : parts
  const digits = shown.map((part, at) => (at === 0 ? String(part) : String(part).padStart(2, '0'))).join(':')
  return ms < 0 && seconds > 0 ? `+${digits}` : digits
}
