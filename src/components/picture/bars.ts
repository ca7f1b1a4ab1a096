/** Places groups of bars: names above them, amounts at their ends. */
import { scaleLinear } from 'd3-scale'
import type { Bars } from '../../schemas/bars.ts'
import { figureOf, measured, type Figures } from '../../manuscript/bench.ts'
import { emptyScene, lineThrough, rectangle, round, WIDTH, type Scene } from './scene.ts'
import { LEADING, SMALL, TEXT, widthOf, wrap } from '../../ui/letter-widths.ts'

type Group = Bars['groups'][number]

const HEIGHT = 18

export function barsScene({ groups }: Bars, figures: Figures): Scene {
  const scene = emptyScene()
  for (const group of groups) placeGroup(scene, group, figures)
  return scene
}

/** Amount of a bar and how it is written. */
export function amountOf({ value, bench }: Group['bars'][number], unit: string, figures: Figures) {
  const figure = bench === undefined ? { value: value ?? 0, unit } : figureOf(figures, bench)
  return { value: figure.value, text: measured(figure) }
}

function placeGroup(scene: Scene, { title, note, unit, to, bars }: Group, figures: Figures) {
  const amounts = bars.map((bar) => amountOf(bar, unit, figures))
  const room = WIDTH - Math.max(...amounts.map(({ text }) => widthOf(text, SMALL, true))) - 6
  const along = scaleLinear([0, to ?? Math.max(...amounts.map(({ value }) => value))], [0, room])
  let y = placeTitle(scene, title, scene.height)
  const top = y + 4
  for (const [at, { label, look }] of bars.entries()) {
    const { value, text } = amounts[at] ?? { value: 0, text: '' }
    scene.words.push({ x: 6, y: round(y + LEADING + 2), text: label, type: { small: true } })
    y += LEADING + 7
    const paint = { layer: 'shape', tone: 'accent', fill: look === 'solid' ? 'tone' : 'paper' } as const
    scene.paths.push({ d: rectangle([0, y], [Math.max(along(value), 1), HEIGHT]), paint })
    scene.words.push({
      x: round(Math.max(along(value), 1) + 5),
      y: round(y + HEIGHT / 2 + 4),
      text,
      type: { small: true, bold: true },
    })
    y += HEIGHT
  }
  scene.paths.push({
    d: lineThrough([
      [0, top],
      [0, y + 4],
    ]),
    paint: { layer: 'line' },
  })
  for (const line of note === undefined ? [] : wrap(note, WIDTH, SMALL)) {
    y += LEADING
    scene.words.push({ x: 0, y: round(y + 6), text: line, type: { small: true, tone: 'soft' } })
  }
  scene.height = y + 18
}

function placeTitle(scene: Scene, title: string, y: number): number {
  const lines = wrap(title, WIDTH, TEXT, true)
  for (const [row, text] of lines.entries()) {
    scene.words.push({ x: 0, y: round(y + 14 + row * LEADING), text, type: { bold: true } })
  }
  return y + 4 + lines.length * LEADING
}
