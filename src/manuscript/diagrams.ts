/** The diagrams of a manuscript, and where their drawings are kept: drawn once, and read by every page that shows them. */
import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { withFigures, type Figures } from './bench.ts'
import { entriesOf, type Entry, type Manuscript } from './manuscript.ts'
import type { ValuePath } from './source.ts'

/** A diagram as it is to be drawn, and where it is written. */
export interface Diagram {
  file: string
  /** Line of the file on which its first line stands. */
  line: number
  /** D2, with the figures of the bench in it. */
  text: string
}

/** A drawn diagram. */
export interface Drawing {
  /** In pixels on the screen. */
  width: number
  height: number
  viewBox: string
  /** What stands inside the `<svg>` element. */
  inside: string
}

/** Folder of the drawings; whatever lies in it can be drawn anew. */
export const DRAWINGS = join('.cache', 'diagrams')

/** Every diagram of the pictures and sheets. */
export function diagramsOf(manuscript: Manuscript, figures: Figures): Diagram[] {
  const written = (entry: Entry, path: ValuePath, d2: string) => ({
    file: entry.file,
    // The text of a block begins on the line below its name.
    line: entry.lineOf(path) + 1,
    text: withFigures(d2, figures),
  })
  const pictures = entriesOf(manuscript, 'picture').flatMap((entry) =>
    entry.data.kind === 'diagram' ? [written(entry, ['d2'], entry.data.d2)] : [],
  )
  const sheets = entriesOf(manuscript, 'sheet').flatMap((entry) =>
    entry.data.drawing ? [written(entry, ['drawing', 'd2'], entry.data.drawing.d2)] : [],
  )
  return [...pictures, ...sheets]
}

/** File of the drawing of a text. */
export const drawingFile = (text: string): string =>
  join(DRAWINGS, `${createHash('sha256').update(text).digest('hex').slice(0, 32)}.json`)

/** The drawing of a text, which the check of the content has left. Throws when there is none. */
export function readDrawing(text: string): Drawing {
  const file = drawingFile(text)
  if (!existsSync(file)) throw new Error(`${file} is missing: the diagrams are drawn when the content is checked`)
  return JSON.parse(readFileSync(file, 'utf8')) as Drawing
}
