/** Everything that is kept, by kind of record: what export, import and deletion go through. In the order of the names. */
import { choiceShelf } from './cards/choice.ts'
import { notesShelf } from './cards/notes.ts'
import { queueShelf } from './cards/queue.ts'
import { reviewShelf } from './cards/review.ts'
import { interviewShelf } from './interview/interview.ts'
import { mockNoteShelf, mockShelf } from './mock/mock.ts'
import type { Shelf } from './storage.ts'

export const shelves: readonly Shelf<unknown>[] = [
  choiceShelf,
  notesShelf,
  queueShelf,
  interviewShelf,
  mockNoteShelf,
  mockShelf,
  reviewShelf,
]
