/** Pictures: each that is shown exists, its arrows and messages have ends, and the bench has measured its figures. */
import { closest } from 'fastest-levenshtein'
import { readFigures, referencesIn, RESULTS } from '../bench.ts'
import { entriesOf, type Entry, type Manuscript } from '../manuscript.ts'
import type { Problem } from '../problem.ts'
import type { ValuePath } from '../source.ts'
import { attributesOf, proseLines } from './body.ts'

type PictureEntry = Entry<'picture'>

export function pictureProblems(manuscript: Manuscript): Problem[] {
  const pictures = entriesOf(manuscript, 'picture')
  const ids = pictures.map(({ id }) => id)
  const figures = [...readFigures().keys()]
  return [
    ...manuscript.entries.flatMap((entry) => shownPictures(entry, ids)),
    ...pictures.flatMap(looseEnds),
    ...pictures.flatMap((entry) => unmeasured(entry, figures)),
  ]
}

function shownPictures(entry: Entry, ids: readonly string[]): Problem[] {
  return proseLines(entry).flatMap(({ text, number }) =>
    [...text.matchAll(/<Picture\b([^>]*)>/g)].flatMap(([, tag = '']) => {
      const id = Object.fromEntries(attributesOf(tag))['id'] ?? ''
      if (ids.includes(id)) return []
      const problem = {
        found: `<Picture id="${id}" />, but there is no such picture`,
        expected: 'the name of a file in the folder "pictures", without its ending',
        todo: `write "${closest(id, [...ids])}", or draw it; src/schemas/picture.ts explains how`,
      }
      return [{ file: entry.file, line: number, ...problem }]
    }),
  )
}

/** Arrows and messages name boxes and actors. */
function looseEnds(entry: PictureEntry): Problem[] {
  const { data } = entry
  if (data.kind === 'boxes') {
    const ids = data.boxes.map(({ id }) => id)
    return data.arrows.flatMap((arrow, at) =>
      (['from', 'to'] as const).flatMap((end) => unknownName(entry, ['arrows', at, end], arrow[end], ids, 'box')),
    )
  }
  if (data.kind !== 'sequence') return []
  const ids = data.actors.map(({ id }) => id)
  const unknownActor = (path: ValuePath, name: string) => unknownName(entry, ['steps', ...path], name, ids, 'actor')
  return data.steps.flatMap((step, at) => {
    if (step.is === 'part') return []
    if (step.is === 'note') return step.at.flatMap((name, place) => unknownActor([at, 'at', place], name))
    return (['from', 'to'] as const).flatMap((end) => unknownActor([at, end], step[end]))
  })
}

function unknownName(
  entry: PictureEntry,
  path: ValuePath,
  name: string,
  ids: readonly string[],
  noun: string,
): Problem[] {
  if (ids.includes(name)) return []
  const line = entry.lineOf(path)
  const expected = `the id of one: ${ids.join(', ')}`
  const todo = `write "${closest(name, [...ids])}", or add the ${noun}`
  return [{ file: entry.file, line, found: `no ${noun} "${name}" in this picture`, expected, todo }]
}

/** Figures of the bench that no run has left. */
function unmeasured(entry: PictureEntry, figures: readonly string[]): Problem[] {
  return textsIn(entry.data, []).flatMap(({ path, text }) => {
    const references = path.at(-1) === 'bench' ? [text] : referencesIn(text)
    return references.flatMap((reference) => {
      if (figures.includes(reference)) return []
      const problem = {
        found: `a figure "${reference}" that the bench has not measured`,
        expected: `part/figure, as the names in ${RESULTS} have it`,
        todo: `write "${closest(reference, [...figures])}", or run that part of the bench`,
      }
      return [{ file: entry.file, line: entry.lineOf(path), ...problem }]
    })
  })
}

/** Every text of a value, with the way to it. */
function textsIn(value: unknown, path: ValuePath): { path: ValuePath; text: string }[] {
  if (typeof value === 'string') return [{ path, text: value }]
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([name, inner]) =>
    textsIn(inner, [...path, Array.isArray(value) ? Number(name) : name]),
  )
}
