/** Holds the whole content against its rules. That diagrams can be drawn is seen when the build draws them. */
import { existsSync } from 'node:fs'
import { readFigures } from './bench.ts'
import { anchorClashes, anchorsOf } from './checks/anchors.ts'
import { answerProblems } from './checks/answers.ts'
import { chosenAsks } from './checks/asks.ts'
import { bodyProblems } from './checks/body.ts'
import { knownIn } from './checks/known.ts'
import { bodyLinks, fieldLinks } from './checks/links.ts'
import { bodyMarks, fieldMarks } from './checks/marks.ts'
import { pathProblems } from './checks/paths.ts'
import { phaseProblems } from './checks/phases.ts'
import { planProblems } from './checks/plan.ts'
import { fieldReferences, knownAreas, shownThings, unmeasuredFigures } from './checks/references.ts'
import { flagsPage, sectionLists } from './checks/sections.ts'
import { emptyParts } from './checks/sheets.ts'
import { uniqueIds, uniqueOrders } from './checks/uniqueness.ts'
import { named, readManuscript, type Manuscript } from './manuscript.ts'
import { ContentError, type Problem } from './problem.ts'

/** Reads the content; throws a `ContentError` with everything that its schemas and these rules refuse. */
export function readSoundManuscript(root: string): Manuscript {
  if (!existsSync(root)) throw new ContentError([noContent(named(root, '.'))])
  const manuscript = readManuscript(root)
  const problems = [...manuscript.problems, ...checkManuscript(manuscript, named(root, '.'))]
  if (problems.length > 0) throw new ContentError(problems)
  return manuscript
}

const noContent = (folder: string): Problem => ({
  file: folder,
  line: 1,
  found: 'no such folder',
  expected: 'the folder of the content, which the variable GUIDE_CONTENT may name',
  todo: 'correct its path',
})

/**
 * Problems of the texts and between the files; what a schema refuses stands in `manuscript.problems`.
 * All are told at once: what could not be read is no reason to be silent about the rest. `folder` is that of the
 * content, as messages call it.
 */
export function checkManuscript(manuscript: Manuscript, folder: string): Problem[] {
  const { entries, unsound } = manuscript
  const known = knownIn(manuscript)
  const figures = [...readFigures().keys()]
  const drawn = new Set(
    entries.flatMap((entry) => (entry.kind === 'sheet' && 'drawing' in entry.data ? [entry.id] : [])),
  )
  const hasDrawing = (sheet: string) => drawn.has(sheet) || unsound.some(({ id }) => id === sheet)
  return [
    ...uniqueOrders(manuscript),
    ...uniqueIds(manuscript),
    ...sectionLists(manuscript, folder),
    ...flagsPage(manuscript, folder),
    ...pathProblems(manuscript),
    ...planProblems(manuscript),
    ...phaseProblems(manuscript),
    ...chosenAsks(manuscript),
    ...emptyParts(manuscript),
    ...knownAreas([...entries, ...unsound], known),
    ...[...entries, ...unsound.filter(({ body }) => body !== '')].flatMap((text) => [
      ...bodyProblems(text),
      ...bodyMarks(text, known),
      ...answerProblems(text),
      ...shownThings(text, known, hasDrawing),
    ]),
    ...unsound.flatMap((text) => bodyLinks(text, known, anchorsOf(text, manuscript))),
    ...entries.flatMap((entry) => [
      ...bodyLinks(entry, known, anchorsOf(entry, manuscript, entry)),
      ...fieldReferences(entry, known),
      ...fieldLinks(entry, known),
      ...fieldMarks(entry, known),
      ...unmeasuredFigures(entry, figures),
      ...anchorClashes(entry, manuscript),
    ]),
  ]
}
