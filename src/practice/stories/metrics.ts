/** How long a story is, how it is shared out, and who acts in it. Texts come as they are spoken, blanks filled in. */
import { countWords } from '../../manuscript/words.ts'

/** The parts of a story in the order in which they are told. */
export const PARTS = ['situation', 'task', 'action', 'result'] as const
export type Part = (typeof PARTS)[number]

/** What is said of a story: the result first, in a sentence, then the four parts. */
export type Telling = Record<'headline' | Part, string>

/** Words of a story told whole. */
export const WORDS = { least: 250, most: 350 } as const
/** Per cent of the four parts, and by how many points a share may miss its mark. */
export const SHARES = { situation: 20, task: 10, action: 60, result: 10 } as const
export const TOLERANCE = 7
/** Words a minute, spoken. */
export const PACE = { slow: 130, fast: 160 } as const
/** In the action, so many "I" to a "we". */
export const I_TO_WE = 3

export interface Metrics {
  /** Words of headline and parts. */
  words: number
  /** Seconds to say them, at the fast and at the slow pace. */
  seconds: { least: number; most: number }
  /** Words of each part and its share of the four in whole per cent; the shares sum to 100, or to 0 without a word. */
  parts: Record<Part, { words: number; share: number }>
  /** How often the action says "I" and "we". */
  said: { i: number; we: number }
}

export function metricsOf(telling: Telling): Metrics {
  const counts = PARTS.map((part) => countWords(telling[part]))
  const shares = sharesOf(counts)
  const words = counts.reduce((sum, count) => sum + count, countWords(telling.headline))
  const part = (at: number) => ({ words: counts[at] ?? 0, share: shares[at] ?? 0 })
  return {
    words,
    seconds: { least: Math.round((words * 60) / PACE.fast), most: Math.round((words * 60) / PACE.slow) },
    parts: { situation: part(0), task: part(1), action: part(2), result: part(3) },
    said: { i: times(telling.action, /\bI\b(?!\/)/g), we: times(telling.action, /\bwe\b/gi) },
  }
}

/** Whole per cents that sum to 100: what rounding down leaves goes to the largest remainders. All 0 for nothing. */
export function sharesOf(counts: readonly number[]): number[] {
  const total = counts.reduce((sum, count) => sum + count, 0)
  if (total === 0) return counts.map(() => 0)
  const exact = counts.map((count) => (100 * count) / total)
  const shares = exact.map(Math.floor)
  const left = 100 - shares.reduce((sum, share) => sum + share, 0)
  const remainder = (at: number) => (exact[at] ?? 0) - Math.floor(exact[at] ?? 0)
  const byRemainder = counts.map((_, at) => at).toSorted((a, b) => remainder(b) - remainder(a))
  for (const at of byRemainder.slice(0, left)) shares[at] = (shares[at] ?? 0) + 1
  return shares
}

const times = (text: string, word: RegExp) => [...text.matchAll(word)].length

/** `58 s`, `2 min`, `2 min 5 s`. */
export function spoken(seconds: number): string {
  const parts = [
    [Math.floor(seconds / 60), 'min'],
    [seconds % 60, 's'],
  ] as const
  const said = parts.filter(([count]) => count > 0).map(([count, unit]) => `${count} ${unit}`)
  return said.join(' ') || '0 s'
}

/** What to do about the length. */
export function lengthVerdict({ words }: Metrics): string {
  if (words < WORDS.least) return `${WORDS.least - words} short of ${WORDS.least}`
  if (words > WORDS.most) return `${words - WORDS.most} over ${WORDS.most}`
  return 'a good length'
}

/** What to do about a part. */
export function shareVerdict(part: Part, { parts }: Metrics): string {
  const off = parts[part].share - SHARES[part]
  if (Math.abs(off) <= TOLERANCE) return 'fits'
  return off > 0 ? 'too long' : 'too short'
}

/** Who acts. */
export function actorVerdict({ said: { i, we } }: Metrics): string {
  if (i === 0) return 'say what you did'
  return i >= I_TO_WE * we ? 'fits' : 'too much “we”'
}

/** Every text of the table by its name, as the server and the element write it. */
export function textsOf(metrics: Metrics): Record<string, string> {
  const { words, seconds, parts, said } = metrics
  const time = `${spoken(seconds.least)} to ${spoken(seconds.most)}`
  return {
    length: words === 0 ? 'nothing told yet' : `${words} words, ${time}`,
    words: String(words),
    'words-verdict': lengthVerdict(metrics),
    spoken: time,
    actors: `${said.i} : ${said.we}`,
    'actors-verdict': actorVerdict(metrics),
    ...Object.fromEntries(
      PARTS.flatMap((part) => [
        [part, `${parts[part].share} %`],
        [`${part}-words`, `${parts[part].words} words`],
        [`${part}-verdict`, shareVerdict(part, metrics)],
      ]),
    ),
  }
}
