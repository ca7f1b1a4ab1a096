/** Draws one bar of a lane, and its words in it or beside it. */
import type { Lanes } from '../../schemas/lanes.ts'
import { lineThrough, rectangle, round, tip, WIDTH, type Point, type Scene } from './scene.ts'
import { SMALL, TEXT, widthOf } from '../../ui/letter-widths.ts'

type Bar = Lanes['lanes'][number]['bars'][number]
/** Where a value of the axis lies. */
export type Along = (value: number) => number

/** Height of a bar. */
export const BAR = 20
/** Room at the right end, for what goes on after it. */
export const ENDLESS = 10

export function placeBar(scene: Scene, bar: Bar, bars: readonly Bar[], top: number, along: Along) {
  const { look, tone, endless, text } = bar
  const from = along(bar.from)
  const to = endless ? WIDTH - ENDLESS : along(bar.to)
  if (look === 'span') placeSpan(scene, from, to, top, tone)
  else {
    const fill = { solid: 'tone', pale: 'pale', open: 'paper', dashed: 'paper' } as const
    const outline: Point[] = [
      [from, top],
      [to, top],
      [WIDTH, top + BAR / 2],
      [to, top + BAR],
      [from, top + BAR],
    ]
    const d = endless ? `${lineThrough(outline)}z` : rectangle([from, top], [to - from, BAR])
    scene.paths.push({ d, paint: { layer: 'shape', tone, fill: fill[look], ...(look === 'dashed' && { dash: look }) } })
  }
  if (text !== undefined) placeWords(scene, bar, text, bars, top, along)
}

function placeSpan(scene: Scene, from: number, to: number, top: number, tone: Bar['tone']) {
  const y = top + BAR / 2
  scene.paths.push({
    d: lineThrough([
      [from, y],
      [to, y],
    ]),
    paint: { layer: 'line', tone },
  })
  scene.paths.push({ d: tip([from, y], [to, y]) + tip([to, y], [from, y]), paint: { layer: 'tip', tone } })
  const ends =
    lineThrough([
      [from, y - 6],
      [from, y + 6],
    ]) +
    lineThrough([
      [to, y - 6],
      [to, y + 6],
    ])
  scene.paths.push({ d: ends, paint: { layer: 'line', tone } })
}

/** In the bar where the words fit, else after it where nothing follows, else before it. */
function placeWords(scene: Scene, bar: Bar, text: string, bars: readonly Bar[], top: number, along: Along) {
  const { look, tone } = bar
  const [from, to] = [along(bar.from), along(bar.to)]
  const width = widthOf(text, SMALL)
  const y = round(top + BAR / 2 + TEXT * 0.33)
  const next = Math.min(
    WIDTH,
    ...bars.filter((other) => other.from >= bar.to && other !== bar).map((other) => along(other.from)),
  )
  if (width + 8 <= to - from && look !== 'span') {
    const on = look === 'solid' ? { on: 'tone' as const } : look === 'pale' ? { on: 'pale' as const } : { tone }
    scene.words.push({ x: round((from + to) / 2), y, text, type: { anchor: 'middle', small: true, ...on } })
  } else if (to + 5 + width <= next) {
    scene.words.push({ x: round(to + 5), y, text, type: { small: true, tone } })
  } else if (look === 'span' && width + 24 <= to - from) {
    scene.words.push({ x: round((from + to) / 2), y, text, type: { anchor: 'middle', small: true, tone } })
  } else {
    scene.words.push({ x: round(from - 5), y, text, type: { anchor: 'end', small: true, tone } })
  }
}
