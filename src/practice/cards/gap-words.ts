/** Lengths of time as they stand on a button. */
import { DAY, HOUR, MINUTE } from '../interview/interview.ts'

/** `now`, `10 min`, `12 h`, `3 days`; hours up to two days, as days would be too coarse for a sprint. */
export function gapInWords(milliseconds: number): string {
  if (milliseconds < MINUTE) return 'now'
  if (milliseconds < 1.5 * HOUR) return `${Math.round(milliseconds / MINUTE)} min`
  if (milliseconds < 2 * DAY) return `${Math.round(milliseconds / HOUR)} h`
  return `${Math.round(milliseconds / DAY)} days`
}
