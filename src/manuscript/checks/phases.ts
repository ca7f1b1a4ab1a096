/** The phases of the mock fill their time, and their questions have names of their own. */
import { entriesOf, isWhole, type Manuscript } from '../manuscript.ts'
import type { Problem } from '../problem.ts'

const LENGTHS = ['45', '60', '90'] as const

export function phaseProblems(manuscript: Manuscript): Problem[] {
  const phases = entriesOf(manuscript, 'phase')
  const [first] = phases
  if (!first) return []
  // A phase that could not be read leaves a hole in every sum.
  const lengths = isWhole(manuscript, 'phase') ? LENGTHS : []
  const times = lengths.flatMap((length) => {
    const sum = phases.reduce((minutes, { data }) => minutes + data.minutes[length], 0)
    return sum === Number(length) ? [] : [wrongSum(first.file, length, sum)]
  })
  return [...times, ...promptNames(manuscript)]
}

const wrongSum = (file: string, length: string, sum: number): Problem => ({
  file,
  line: 1,
  found: `phases of ${sum} minutes together in the interview of ${length}`,
  expected: `${length} minutes; the phases fill the interview`,
  todo: `change "${length}" of one phase by ${Math.abs(sum - Number(length))}`,
})

/** Records of a mock keep what was asked by name: those of prompts and questions share one list. */
function promptNames(manuscript: Manuscript): Problem[] {
  const taken = new Map(entriesOf(manuscript, 'question').map(({ id, file }) => [id, file]))
  return entriesOf(manuscript, 'phase').flatMap(({ file, data, lineOf }) =>
    data.prompts.flatMap(({ id }, at) => {
      const other = taken.get(id)
      taken.set(id, file)
      return other ? [sameName(file, lineOf(['prompts', at, 'id']), id, other)] : []
    }),
  )
}

const sameName = (file: string, line: number, id: string, other: string): Problem => ({
  file,
  line,
  found: `"${id}", which is the name of another question (${other})`,
  expected: 'a name of its own for everything that a mock asks',
  todo: 'rename this one, unless notes hang on it already',
})
