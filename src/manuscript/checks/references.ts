/** What fields and components name exists. */
import { closest, distance } from 'fastest-levenshtein'
import { referencesIn, RESULTS } from '../bench.ts'
import { REFERENCE_KINDS } from '../kinds.ts'
import type { Entry, Text } from '../manuscript.ts'
import type { Problem } from '../problem.ts'
import { attributesOf, componentsOf } from './body.ts'
import { fieldsOf } from './fields.ts'
import { dangling, type Known } from './known.ts'

/** A question's folder is an area; told once a folder. */
export function knownAreas(texts: readonly Text[], known: Known): Problem[] {
  const questions = texts.filter(({ kind, file }) => kind === 'question' && file.endsWith('.mdx'))
  return [...Map.groupBy(questions, ({ folder }) => folder)].flatMap(([folder, [first, ...others]]) =>
    !first || known.has('area', folder)
      ? []
      : [{ file: first.file, line: 1, ...unknownArea(folder, others.length, known.idsOf('area')) }],
  )
}

const unknownArea = (folder: string, others: number, areas: readonly string[]): Omit<Problem, 'file' | 'line'> => ({
  found:
    (folder ? `the area "${folder}" (a question's folder is its area)` : 'a question in no folder, which is its area') +
    (others > 0 ? `, and ${others} more there` : ''),
  expected: areas.length > 0 ? `one of ${areas.join(', ')}` : 'an area of areas.yaml, which has none',
  todo: !folder
    ? 'move it to the folder of its area'
    : areas.length === 0
      ? 'add the area to areas.yaml'
      : folder.includes('/')
        ? 'move it up; there are no folders within an area'
        : `call the folder "${closest(folder, [...areas])}", move what is in it, or add the area to areas.yaml`,
})

/** Ids of other things in the fields. */
export function fieldReferences(entry: Entry, known: Known): Problem[] {
  return fieldsOf(entry).flatMap(({ text, path, refersTo }) => {
    if (refersTo === undefined || refersTo === 'figure') return []
    const [kind = '', id = ''] = refersTo === '*' ? text.split(':') : [refersTo, text]
    if (known.has(kind, id) && (refersTo !== '*' || isPlace(kind))) return []
    const told = refersTo !== '*' || isPlace(kind) ? dangling(kind, id, known) : unknownKind(text)
    return [{ file: entry.file, line: entry.lineOf(path), ...told }]
  })
}

const isPlace = (kind: string) => REFERENCE_KINDS.some((one) => one === kind)

function unknownKind(text: string): Omit<Problem, 'file' | 'line'> {
  const [kind = '', id = ''] = text.split(':')
  const near = closest(kind, [...REFERENCE_KINDS])
  return {
    found: `"${text}", which is no page of the guide`,
    expected: `kind:id (${REFERENCE_KINDS.join(', ')})`,
    todo: distance(kind, near) <= 2 ? `write "${near}:${id}"` : 'name a page',
  }
}

/** Figures in the fields of pictures, sheets included, that are not among those that the bench has left. */
export function unmeasuredFigures(entry: Entry, figures: readonly string[]): Problem[] {
  if (entry.kind !== 'picture' && entry.kind !== 'sheet') return []
  return fieldsOf(entry).flatMap(({ text, path, refersTo }) => {
    const references = refersTo === 'figure' ? [text] : referencesIn(text)
    return references
      .filter((reference) => !figures.includes(reference))
      .map((reference) => ({ file: entry.file, line: entry.lineOf(path), ...unmeasured(reference, figures) }))
  })
}

const unmeasured = (reference: string, figures: readonly string[]) => ({
  found: `a figure "${reference}" that the bench has not measured`,
  expected: `part/figure, as the names in ${RESULTS} have it`,
  todo:
    figures.length > 0 ? `write "${closest(reference, [...figures])}", or run that part of the bench` : 'run the bench',
})

/** Regions, pictures and drawings that components show. */
export function shownThings(text: Text, known: Known, hasDrawing: (sheet: string) => boolean): Problem[] {
  return componentsOf(text).flatMap((component) => {
    const { region, id, sheet } = attributesOf(component)
    // That one has none of them is told with the body.
    const told = () => {
      switch (component.node.name) {
        case 'Code':
          return !region || known.has('code', region) ? undefined : noRegion(region, known.idsOf('code'))
        case 'Picture':
          return !id || known.has('picture', id) ? undefined : noPicture(id, known.idsOf('picture'))
        case 'Drawing':
          return !sheet || hasDrawing(sheet) ? undefined : noDrawing(sheet)
        default:
          return undefined
      }
    }
    const problem = told()
    return problem ? [{ file: text.file, line: component.line, ...problem }] : []
  })
}

const noRegion = (region: string, regions: readonly string[]) => ({
  found: `<Code region="${region}" />, but the service has no such region`,
  expected: 'file#region, where the file under service/ marks the region with "#region" and "#endregion" comments',
  todo:
    regions.length > 0
      ? `write "${closest(region, [...regions])}", or mark the region in its file`
      : 'mark the region in its file',
})

const noPicture = (id: string, pictures: readonly string[]) => ({
  found: `<Picture id="${id}" />, but there is no such picture`,
  expected: 'the name of a file in the folder "pictures", without its ending',
  todo:
    pictures.length > 0
      ? `write "${closest(id, [...pictures])}", or draw it; docs/pictures.md shows how`
      : 'draw it; docs/pictures.md shows how',
})

const noDrawing = (sheet: string) => ({
  found: `<Drawing sheet="${sheet}" />, but that sheet has no drawing`,
  expected: 'the name of a sheet whose fields hold a "drawing"',
  todo: 'add the drawing to the fields, or take this away',
})
