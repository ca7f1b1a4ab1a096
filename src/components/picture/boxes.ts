/** Places boxes and arrows: everything stands where the author put it, and arrows find their way. */
import type { Boxes } from '../../schemas/boxes.ts'
import { centerOf, middleOf, routeOf } from './arrows.ts'
import { cylinder, emptyScene, lineThrough, rectangle, round, tip, type Paint, type Scene, type Type } from './scene.ts'
import { LEADING, SMALL, TEXT } from './type.ts'

type Box = Boxes['boxes'][number]

/** Sizes of words and arrows; a sheet's drawing is smaller than a picture. */
export interface Measures {
  text: number
  small: number
  leading: number
  tip: number
}
export const PICTURE: Measures = { text: TEXT, small: SMALL, leading: LEADING, tip: 7 }
export const DRAWING: Measures = { text: 9.5, small: 9.5, leading: 10.5, tip: 5 }

export function boxesScene({ size, boxes, arrows, notes }: Boxes, measures = PICTURE): Scene {
  const scene: Scene = { ...emptyScene(...size), text: measures.text, small: measures.small }
  const byId = new Map(boxes.map((box) => [box.id, box]))
  for (const box of boxes) placeBox(scene, box, measures)
  for (const arrow of arrows) {
    const [from, to] = [byId.get(arrow.from), byId.get(arrow.to)]
    if (!from || !to) throw new Error(`no box "${from ? arrow.to : arrow.from}"`)
    placeArrow(scene, arrow, from, to, measures)
  }
  for (const { at, lines, look, tone } of notes) {
    const type: Type = { tone, ...(look === 'name' ? { bold: true } : { small: true }) }
    for (const [row, text] of lines.entries()) {
      scene.words.push({ x: at[0], y: round(at[1] + row * measures.leading), text, type })
    }
  }
  return scene
}

function placeArrow(scene: Scene, arrow: Boxes['arrows'][number], from: Box, to: Box, measures: Measures) {
  const { tone, look, label, labelAt } = arrow
  const route = routeOf(from, to, arrow.via)
  const [before, end] = [route.at(-2) ?? centerOf(from), route.at(-1) ?? centerOf(to)]
  scene.paths.push({ d: lineThrough(route), paint: { layer: 'line', tone, ...(look === 'dashed' && { dash: look }) } })
  scene.paths.push({ d: tip(before, end, measures.tip), paint: { layer: 'tip', tone } })
  if (label === undefined) return
  const [x, y] = labelAt ?? middleOf(route)
  scene.words.push({ x, y, text: label, type: { anchor: 'middle', small: true, tone } })
}

function placeBox(scene: Scene, box: Box, measures: Measures) {
  const { at, size, look, tone, lines } = box
  scene.paths.push({ d: look === 'store' ? cylinder(at, size) : rectangle(at, size), paint: paintOf(box) })
  const middle = at[1] + size[1] / 2 + measures.text * 0.35 + (look === 'store' ? 2 : 0)
  for (const [row, text] of lines.entries()) {
    const y =
      look === 'group'
        ? at[1] + measures.text * 1.35 + row * measures.leading
        : lineAt(middle, row, lines.length, measures)
    const type: Type = { anchor: 'middle', tone, ...(row === 0 ? { bold: true } : { small: true }) }
    type.on = look === 'solid' ? 'tone' : 'box'
    scene.words.push({ x: round(at[0] + size[0] / 2), y: round(y), text, type })
  }
}

const lineAt = (middle: number, row: number, rows: number, { leading }: Measures) =>
  middle + (row - (rows - 1) / 2) * leading

function paintOf({ look, tone }: Box): Paint {
  if (look === 'group') return { layer: 'frame', tone, dash: 'dashed' }
  return { layer: 'shape', tone, fill: look === 'solid' ? 'tone' : 'paper' }
}
