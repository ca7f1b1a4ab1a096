/** The questions to ask them, as the page knows them, and what is remembered of them. */
import { array, boolean, object, picklist, string, type InferOutput } from 'valibot'
import type { Shelf } from '../storage.ts'

export const AUDIENCES = ['recruiter', 'tech-lead', 'manager'] as const
export type Audience = (typeof AUDIENCES)[number]

/** The audience until another is chosen: the guide's own six are for a tech lead. */
export const FIRST_AUDIENCE: Audience = 'tech-lead'

export const isAudience = (text: string | undefined): text is Audience => AUDIENCES.some((known) => known === text)

/** As many as a conversation has room for, by the brief. */
export const ENOUGH = { min: 4, max: 6 } as const

/** What the choice depends on; the words stand in the page. */
export interface Ask {
  /** Id in `content/asks.yaml`. */
  id: string
  group: string
  audience: readonly Audience[]
  /** Whether it stands on the guide's day-of card. */
  chosen: boolean
}

export const setup = object({
  /** Whom the candidate meets next. */
  audience: picklist(AUDIENCES),
  /** Whether the call has begun. */
  call: boolean(),
})
export type Setup = InferOutput<typeof setup>

/** One record, `now`. */
export const setupShelf: Shelf<Setup> = { name: 'ask-setup', version: 1, schema: setup }

/** Ids in the order in which they will be asked. */
export const list = object({ asks: array(string()) })

/** A record an audience; while there is none, the suggestion holds. */
export const listShelf: Shelf<InferOutput<typeof list>> = { name: 'ask-lists', version: 1, schema: list }

export const marks = object({
  /** Already answered, by the posting or an earlier round: nobody needs to ask it. */
  struck: boolean(),
  /** What came of it in a call. */
  answer: picklist(['none', 'answered', 'not-answered']),
  /** What they said, as typed. */
  note: string(),
})
export type Marks = InferOutput<typeof marks>

export const UNMARKED: Marks = { struck: false, answer: 'none', note: '' }

/** A record an ask, by its id. */
export const marksShelf: Shelf<Marks> = { name: 'asks', version: 1, schema: marks }

export const seenFlag = object({ seen: boolean() })

/** A record a red flag that was seen, by the flag's id. */
export const seenShelf: Shelf<InferOutput<typeof seenFlag>> = { name: 'seen-flags', version: 1, schema: seenFlag }

/** Whether it need not be asked any more. */
export const isSettled = ({ struck, answer }: Marks): boolean => struck || answer === 'answered'
