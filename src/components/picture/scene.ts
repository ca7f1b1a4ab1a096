/** What a picture is made of once everything in it has its place: lines, shapes and words. */
import type { Tone } from '../../schemas/boxes.ts'
import { SMALL, TEXT } from './type.ts'

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
  /** Heights of words and of small print. */
  text: number
  small: number
  paths: Path[]
  words: Words[]
}

/** Width of every picture but a sheet's drawing. */
export const WIDTH = 360

export const emptyScene = (width = WIDTH, height = 0): Scene => ({
  width,
  height,
  text: TEXT,
  small: SMALL,
  paths: [],
  words: [],
})

/** One digit after the point: a tenth of a pixel. */
export const round = (value: number) => Math.round(value * 10) / 10 + 0

export const lineThrough = (points: readonly Point[]) =>
  points.map(([x, y], at) => `${at === 0 ? 'M' : 'L'}${round(x)} ${round(y)}`).join('')

export const rectangle = ([x, y]: Point, [w, h]: Point) =>
  `M${round(x)} ${round(y)}h${round(w)}v${round(h)}h${round(-w)}z`

/** A store: a box with a round lid. */
export function cylinder([x, y]: Point, [w, h]: Point): string {
  const half = round(w / 2)
  return `M${x} ${y + 4}a${half} 4 0 0 1 ${w} 0v${h - 8}a${half} 4 0 0 1 ${-w} 0zM${x} ${y + 4}a${half} 4 0 0 0 ${w} 0`
}

/** The tip of an arrow that comes from one point and ends at another. */
export function tip([fromX, fromY]: Point, [x, y]: Point, length = 7): string {
  const distance = Math.hypot(x - fromX, y - fromY) || 1
  const [dx, dy] = [((x - fromX) / distance) * length, ((y - fromY) / distance) * length]
  const side = 0.45
  const left: Point = [x - dx - dy * side, y - dy + dx * side]
  const right: Point = [x - dx + dy * side, y - dy - dx * side]
  return `${lineThrough([[x, y], left, right])}z`
}

/** A cross: here it ends badly. */
export const cross = ([x, y]: Point, size = 4.5) =>
  lineThrough([
    [x - size, y - size],
    [x + size, y + size],
  ]) +
  lineThrough([
    [x - size, y + size],
    [x + size, y - size],
  ])
