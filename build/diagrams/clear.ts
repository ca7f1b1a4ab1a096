/** Whether the words of arrows keep clear of one another, of boxes and of other arrows; D2 places them without looking. */

export interface Room {
  left: number
  right: number
  top: number
  bottom: number
}

export type Point = readonly [number, number]

export interface Named {
  words: string
  room: Room
}

/** An arrow: its corners, and its words. */
export interface Arrow {
  corners: readonly Point[]
  label: Named | undefined
}

/** Two things that lie on one another: the words of an arrow, and what they touch. */
export interface Clash {
  label: string
  on: string
}

/** What lies on one another in a drawing, in the order of its arrows. */
export function clashesOf(arrows: readonly Arrow[], boxes: readonly Named[]): Clash[] {
  return arrows.flatMap(({ label }, at) => {
    if (!label) return []
    const { words, room } = label
    const others = arrows.slice(at + 1).flatMap((other) => (other.label ? [other.label] : []))
    const touched = [...others, ...boxes].find((other) => meet(room, other.room))
    if (touched) return [{ label: words, on: `"${touched.words}"` }]
    const isCrossed = arrows.some(({ corners }, other) => other !== at && passes(corners, room))
    return isCrossed ? [{ label: words, on: 'another arrow' }] : []
  })
}

const meet = (a: Room, b: Room) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom

/** Whether a line through the corners passes a room. Looked at in steps that are finer than a letter is high. */
const passes = (corners: readonly Point[], { left, right, top, bottom }: Room) =>
  corners.some(([x, y], at) => {
    const [toX, toY] = corners[at + 1] ?? [x, y]
    const steps = Math.ceil(Math.hypot(toX - x, toY - y) / 8) + 1
    return Array.from({ length: steps + 1 }, (_, step) => step / steps).some((part) => {
      const [alongX, alongY] = [x + (toX - x) * part, y + (toY - y) * part]
      return left < alongX && alongX < right && top < alongY && alongY < bottom
    })
  })
