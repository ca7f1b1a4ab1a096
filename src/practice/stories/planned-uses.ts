/** Which story the candidate plans to tell for which question, and which one would be told too often. */
import { object, string, type InferOutput } from 'valibot'
import type { RecordKind } from '../kit/storage/record-kind.ts'
import type { RecordStore } from '../kit/storage/storage.ts'

export const plannedUse = object({
  /** Name of the story's file. */
  story: string(),
})

export type PlannedUse = InferOutput<typeof plannedUse>

/** A record a question, by the name of its file. */
export const plannedUsesKind: RecordKind<PlannedUse> = {
  name: 'story-uses',
  title: 'Stories chosen for questions',
  version: 1,
  schema: plannedUse,
}

/** Plans a story for a question; an empty name plans none. */
export function planUse(uses: RecordStore<PlannedUse>, question: string, story: string): void {
  if (story) uses.put(question, { story })
  else uses.remove(question)
}

/** From so many questions on, two of them are likely to come up in one interview. */
export const TOO_MANY = 3

/** Questions for which each story is planned, in the order given. */
export function usesOf(plan: Iterable<readonly [question: string, story: string]>): Map<string, string[]> {
  const uses = new Map<string, string[]>()
  for (const [question, story] of plan) uses.set(story, [...(uses.get(story) ?? []), question])
  return uses
}

/** Stories that are planned for three questions or more. */
export const overused = (uses: ReadonlyMap<string, readonly string[]>): string[] =>
  [...uses].filter(([, questions]) => questions.length >= TOO_MANY).map(([story]) => story)
