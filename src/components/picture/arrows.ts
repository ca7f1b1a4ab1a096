/** Where the arrows of a drawing run: arithmetic only. */
import type { Boxes } from '../../schemas/boxes.ts'

export type Point = readonly [number, number]
export type Box = Pick<Boxes['boxes'][number], 'at' | 'size'>

/** Middle of a box. */
export const centerOf = ({ at, size }: Box): Point => [at[0] + size[0] / 2, at[1] + size[1] / 2]

/** Point at which the straight line from a box's middle to `toward` leaves the box. */
export function borderOf(box: Box, toward: Point): Point {
  const [cx, cy] = centerOf(box)
  const [dx, dy] = [toward[0] - cx, toward[1] - cy]
  if (dx === 0 && dy === 0) return [cx, cy]
  const scale = Math.min(box.size[0] / 2 / Math.abs(dx), box.size[1] / 2 / Math.abs(dy))
  return [round(cx + dx * scale), round(cy + dy * scale)]
}

/** Corners of an arrow between two boxes, its ends on their borders. */
export function routeOf(from: Box, to: Box, via: readonly Point[]): Point[] {
  const first = via[0] ?? facing(to, from)
  const last = via.at(-1) ?? facing(from, to)
  return [exitToward(from, first), ...via, exitToward(to, last)]
}

/** Middle of a route, measured along it: where its label stands. */
export function middleOf(route: readonly Point[]): Point {
  const at = Math.floor((route.length - 1) / 2)
  const [a, b] = [route[at] ?? [0, 0], route[at + 1] ?? [0, 0]]
  return [round((a[0] + b[0]) / 2), round((a[1] + b[1]) / 2)]
}

/** Aims at the other box straight across where the two overlap in height or width, else at its middle. */
function facing(target: Box, from: Box): Point {
  const [fx, fy] = centerOf(from)
  const [tx, ty] = centerOf(target)
  if (within(fy, target.at[1], target.size[1])) return [tx, fy]
  if (within(fx, target.at[0], target.size[0])) return [fx, ty]
  return [tx, ty]
}

/** Leaves a box straight toward a point that lies beside or above it, else toward it from the middle. */
function exitToward(box: Box, [x, y]: Point): Point {
  const [left, top] = box.at
  if (within(y, top, box.size[1])) return [x < left ? left : left + box.size[0], y]
  if (within(x, left, box.size[0])) return [x, y < top ? top : top + box.size[1]]
  return borderOf(box, [x, y])
}

const within = (value: number, start: number, length: number) => value >= start && value <= start + length
const round = (value: number) => Math.round(value * 10) / 10
