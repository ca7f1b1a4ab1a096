/** Everything that is kept, by kind of record: what export, import and deletion go through. In the order of the names. */
import { blanksShelf } from './blanks/filled-blank.ts'
import { listShelf, marksShelf, seenShelf, setupShelf } from './asks/ask.ts'
import { choiceShelf } from './cards/choice.ts'
import { notesShelf } from './cards/notes.ts'
import { queueShelf } from './cards/queue.ts'
import { reviewShelf } from './cards/review.ts'
import { transferShelf } from './data/transfer.ts'
import { interviewShelf } from './interview/interview.ts'
import { mockNoteShelf, mockShelf } from './mock/mock.ts'
import { planShelf } from './plan/current-plan.ts'
import { tasksShelf } from './plan/task.ts'
import type { Shelf } from './storage.ts'
import { storiesShelf } from './stories/own-version.ts'
import { plannedUsesShelf } from './stories/planned-uses.ts'

export const shelves: readonly Shelf<unknown>[] = [
  blanksShelf,
  listShelf,
  setupShelf,
  marksShelf,
  choiceShelf,
  notesShelf,
  queueShelf,
  interviewShelf,
  mockNoteShelf,
  mockShelf,
  planShelf,
  reviewShelf,
  transferShelf,
  seenShelf,
  storiesShelf,
  plannedUsesShelf,
  tasksShelf,
]
