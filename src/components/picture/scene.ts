/** What a chart is made of once everything in it has its place: lines, shapes and words. */
import type { Tone } from '../../schemas/tone.ts'

export type { Tone }
export type Point = readonly [number, number]

/** How a line or shape is painted. */
export interface Paint {
  /** What lies behind comes first: frames, lines, shapes, tips of arrows. */
  layer: 'frame' | 'line' | 'shape' | 'tip'
  tone?: Tone
  /** What fills it: nothing, the page, its own colour, or a pale one. */
  fill?: 'paper' | 'tone' | 'pale'
  dash?: 'dashed' | 'dotted'
  bold?: boolean
}

export interface Path {
  d: string
  paint: Paint
}

/** How words are set. */
export interface Type {
  anchor?: 'middle' | 'end'
  tone?: Tone
  bold?: boolean
  small?: boolean
  /** What they stand on; words on the open page keep lines away from themselves. */
  on?: 'box' | 'tone' | 'pale'
}

export interface Words {
  x: number
  y: number
  text: string
  type: Type
}

export interface Scene {
  width: number
  height: number
  paths: Path[]
  words: Words[]
}

/** Width of every chart: a phone's column. */
export const WIDTH = 360

export const emptyScene = (width = WIDTH, height = 0): Scene => ({
  width,
  height,
  paths: [],
  words: [],
})

/** One digit after the point: a tenth of a pixel. */
export const round = (value: number) => Math.round(value * 10) / 10 + 0

export const lineThrough = (points: readonly Point[]) =>
  points.map(([x, y], at) => `${at === 0 ? 'M' : 'L'}${round(x)} ${round(y)}`).join('')

export const rectangle = ([x, y]: Point, [w, h]: Point) =>
  `M${round(x)} ${round(y)}h${round(w)}v${round(h)}h${round(-w)}z`

/** The tip of an arrow that comes from one point and ends at another. */
export function tip([fromX, fromY]: Point, [x, y]: Point, length = 7): string {
  const distance = Math.hypot(x - fromX, y - fromY) || 1
  const [dx, dy] = [((x - fromX) / distance) * length, ((y - fromY) / distance) * length]
  const side = 0.45
  const left: Point = [x - dx - dy * side, y - dy + dx * side]
  const right: Point = [x - dx + dy * side, y - dy - dx * side]
  return `${lineThrough([[x, y], left, right])}z`
}
