/** Counts, sizes, dates and numbers as the data page says them. */

/** `1 record`, `12 records`. */
export const counted = (count: number, one: string): string => `${count} ${count === 1 ? one : `${one}s`}`

/** `340 bytes`, `12 KB`, `1.4 MB`. */
export function sizeInWords(bytes: number): string {
  if (bytes < 1000) return counted(bytes, 'byte')
  return bytes < 1_000_000 ? `${Math.round(bytes / 1000)} KB` : `${(bytes / 1_000_000).toFixed(1)} MB`
}

/** `23 November 2026, 10:00`, by this device's clocks. */
export const dateInWords = (at: number): string =>
  new Date(at).toLocaleString('en-GB', { dateStyle: 'long', timeStyle: 'short' })

/** `2, 5 and 7`; long rows of numbers are cut. */
export function numbersInWords(numbers: readonly number[]): string {
  const shown =
    numbers.length > 8 ? [...numbers.slice(0, 7).map(String), `${numbers.length - 7} more`] : numbers.map(String)
  return shown.length < 2 ? shown.join('') : `${shown.slice(0, -1).join(', ')} and ${shown.at(-1) ?? ''}`
}
