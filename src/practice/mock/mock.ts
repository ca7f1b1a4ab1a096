/** A mock interview as it is kept: its agenda, where it stands, its countdown and what was rated. */
import { array, boolean, nullable, number, object, picklist, record, string, type InferOutput } from 'valibot'
import type { RecordKind } from '../kit/storage/record-kind.ts'
import type { AgendaPhase } from './agenda/agenda.ts'
import { LENGTHS, textOf, type Code } from './agenda/agenda-code.ts'
import { countdown, paused, startCountdown, toPhase } from './run/countdown.ts'

export const mock = object({
  /** Code of the agenda, `60-K7F3Q`. */
  code: string(),
  /** Minutes in all. */
  length: picklist(LENGTHS),
  /** When it began, in milliseconds since 1970. */
  started: number(),
  /** When the debrief was closed; null until then. */
  finished: nullable(number()),
  /** Whether nobody else asks: the script then keeps back what to listen for. */
  alone: boolean(),
  /** Whether answers may be recorded. */
  recording: boolean(),
  /** The agenda as it was drawn. It stays so when the questions of the guide change. */
  agenda: array(
    object({
      phase: string(),
      minutes: number(),
      slots: array(object({ question: string(), minutes: number() })),
    }),
  ),
  /** Which question of the running phase is asked, from 0; the phase itself is the countdown's. */
  slot: number(),
  /** Questions that were on the screen. */
  reached: array(string()),
  countdown,
  /** Levels by `phase/dimension`. */
  ratings: record(string(), picklist([1, 2, 3, 4])),
})

/** Level of a rating, from very weak (1) to very strong (4). */
export type Rating = Mock['ratings'][string]

export type Mock = InferOutput<typeof mock>

/** Ids are when the mock began, in ISO form; `candidate` is the screen of a second device and no mock of its own. */
export const mockKind: RecordKind<Mock> = { name: 'mocks', title: 'Mock interviews', version: 1, schema: mock }

/** What was written down. Ids are `mock/question`, as `noteId` makes them. */
export const mockNoteKind: RecordKind<string> = {
  name: 'mock-notes',
  title: 'Notes in mock interviews',
  version: 1,
  schema: string(),
}

/** Id of the note on a question. */
export const noteId = (mock: string, question: string): string => `${mock}/${question}`

export interface Wishes {
  alone: boolean
  recording: boolean
}

/** Begins a mock interview now, with the first question that there is. */
export function beginMock(code: Code, agenda: AgendaPhase[], wishes: Wishes, now: number): Mock {
  const clock = startCountdown(
    agenda.map(({ minutes }) => minutes),
    now,
  )
  const mock = {
    ...wishes,
    code: textOf(code),
    length: code.length,
    started: now,
    finished: null,
    agenda,
    slot: 0,
    countdown: clock,
    ratings: {},
    reached: agenda[0]?.slots.slice(0, 1).map(({ question }) => question) ?? [],
  }
  const first = placeOf(mock) ? undefined : stepOf(mock, 1)
  return first ? moved(mock, first, now) : mock
}

/** The running phase and its question; undefined only where nothing is left to ask. */
export function placeOf({ agenda, slot, countdown }: Mock) {
  const phase = agenda[countdown.phase]
  const asked = phase?.slots[slot]
  return phase && asked ? { phase, asked } : undefined
}

/** The last phase is the debrief. */
export const inDebrief = ({ agenda, countdown }: Mock): boolean => countdown.phase === agenda.length - 1

/**
 * Where one step forward (1) or back (-1) leads; undefined at either end. A phase that asks nothing, because earlier ones
 * took its questions, is passed over; the debrief never is.
 */
export function stepOf({ agenda, slot, countdown }: Mock, by: 1 | -1): { phase: number; slot: number } | undefined {
  if (agenda[countdown.phase]?.slots[slot + by]) return { phase: countdown.phase, slot: slot + by }
  for (let phase = countdown.phase + by; agenda[phase]; phase += by) {
    const { length } = agenda[phase]?.slots ?? []
    if (length > 0 || phase === agenda.length - 1) return { phase, slot: by > 0 ? 0 : length - 1 }
  }
  return undefined
}

/** Goes to a question; a step inside a phase does not touch its time. */
export function moved(mock: Mock, to: { phase: number; slot: number }, now: number): Mock {
  const countdown = to.phase === mock.countdown.phase ? mock.countdown : toPhase(mock.countdown, to.phase, now)
  const question = mock.agenda[to.phase]?.slots[to.slot]?.question
  const reached = question === undefined ? mock.reached : [...new Set([...mock.reached, question])]
  return { ...mock, slot: to.slot, countdown, reached }
}

/** Ends the questions: what was not asked is left out. */
export const toDebrief = (mock: Mock, now: number): Mock => moved(mock, { phase: mock.agenda.length - 1, slot: 0 }, now)

/** What was judged: a dimension of the rubric in a phase. */
export interface Judged {
  phase: string
  dimension: string
}

/** Name of a rating in the record. */
export const ratingOf = ({ phase, dimension }: Judged): string => `${phase}/${dimension}`

/** Rates a dimension. */
export const rated = (mock: Mock, judged: Judged, level: Rating): Mock => ({
  ...mock,
  ratings: { ...mock.ratings, [ratingOf(judged)]: level },
})

/** Closes the debrief and stops the time. */
export const finished = (mock: Mock, now: number): Mock => ({
  ...mock,
  finished: now,
  countdown: paused(mock.countdown, now),
})
