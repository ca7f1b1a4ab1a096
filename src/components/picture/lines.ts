/** Places lines over two axes, and above them what each line is. */
import { scaleLinear, scaleLog } from 'd3-scale'
import { measured } from '../../manuscript/bench.ts'
import type { Axis, Lines } from '../../schemas/lines.ts'
import { pointsOf } from './curve.ts'
import { placeMarks } from './marks.ts'
import { emptyScene, lineThrough, round, WIDTH, type Paint, type Point, type Scene } from './scene.ts'
import { LEADING, SMALL, widthOf, wrap } from '../../ui/letter-widths.ts'

type Series = Lines['series'][number]
type Place = (at: readonly [number, number]) => Point

/** Height of the field between the axes. */
const FIELD = 230

export function linesScene({ x, y, series, marks }: Lines): Scene {
  const scene = emptyScene()
  const top = placeLegend(scene, series, y.label) + 14
  const bottom = top + FIELD
  const left = 6 + Math.max(...ticksOf(y).map((tick) => widthOf(nameOf(tick, y), SMALL)))
  const [across, up] = [scaleOf(x, left, WIDTH - 8), scaleOf(y, bottom, top)]
  const place: Place = ([atX, atY]) => [round(across(atX)), round(up(atY))]
  placeAxes(scene, x, y, place, left)
  const curves = series.map((one) => pointsAlong(one, x).map(place))
  for (const [at, one] of series.entries()) {
    scene.paths.push({ d: lineThrough(curves[at] ?? []), paint: paintOf(one) })
  }
  const spots = marks.map(({ x: at, of, text }) => {
    const value = valueAt(series[of], at)
    return { at: place([at, value]), text: `${text} ${nameOf(value, y)}` }
  })
  placeMarks(scene, spots, curves, { left: left + 4, right: WIDTH, top: top - 4, bottom: bottom - 4 })
  scene.height = bottom + 2 * LEADING + 4
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
    scene.paths.push({ d: `M${left} ${at}H${WIDTH}`, paint })
    const type = { anchor: 'end', small: true } as const
    scene.words.push({ x: round(left - 6), y: round(at + 4), text: nameOf(tick, y), type })
  }
  const [, bottom] = place([x.from, y.from])
  for (const tick of ticksOf(x)) {
    const [at] = place([tick, y.from])
    scene.paths.push({ d: `M${at} ${bottom}v4`, paint: { layer: 'line' } })
    const text = nameOf(tick, x)
    const middle = Math.min(at, WIDTH - widthOf(text, SMALL) / 2)
    scene.words.push({ x: round(middle), y: bottom + LEADING, text, type: { anchor: 'middle', small: true } })
  }
  const type = { anchor: 'end', small: true, tone: 'soft' } as const
  scene.words.push({ x: WIDTH, y: bottom + 2 * LEADING, text: x.label, type })
}

/** What each line is, and what the axis on the left measures; returns where they end. */
function placeLegend(scene: Scene, series: readonly Series[], label: string): number {
  let y = 0
  for (const one of series) {
    scene.paths.push({ d: `M0 ${y + LEADING - 4}h24`, paint: paintOf(one) })
    for (const [row, line] of one.lines.entries()) {
      for (const text of wrap(line, WIDTH - 32, SMALL, row === 0)) {
        y += LEADING
        scene.words.push({ x: 32, y, text, type: { small: true, bold: row === 0 } })
      }
    }
    y += 4
  }
  y += LEADING + 2
  scene.words.push({ x: 0, y, text: label, type: { small: true, tone: 'soft' } })
  return y
}

const paintOf = ({ look, tone }: Series): Paint => ({
  layer: 'line',
  tone,
  bold: true,
  ...(look !== 'solid' && { dash: look }),
})

const pointsAlong = ({ points, curve }: Series, x: Axis) => points ?? (curve ? pointsOf(curve, x.from, x.to) : [])

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
