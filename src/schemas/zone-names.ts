/** Finds the time zones that somebody may mean: by abbreviation, by city, by a name that is nearly right. */
import { distance } from 'fastest-levenshtein'
import { cityOf } from './zone.ts'

/** A zone that may be meant. */
export interface Candidate {
  /** IANA name, `Europe/London`. */
  zone: string
  /** How its time is called where an abbreviation was given: `British Summer Time`. Empty otherwise. */
  called: string
}

/** Of many places with the same clocks these are named first: who writes `EST` rather means New York than Cancun. */
const WELL_KNOWN = 'New_York Chicago Denver Los_Angeles London Paris Shanghai Sydney Sao_Paulo Moscow'.split(' ')
/** So many are offered at most. */
const OFFERED = 6

export const allZones = (): string[] => ['UTC', ...Intl.supportedValuesOf('timeZone').filter((zone) => zone !== 'UTC')]

/** How far clocks there are from Greenwich at a time: `GMT+5:30`. */
export const offsetInWords = (zone: string, now: number): string => nameAt(zone, now, 'shortOffset')

/** The zone whose name or city was written, in capitals or not, with spaces or not. */
export function zoneWritten(text: string): string | undefined {
  const typed = plain(text)
  const zones = allZones()
  const cities = zones.filter((zone) => plain(cityOf(zone)) === typed)
  return zones.find((zone) => plain(zone) === typed) ?? (cities.length === 1 ? cities[0] : undefined)
}

/**
 * Zones that `text` may stand for, the likeliest first; those of an abbreviation, or else those of a similar name.
 * Of places with the same clocks the one `here` is named, where the asker is.
 */
export function candidates(text: string, here = ''): Candidate[] {
  const abbreviated = /^[A-Z]{2,5}$/.test(text) ? byAbbreviation(text, here) : []
  return (abbreviated.length > 0 ? abbreviated : byName(text)).slice(0, OFFERED)
}

/** One zone for each kind of clocks that is abbreviated so: `BST` is British Summer and Bangladesh Standard Time. */
function byAbbreviation(text: string, here: string): Candidate[] {
  const kinds = new Map<string, Candidate>()
  const rank = (zone: string) => (zone === here ? -1 : fame(zone))
  for (const zone of allZones().toSorted((a, b) => rank(a) - rank(b))) {
    const names = SEASONS.map((at) => nameAt(zone, at, 'long'))
    const called = names.find((name) => abbreviationsOf(name).includes(text))
    if (called && !kinds.has(names.join())) kinds.set(names.join(), { zone, called })
  }
  return [...kinds.values()]
}

/** A day in January and one in July. */
const SEASONS = [Date.UTC(2026, 0, 15), Date.UTC(2026, 6, 15)]

/** `EST` and `ET` of `Eastern Standard Time`, `CET` of `Central European Standard Time`. */
function abbreviationsOf(name: string): string[] {
  const initials = (words: string) =>
    words
      .split(/[\s-]+/)
      .map((word) => word.charAt(0))
      .join('')
  return [initials(name), initials(name.replace('Standard ', ''))]
}

function fame(zone: string): number {
  const at = WELL_KNOWN.indexOf(zone.split('/').at(-1) ?? '')
  return at < 0 ? WELL_KNOWN.length : at
}

function byName(text: string): Candidate[] {
  const typed = plain(text)
  const away = (zone: string) => {
    const city = plain(cityOf(zone))
    return typed.length > 2 && city.includes(typed) ? 0 : Math.min(distance(typed, city), distance(typed, plain(zone)))
  }
  return allZones()
    .map((zone) => ({ zone, called: '', away: away(zone) }))
    .filter(({ away }) => away <= Math.max(1, typed.length / 3))
    .toSorted((a, b) => a.away - b.away)
    .map(({ zone, called }) => ({ zone, called }))
}

const plain = (text: string) =>
  text
    .trim()
    .toLowerCase()
    .replaceAll(/[\s_]+/g, ' ')

function nameAt(timeZone: string, at: number, timeZoneName: 'long' | 'shortOffset'): string {
  const parts = new Intl.DateTimeFormat('en-GB', { timeZone, timeZoneName }).formatToParts(at)
  return parts.find(({ type }) => type === 'timeZoneName')?.value ?? ''
}
