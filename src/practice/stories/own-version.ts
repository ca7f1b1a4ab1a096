/** The candidate's own version of a story: the parts told in words of their own. */
import { object, optional, string, type InferOutput } from 'valibot'
import type { RecordKind } from '../kit/storage/record-kind.ts'
import type { RecordStore } from '../kit/storage/storage.ts'

const part = optional(string())

export const ownVersion = object({ headline: part, situation: part, task: part, action: part, result: part })

/** As typed; a part that is missing is told in the guide's words. */
export type OwnVersion = InferOutput<typeof ownVersion>
export type OwnPart = keyof OwnVersion

/** The headline first, then the parts, as a story is told. */
export const OWN_PARTS = ['headline', 'situation', 'task', 'action', 'result'] as const satisfies readonly OwnPart[]

/** A record a story, by the name of its file under `content/stories/`. */
export const storiesKind: RecordKind<OwnVersion> = {
  name: 'stories',
  title: 'Stories in your words',
  version: 1,
  schema: ownVersion,
}

/** Own words of a part; undefined where there are none but white space, and the guide's hold. */
export function ownWords(version: OwnVersion | undefined, part: OwnPart): string | undefined {
  const text = version?.[part]?.trim()
  return text === '' ? undefined : text
}

/** Keeps own words of a part, as typed; `undefined` goes back to the guide's. */
export function setOwnWords(
  stories: RecordStore<OwnVersion>,
  story: string,
  part: OwnPart,
  text: string | undefined,
): void {
  const version = { ...stories.get(story), [part]: text }
  if (text === undefined) Reflect.deleteProperty(version, part)
  if (Object.keys(version).length > 0) stories.put(story, version)
  else stories.remove(story)
}
