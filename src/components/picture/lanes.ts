/** Places lanes one below the other, with their bars along one axis. */
import { scaleLinear } from 'd3-scale'
import type { Lanes } from '../../schemas/lanes.ts'
import { BAR, ENDLESS, placeBar, type Along } from './lane-bar.ts'
import { brokenLine, placeMoments, type Gap } from './moments.ts'
import { emptyScene, lineThrough, round, WIDTH, type Scene, type Words } from './scene.ts'
import { LEADING, SMALL, TEXT, widthOf, wrap } from '../../ui/letter-widths.ts'

type Lane = Lanes['lanes'][number]

export function lanesScene({ axis, lanes, moments }: Lanes): Scene {
  const scene = emptyScene()
  const along: Along = scaleLinear([axis.from, axis.to], [1, WIDTH - ENDLESS])
  let y = placeMoments(scene, moments, along)
  const top = y
  for (const lane of lanes) y = placeLane(scene, lane, y, along)
  const gaps = scene.words.flatMap(gapOf)
  for (const { at, tone } of moments) {
    const line = brokenLine(along(at), top, y + 4, gaps)
    scene.paths.push({ d: line, paint: { layer: 'line', tone, dash: 'dotted' } })
  }
  scene.height = placeAxis(scene, axis, y + 6, along)
  return scene
}

/** Room that words take, for lines to keep clear of. */
function gapOf({ x, y, text, type: { anchor, bold, small } }: Words): Gap[] {
  const width = widthOf(text, small ? SMALL : TEXT, bold)
  const left = anchor === 'end' ? x - width : anchor === 'middle' ? x - width / 2 : x
  return [{ left: left - 2, right: left + width + 2, top: y - TEXT, bottom: y + 4 }]
}

/** Draws a lane from `y` down and returns where the next begins. */
function placeLane(scene: Scene, { part, name, value, bars }: Lane, y: number, along: Along): number {
  let top = y
  if (part !== undefined) {
    top += 3
    for (const text of wrap(part, WIDTH, TEXT, true)) {
      top += LEADING
      scene.words.push({ x: 0, y: top, text, type: { bold: true } })
    }
    scene.paths.push({
      d: lineThrough([
        [0, top + 5],
        [WIDTH, top + 5],
      ]),
      paint: { layer: 'frame', tone: 'soft' },
    })
    top += 6
  }
  if (name !== undefined || value !== undefined) {
    if (value !== undefined)
      scene.words.push({
        x: WIDTH,
        y: top + LEADING + 2,
        text: value,
        type: { anchor: 'end', small: true, bold: true },
      })
    const room = value === undefined ? WIDTH : WIDTH - widthOf(value, SMALL, true) - 8
    for (const text of wrap(name ?? '', room, SMALL)) {
      top += LEADING
      scene.words.push({ x: 0, y: top + 2, text, type: { small: true } })
    }
    top += 2
  }
  top += 5
  for (const bar of bars) placeBar(scene, bar, bars, top, along)
  return top + BAR + 3
}

function placeAxis(scene: Scene, { ticks, label }: Lanes['axis'], y: number, along: Along): number {
  if (ticks.length === 0) return y
  const strokes = ticks
    .map(({ at }) =>
      lineThrough([
        [along(at), y],
        [along(at), y + 4],
      ]),
    )
    .join('')
  scene.paths.push({
    d:
      lineThrough([
        [0, y],
        [WIDTH, y],
      ]) + strokes,
    paint: { layer: 'line', tone: 'soft' },
  })
  for (const { at, text } of ticks) {
    const width = widthOf(text, SMALL)
    const x = round(Math.min(Math.max(along(at), width / 2), WIDTH - width / 2))
    scene.words.push({ x, y: round(y + 16), text, type: { anchor: 'middle', small: true } })
  }
  if (label !== undefined)
    scene.words.push({ x: WIDTH, y: round(y + 31), text: label, type: { anchor: 'end', small: true, tone: 'soft' } })
  return y + (label === undefined ? 20 : 35)
}
