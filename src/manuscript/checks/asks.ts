/** The day-of card has room for four to six questions, and what a poor answer shows is one of the red flags. */
import type { Targets } from '../addresses.ts'
import { entriesOf, type Manuscript } from '../manuscript.ts'
import type { Problem } from '../problem.ts'
import { dangling } from './references.ts'

export const askFlags = (manuscript: Manuscript, targets: Targets): Problem[] =>
  entriesOf(manuscript, 'ask').flatMap((entry) =>
    entry.data.flags
      .map((flag) => `flag:${flag}`)
      .filter((reference) => !targets.has(reference))
      .map((reference) => dangling(entry, ['flags'], reference, targets)),
  )

export function chosenAsks(manuscript: Manuscript): Problem[] {
  const asks = entriesOf(manuscript, 'ask')
  const chosen = asks.filter(({ data }) => data.chosen).length
  const [first] = asks
  if (!first || (chosen >= 4 && chosen <= 6)) return []
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
