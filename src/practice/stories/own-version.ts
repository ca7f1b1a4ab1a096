/** The candidate's own version of a story: the parts that he tells in his own words. */
import { object, optional, string, type InferOutput } from 'valibot'
import type { Shelf } from '../storage.ts'

const part = optional(string())

export const ownVersion = object({ headline: part, situation: part, task: part, action: part, result: part })

/** As typed; a part that is missing is told in the guide's words. */
export type OwnVersion = InferOutput<typeof ownVersion>
export type OwnPart = keyof OwnVersion

/** The headline first, then the parts, as a story is told. */
export const OWN_PARTS = ['headline', 'situation', 'task', 'action', 'result'] as const satisfies readonly OwnPart[]

/** A record a story, by the name of its file under `content/stories/`. */
export const storiesShelf: Shelf<OwnVersion> = { name: 'stories', version: 1, schema: ownVersion }
