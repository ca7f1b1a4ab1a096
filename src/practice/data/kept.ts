/** What is kept, in numbers: for the overview, and for the question before everything is deleted. */
import type { Records } from '../storage.ts'

/** One kind of records. */
export interface Kept {
  /** Records with a sound value. */
  count: number
  /** Records that cannot be read; they are exported. */
  unsound: number
  /** When the oldest of them was written, in milliseconds since 1970; undefined where there is none. */
  since: number | undefined
}

/** Counts the records of a shelf; `sound` is how many of them a schema accepts. */
export function countKept(records: Records, sound: number): Kept {
  const values = Object.values(records).filter(({ value }) => value !== null)
  const since = values.length > 0 ? values.reduce((oldest, { at }) => Math.min(oldest, at), Infinity) : undefined
  return { count: sound, unsound: values.length - sound, since }
}

/** `1 record`, `12 records`. */
export const counted = (count: number, one: string, many = `${one}s`): string => `${count} ${count === 1 ? one : many}`

/** `340 bytes`, `12 KB`, `1.4 MB`. */
export function sizeInWords(bytes: number): string {
  if (bytes < 1000) return counted(bytes, 'byte')
  return bytes < 1_000_000 ? `${Math.round(bytes / 1000)} KB` : `${(bytes / 1_000_000).toFixed(1)} MB`
}

/** Whether other devices cannot open a site at this host, because every device means itself by it. */
export const isOnlyHere = (host: string): boolean =>
  host === '' || host === '[::1]' || /(?:^|\.)localhost$/.test(host) || host.startsWith('127.')
