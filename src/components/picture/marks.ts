/** Words beside points of a chart, wherever they touch no line and no other words. */
import { scaleLinear } from 'd3-scale'
import { round, type Point, type Scene } from './scene.ts'
import { SMALL, widthOf } from '../../ui/letter-widths.ts'

/** Room that something takes. */
export interface Room {
  left: number
  right: number
  top: number
  bottom: number
}

interface Spot {
  at: Point
  text: string
}

/** Draws a ring at each point and writes its words beside it. */
export function placeMarks(scene: Scene, spots: readonly Spot[], curves: readonly Point[][], field: Room) {
  const taken: Room[] = spots.map(({ at: [x, y] }) => ({ left: x - 5, right: x + 5, top: y - 5, bottom: y + 5 }))
  for (const { at, text } of spots) {
    const [x, y] = at
    const places = placesBeside(at, widthOf(text, SMALL))
    const room = places.find((one) => isFree(one, field, taken, curves)) ?? places[0]
    taken.push(room)
    const ring = `M${round(x - 3.5)} ${y}a3.5 3.5 0 1 0 7 0a3.5 3.5 0 1 0-7 0`
    scene.paths.push({ d: ring, paint: { layer: 'shape', fill: 'paper', bold: true } })
    scene.words.push({ x: round(room.left), y: round(room.bottom - 4), text, type: { small: true } })
  }
}

/** Places for words of a width, the best first: beside the point, then farther away. */
function placesBeside([x, y]: Point, width: number): [Room, ...Room[]] {
  const height = SMALL + 4
  const room = (left: number, top: number) => ({ left, right: left + width, top, bottom: top + height })
  const farther = [0, 8, 16, 24].flatMap((far) => [
    room(x + 8, y - height / 2 + far),
    room(x - 8 - width, y - height / 2 - far),
    room(x - width / 2, y - 8 - height - far),
    room(x - width / 2, y + 8 + far),
    room(x + 8, y - height / 2 - far),
    room(x - 8 - width, y - height / 2 + far),
  ])
  return [room(x + 8, y - height / 2), ...farther]
}

function isFree(room: Room, field: Room, taken: readonly Room[], curves: readonly Point[][]): boolean {
  const isInside =
    room.left >= field.left && room.right <= field.right && room.top >= field.top && room.bottom <= field.bottom
  return isInside && !taken.some((other) => meet(room, other)) && !curves.some((curve) => crosses(curve, room))
}

const meet = (a: Room, b: Room) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom

/** Whether a line passes through a room: looked at every half unit, which is finer than it is thick. */
export function crosses(curve: readonly Point[], { left, right, top, bottom }: Room): boolean {
  const [first, last] = [curve[0], curve.at(-1)]
  if (!first || !last) return false
  const height = scaleLinear(
    curve.map(([x]) => x),
    curve.map(([, y]) => y),
  )
  const [from, to] = [Math.max(left, first[0]), Math.min(right, last[0])]
  for (let x = from; x <= to; x += 0.5) {
    const y = height(x)
    if (y >= top && y <= bottom) return true
  }
  return false
}
