/** Places lines over two axes; the words stand beside the lines, not in a legend. */
import { scaleLinear, scaleLog } from 'd3-scale'
import { measured } from '../../manuscript/bench.ts'
import type { Axis, Lines } from '../../schemas/lines.ts'
import { pointsOf } from './curve.ts'
import { emptyScene, lineThrough, round, WIDTH, type Paint, type Point, type Scene, type Type } from './scene.ts'
import { LEADING, SMALL, widthOf } from './type.ts'

type Series = Lines['series'][number]
type Place = (at: readonly [number, number]) => Point

const TOP = 20
const BOTTOM = 250

export function linesScene({ x, y, series, marks }: Lines): Scene {
  const scene = emptyScene(WIDTH, BOTTOM + 36)
  const left = 4 + Math.max(...ticksOf(y).map((tick) => widthOf(nameOf(tick, y), SMALL)))
  const [across, up] = [scaleOf(x, left, WIDTH - 8), scaleOf(y, BOTTOM, TOP + 6)]
  const place: Place = ([atX, atY]) => [round(across(atX)), round(up(atY))]
  placeAxes(scene, x, y, place, left)
  for (const one of series) placeSeries(scene, one, x, place)
  for (const mark of marks) placeMark(scene, mark, valueAt(series[mark.of], mark.x), y, place)
  return scene
}

/** Where a value of an axis lies between two places of the picture. */
export const scaleOf = ({ scale, from, to }: Axis, start: number, end: number): ((value: number) => number) =>
  scale === 'log' ? scaleLog([from, to], [start, end]) : scaleLinear([from, to], [start, end])

/** Values of an axis that are numbered. */
export function ticksOf({ ticks, scale, from, to }: Axis): number[] {
  if (ticks.length > 0) return ticks
  return scale === 'log' ? scaleLog([from, to], [0, 1]).ticks(4) : scaleLinear([from, to], [0, 1]).ticks(5)
}

const nameOf = (tick: number, { unit }: Axis) => measured({ value: tick, unit })

function placeAxes(scene: Scene, x: Axis, y: Axis, place: Place, left: number) {
  for (const tick of ticksOf(y)) {
    const [, at] = place([x.from, tick])
    const paint: Paint = tick === y.from ? { layer: 'line' } : { layer: 'frame', tone: 'soft', dash: 'dotted' }
    scene.paths.push({
      d: lineThrough([
        [left, at],
        [WIDTH, at],
      ]),
      paint,
    })
    scene.words.push({
      x: round(left - 4),
      y: round(at + 4),
      text: nameOf(tick, y),
      type: { anchor: 'end', small: true },
    })
  }
  for (const tick of ticksOf(x)) {
    const [at] = place([tick, y.from])
    scene.paths.push({
      d: lineThrough([
        [at, BOTTOM],
        [at, BOTTOM + 4],
      ]),
      paint: { layer: 'line' },
    })
    const text = nameOf(tick, x)
    const middle = Math.min(at, WIDTH - widthOf(text, SMALL) / 2)
    scene.words.push({ x: round(middle), y: BOTTOM + 16, text, type: { anchor: 'middle', small: true } })
  }
  scene.words.push({ x: 0, y: 11, text: y.label, type: { small: true, tone: 'soft' } })
  scene.words.push({ x: WIDTH, y: BOTTOM + 32, text: x.label, type: { anchor: 'end', small: true, tone: 'soft' } })
}

function placeSeries(scene: Scene, { points, curve, lines, linesAt, look, tone }: Series, x: Axis, place: Place) {
  const through = points ?? (curve ? pointsOf(curve, x.from, x.to) : [])
  const paint: Paint = { layer: 'line', tone, bold: true, ...(look !== 'solid' && { dash: look }) }
  scene.paths.push({ d: lineThrough(through.map(place)), paint })
  const [left, top] = place(linesAt)
  scene.paths.push({
    d: lineThrough([
      [left, top - 4],
      [left + 20, top - 4],
    ]),
    paint,
  })
  for (const [row, text] of lines.entries()) {
    const type: Type = row === 0 ? { bold: true, small: true } : { small: true }
    scene.words.push({ x: round(left + 25), y: round(top + row * LEADING), text, type })
  }
}

/** Value of a line where x is given. */
export function valueAt(series: Pick<Series, 'points' | 'curve'> | undefined, x: number): number {
  if (!series) throw new Error('a mark names a line that is not there')
  if (series.curve) return pointsOf(series.curve, x, x)[0]?.[1] ?? 0
  const points = series.points ?? []
  return scaleLinear(
    points.map(([at]) => at),
    points.map(([, value]) => value),
  )(x)
}

function placeMark(
  scene: Scene,
  { x: at, text, side }: Lines['marks'][number],
  value: number,
  axis: Axis,
  place: Place,
) {
  const [x, y] = place([at, value])
  scene.paths.push({
    d: `M${x - 3.5} ${y}a3.5 3.5 0 1 0 7 0a3.5 3.5 0 1 0-7 0`,
    paint: { layer: 'shape', fill: 'paper', bold: true },
  })
  const beside = {
    left: { x: x - 8, y: y - 3, type: { anchor: 'end', small: true } },
    right: { x: x + 8, y: y + 10, type: { small: true } },
    above: { x, y: y - 9, type: { anchor: 'middle', small: true } },
  } as const
  const words = beside[side]
  scene.words.push({ ...words, x: round(words.x), y: round(words.y), text: `${text} ${nameOf(value, axis)}` })
}
