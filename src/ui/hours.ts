import type { Hours } from '../schemas/hours.ts'

/** A span of hours as a reader says it: `2–4 h`, `1 h`, `30 min`. */
export function spanOf({ from, to }: Hours): string {
  if (from !== to) return `${from}–${to} h`
  return from < 1 ? `${from * 60} min` : `${from} h`
}

/** Sum of spans. */
export const totalOf = (spans: readonly Hours[]): Hours => ({
  from: spans.reduce((sum, { from }) => sum + from, 0),
  to: spans.reduce((sum, { to }) => sum + to, 0),
})
