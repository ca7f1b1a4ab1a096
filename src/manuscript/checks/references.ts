/** What a file refers to must exist. */
import { closest } from 'fastest-levenshtein'
import { REFERENCE_KINDS, type Targets } from '../addresses.ts'
import { entriesOf, type Entry, type Manuscript } from '../manuscript.ts'
import type { Problem } from '../problem.ts'
import type { ValuePath } from '../source.ts'

/** A question's folder must be an area. */
export function knownAreas(manuscript: Manuscript): Problem[] {
  const areas = entriesOf(manuscript, 'area').map(({ id }) => id)
  return entriesOf(manuscript, 'question')
    .filter(({ folder }) => !areas.includes(folder))
    .map(({ file, folder }) => ({
      file,
      line: 1,
      found: `the area "${folder}" (a question's folder is its area)`,
      expected: `one of ${areas.join(', ')}`,
      todo: `move the file to "${closest(folder, areas)}" or where it belongs, or add the area to areas.yaml`,
    }))
}

/** The concepts and stories that a question names. */
export function questionReferences(entry: Entry<'question'>, targets: Targets): Problem[] {
  const named = [
    ...entry.data.concepts.map((id, at) => ({ reference: `concept:${id}`, path: ['concepts', at] })),
    ...entry.data.stories.map((id, at) => ({ reference: `story:${id}`, path: ['stories', at] })),
  ]
  return named
    .filter(({ reference }) => !targets.has(reference))
    .map(({ reference, path }) => dangling(entry, path, reference, targets))
}

/** The region of the service that a reviewer's question points at. */
export function whyCode(entry: Entry<'why'>, targets: Targets): Problem[] {
  const reference = `code:${entry.data.code}`
  return targets.has(reference) ? [] : [dangling(entry, ['code'], reference, targets)]
}

/** Links inside the texts of the fields, wherever they stand. */
export function fieldLinks(entry: Entry, targets: Targets): Problem[] {
  return [...textsOf(entry.data, [])].flatMap(({ text, path }) =>
    [...text.matchAll(/\]\(([a-z]+:[\w./#-]+)\)/g)]
      .map(([, reference = '']) => reference)
      .filter((reference) => isReference(reference) && !targets.has(reference))
      .map((reference) => dangling(entry, path, reference, targets)),
  )
}

/** A reference that leads nowhere, with the ones of its kind that exist. */
export function dangling(entry: Entry, path: ValuePath, reference: string, targets: Targets): Problem {
  const kind = reference.slice(0, reference.indexOf(':'))
  const known = [...targets.keys()].filter((target) => target.startsWith(`${kind}:`))
  return {
    file: entry.file,
    line: entry.lineOf(path),
    found: `"${reference}", which does not exist`,
    expected: known.length > 0 ? `one of ${known.join(', ')}` : `a reference of the kind ${REFERENCE_KINDS.join(', ')}`,
    todo: known.length > 0 ? `write "${closest(reference, known)}", or add what is meant` : 'correct the reference',
  }
}

const isReference = (reference: string) => [...REFERENCE_KINDS, 'code'].some((kind) => reference.startsWith(`${kind}:`))

function* textsOf(value: unknown, path: ValuePath): Generator<{ text: string; path: ValuePath }> {
  if (typeof value === 'string') yield { text: value, path }
  else if (typeof value === 'object' && value !== null) {
    for (const [key, inner] of Object.entries(value)) {
      yield* textsOf(inner, [...path, Array.isArray(value) ? Number(key) : key])
    }
  }
}
