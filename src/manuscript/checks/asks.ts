/** The day-of card has room for four to six questions. */
import { entriesOf, isWhole, type Manuscript } from '../manuscript.ts'
import type { Problem } from '../problem.ts'

export function chosenAsks(manuscript: Manuscript): Problem[] {
  const asks = entriesOf(manuscript, 'ask')
  const chosen = asks.filter(({ data }) => data.chosen).length
  const [first] = asks
  if (!first || !isWhole(manuscript, 'ask') || (chosen >= 4 && chosen <= 6)) return []
  return [
    {
      file: first.file,
      line: 1,
      found: `${chosen} questions marked "chosen: true"`,
      expected: 'four to six, as many as a conversation has room for',
      todo: 'mark or unmark some; these stand on the day-of card',
    },
  ]
}
