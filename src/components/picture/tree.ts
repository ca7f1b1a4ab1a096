/** Places the rows of a tree: names one below the other, further in the deeper they are. */
import type { Tree } from '../../schemas/tree.ts'
import { emptyScene, lineThrough, rectangle, round, WIDTH, type Scene } from './scene.ts'
import { SMALL, widthOf, wrap } from './type.ts'

type Row = Tree['rows'][number]
interface Placed extends Row {
  top: number
  bottom: number
  notes: string[]
}

const STEP = 18
const PAD = 8

export function treeScene({ rows }: Tree): Scene {
  const scene = emptyScene()
  const placed = placeRows(rows)
  for (const [at, row] of placed.entries()) {
    placeBranch(scene, placed, at)
    placeName(scene, row)
    if (row.frame !== undefined) placeFrame(scene, row, lastUnder(placed, at))
  }
  scene.height = (placed.at(-1)?.bottom ?? 0) + PAD
  return scene
}

const indent = ({ depth }: Row) => PAD + depth * STEP

function placeRows(rows: readonly Row[]): Placed[] {
  let y = 0
  return rows.map((row) => {
    const top = y + (row.frame === undefined ? 0 : PAD + 8)
    const notes = row.note === undefined ? [] : wrap(row.note, WIDTH - indent(row) - PAD, SMALL)
    y = top + 20 + notes.length * 13
    return { ...row, top, bottom: y, notes }
  })
}

/** Place of the last row that belongs to the one at `at`. */
export function lastUnder(rows: readonly Placed[], at: number): Placed | undefined {
  const depth = rows[at]?.depth ?? 0
  const next = rows.findIndex((row, place) => place > at && row.depth <= depth)
  return rows[next === -1 ? rows.length - 1 : next - 1]
}

function placeName(scene: Scene, row: Placed) {
  const x = indent(row)
  scene.words.push({ x, y: round(row.top + 14), text: `\`${row.name}\``, type: { bold: true, tone: row.tone } })
  for (const [line, text] of row.notes.entries()) {
    scene.words.push({ x, y: round(row.top + 28 + line * 13), text, type: { small: true } })
  }
}

/** A line from the row that this one belongs to, down and to its name. */
function placeBranch(scene: Scene, rows: readonly Placed[], at: number) {
  const row = rows[at]
  const parent = rows.slice(0, at).findLast(({ depth }) => row !== undefined && depth < row.depth)
  if (!row || !parent) return
  const x = indent(parent) + 5
  const y = row.top + 10
  scene.paths.push({
    d: lineThrough([
      [x, parent.bottom],
      [x, y],
      [indent(row) - 4, y],
    ]),
    paint: { layer: 'line', tone: 'soft' },
  })
}

function placeFrame(scene: Scene, row: Placed, last: Placed | undefined) {
  const left = indent(row) - 6
  const height = (last?.bottom ?? row.bottom) - row.top + 6
  scene.paths.push({
    d: rectangle([left, row.top - 4], [WIDTH - left, height]),
    paint: { layer: 'frame', tone: row.tone, dash: 'dashed' },
  })
  const text = row.frame ?? ''
  scene.words.push({
    x: round(WIDTH - 6),
    y: round(row.top + 14),
    text,
    type: { anchor: 'end', small: true, tone: row.tone },
  })
  if (widthOf(text, SMALL) > WIDTH - left - 20 - widthOf(`\`${row.name}\``))
    throw new Error(`"${text}" is too long to stand beside ${row.name}`)
}
