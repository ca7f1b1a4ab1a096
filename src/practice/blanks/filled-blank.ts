/** What the candidate wrote into a blank, and what may be shown of it. */
import { boolean, object, picklist, string, type InferOutput } from 'valibot'
import type { RecordKind } from '../kit/storage/record-kind.ts'
import type { RecordStore } from '../kit/storage/storage.ts'

export const filledBlank = object({
  /** Kind of the blank when it was filled: a figure is shown only if it is a number. */
  kind: picklist(['figure', 'words', 'logistics']),
  /** As typed, without the unit; it may be unfinished. */
  value: string(),
  /** How a figure was measured, as typed. */
  measured: string(),
  /** The candidate cannot confirm it: whatever is typed, it is no fact and is never shown as one. */
  unconfirmed: boolean(),
})

export type FilledBlank = InferOutput<typeof filledBlank>

/** A record a blank, by the id of `content/blanks.yaml`. */
export const blanksKind: RecordKind<FilledBlank> = {
  name: 'blanks',
  title: 'Blanks filled in',
  version: 1,
  schema: filledBlank,
}

/** Characters that a field takes; the sheets have room on their one page for so many. */
export const LONGEST = { figure: 12, words: 160, logistics: 100, measured: 200 } as const

/** The blank for the hour of the interview. While nobody writes into it, the date of the interview, once set, fills it. */
export const INTERVIEW_TIME = 'interview-time'

/** Words at the open line of a blank that the candidate cannot confirm. */
export const NOT_CONFIRMED = 'not confirmed'

/** What stands in the line: nothing yet, that it cannot be confirmed, or a text without its unit. */
export type Shown = { state: 'open' } | { state: 'unconfirmed' } | { state: 'filled'; text: string }

export function shownOf(filled: FilledBlank | undefined): Shown {
  if (!filled) return { state: 'open' }
  if (filled.unconfirmed) return { state: 'unconfirmed' }
  const text = inOneLine(filled.value)
  if (text === '' || (filled.kind === 'figure' && !isFigure(text))) return { state: 'open' }
  return { state: 'filled', text: clipped(text, LONGEST[filled.kind]) }
}

/** What is read where the blank stands, its unit included; undefined while it is open or cannot be confirmed. */
export function toldIn(unit: string, shown: Shown): string | undefined {
  if (shown.state !== 'filled') return undefined
  return unit ? `${shown.text}\u00a0${unit}` : shown.text
}

/** Writes what changed and leaves the rest as another tab may have written it; what is empty then is removed. */
export function fillIn(
  blanks: RecordStore<FilledBlank>,
  id: string,
  changes: Pick<FilledBlank, 'kind'> & Partial<FilledBlank>,
): void {
  const filled = { value: '', measured: '', unconfirmed: false, ...blanks.get(id), ...changes }
  if (isEmpty(filled)) blanks.remove(id)
  else blanks.put(id, filled)
}

/** A number as people write it, `1,200`, `12.5`, `12,5`; also about or under one, `~40`, `< 5`, and a range, `30–40`. */
export const isFigure = (text: string): boolean =>
  text.length <= LONGEST.figure &&
  /^[~≈<>]? ?[-+−]?\d+(?:[.,'’ ]\d+)*(?: ?[-–] ?\d+(?:[.,'’ ]\d+)*)?$/.test(inOneLine(text))

/** Whether nothing is kept of it at all. */
const isEmpty = ({ value, measured, unconfirmed }: FilledBlank): boolean =>
  value === '' && measured === '' && !unconfirmed

const inOneLine = (text: string) => text.replace(/\s+/g, ' ').trim()

/** The fields take no more, a record from elsewhere may be longer; no character is cut in two. */
const clipped = (text: string, longest: number): string =>
  text.length <= longest
    ? text
    : `${text
        .slice(0, longest - 1)
        .replace(/[\uD800-\uDBFF]$/, '')
        .trimEnd()}…`
