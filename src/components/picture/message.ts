/** Draws one message of a sequence: an arrow between two actors, or a loop inside one. */
import type { Step } from '../../schemas/sequence.ts'
import { cross, lineThrough, round, tip, WIDTH, type Point, type Scene } from './scene.ts'
import { SMALL, widthOf, wrap } from './type.ts'

export type Message = Extract<Step, { is: 'call' | 'reply' }>
/** Where an actor's line stands. */
export type Place = (id: string) => number

/** From one step to the next. */
export const GAP = 10
/** Longest line of words on an arrow. */
const BREADTH = 230

/** Keeps something of the given width within the picture. */
export const within = (middle: number, width: number) =>
  round(Math.min(Math.max(middle, width / 2 + 1), WIDTH - width / 2 - 1))

export function placeMessage(
  scene: Scene,
  { from, to, text, tone, is, fails }: Message,
  y: number,
  place: Place,
): number {
  const [start, end] = [place(from), place(to)]
  const lines = wrap(text, BREADTH, SMALL)
  const at = y + GAP + lines.length * 13 + 2
  const stop = fails ? end - Math.sign(end - start) * 12 : end
  scene.paths.push({
    d: lineThrough([
      [start, at],
      [stop, at],
    ]),
    paint: { layer: 'line', tone, ...(is === 'reply' && { dash: 'dashed' }) },
  })
  if (fails) scene.paths.push({ d: cross([stop, at]), paint: { layer: 'line', tone: 'bad', bold: true } })
  else scene.paths.push({ d: tip([start, at], [end, at]), paint: { layer: 'tip', tone } })
  const x = within((start + end) / 2, Math.max(...lines.map((line) => widthOf(line, SMALL))))
  for (const [row, line] of lines.entries()) {
    const above = round(at - 4 - (lines.length - 1 - row) * 13)
    scene.words.push({ x, y: above, text: line, type: { anchor: 'middle', small: true, tone } })
  }
  return at
}

/** A step inside one actor: a loop on its line, the words on the side that has room. */
export function placeInner(scene: Scene, { from, text, tone, fails }: Message, y: number, place: Place): number {
  const x = place(from)
  const toRight = x < WIDTH / 2
  const side = toRight ? 1 : -1
  const room = (toRight ? WIDTH - x : x) - 26
  const lines = wrap(text, room, SMALL)
  const top = y + GAP + 3
  const bottom = top + Math.max(13, lines.length * 13 - 3)
  const loop: Point[] = [
    [x, top],
    [x + 14 * side, top],
    [x + 14 * side, bottom],
    [x, bottom],
  ]
  scene.paths.push({ d: lineThrough(loop), paint: { layer: 'line', tone } })
  if (fails)
    scene.paths.push({
      d: cross([x + 14 * side, (top + bottom) / 2]),
      paint: { layer: 'line', tone: 'bad', bold: true },
    })
  else scene.paths.push({ d: tip([x + 14 * side, bottom], [x, bottom]), paint: { layer: 'tip', tone } })
  for (const [row, line] of lines.entries()) {
    const type = { small: true, tone, ...(!toRight && { anchor: 'end' as const }) }
    scene.words.push({ x: round(x + 21 * side), y: round(top + 8 + row * 13), text: line, type })
  }
  return bottom
}
