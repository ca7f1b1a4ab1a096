/**
 * Everything that is kept, by kind, in the order of the overview: what export and import go through, and what
 * deletion counts before it clears all.
 */
import { listKind, marksKind, seenKind, setupKind } from '../asks/asks-store.ts'
import { blanksKind } from '../blanks/filled-blank.ts'
import { reviewKind } from '../cards/review.ts'
import { choiceKind, notesKind, queueKind } from '../cards/store.ts'
import { interviewKind } from '../interview/interview.ts'
import type { RecordKind } from '../kit/storage/record-kind.ts'
import { mockNoteKind, mockKind } from '../mock/mock.ts'
import { pathsKind } from '../path/path-progress.ts'
import { planKind } from '../plan/current-plan.ts'
import { tasksKind } from '../plan/task.ts'
import { storiesKind } from '../stories/own-version.ts'
import { plannedUsesKind } from '../stories/planned-uses.ts'

/** All but the pieces of a hand-over, which only pass through. */
export const recordKinds: readonly RecordKind<unknown>[] = [
  interviewKind,
  reviewKind,
  notesKind,
  queueKind,
  choiceKind,
  mockKind,
  mockNoteKind,
  pathsKind,
  planKind,
  tasksKind,
  blanksKind,
  storiesKind,
  plannedUsesKind,
  marksKind,
  listKind,
  setupKind,
  seenKind,
]
