/** Stretches of time. An instant is told in milliseconds since 1970, a stretch in milliseconds where nothing else is said. */

export const MINUTE = 60_000
export const HOUR = 60 * MINUTE
export const DAY = 24 * HOUR

/** `2 days 3 hours`, `3 hours 20 minutes`, `12 minutes`: the two largest parts of some whole minutes. */
export function inWords(minutes: number): string {
  const parts = [
    [Math.floor(minutes / 1440), 'day'],
    [Math.floor((minutes % 1440) / 60), 'hour'],
    [minutes % 60, 'minute'],
  ] as const
  const first = parts.findIndex(([count]) => count > 0)
  const said = parts.slice(first < 0 ? 2 : first, first < 0 ? 3 : first + 2)
  return said
    .filter(([count], at) => at === 0 || count > 0)
    .map(([count, name]) => `${count} ${name}${count === 1 ? '' : 's'}`)
    .join(' ')
}
