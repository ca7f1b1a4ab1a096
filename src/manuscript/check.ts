/** Holds the whole content against its rules. Content that passes can be built. */
import { targetsOf } from './addresses.ts'
import { answerProblems } from './checks/answers.ts'
import { askFlags, chosenAsks } from './checks/asks.ts'
import { bodyProblems } from './checks/body.ts'
import { pathProblems } from './checks/paths.ts'
import { pictureProblems } from './checks/pictures.ts'
import { planProblems } from './checks/plan.ts'
import { fieldLinks, knownAreas, questionReferences, whyCode } from './checks/references.ts'
import { uniqueIds, uniqueOrders } from './checks/uniqueness.ts'
import { entriesOf, readManuscript, type Manuscript } from './manuscript.ts'
import { ContentError, type Problem } from './problem.ts'

/** Reads the content and throws a `ContentError` with everything that is wrong in it. */
export function readSoundManuscript(root: string): Manuscript {
  const manuscript = readManuscript(root)
  const problems = [...manuscript.problems, ...checkManuscript(manuscript)]
  if (problems.length > 0) throw new ContentError(problems)
  return manuscript
}

/** Problems between the files; those inside a single file's fields stand in `manuscript.problems`. */
export function checkManuscript(manuscript: Manuscript): Problem[] {
  // References to files that could not be read would only repeat the first mistake.
  if (manuscript.problems.length > 0) return []
  const targets = targetsOf(manuscript)
  const questions = entriesOf(manuscript, 'question')
  return [
    ...uniqueOrders(manuscript),
    ...uniqueIds(manuscript),
    ...knownAreas(manuscript),
    ...questions.flatMap((entry) => questionReferences(entry, targets)),
    ...questions.flatMap(answerProblems),
    ...entriesOf(manuscript, 'why').flatMap((entry) => whyCode(entry, targets)),
    ...pathProblems(manuscript, targets),
    ...planProblems(manuscript, targets),
    ...chosenAsks(manuscript),
    ...askFlags(manuscript, targets),
    ...pictureProblems(manuscript),
    ...manuscript.entries.flatMap((entry) => bodyProblems(entry, targets)),
    ...manuscript.entries.flatMap((entry) => fieldLinks(entry, targets)),
  ]
}
