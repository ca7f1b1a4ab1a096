/** Places the actors of a sequence side by side and its steps one below the other. */
import type { Sequence, Step } from '../../schemas/sequence.ts'
import { GAP, placeInner, placeMessage, within, type Message, type Place } from './message.ts'
import { emptyScene, lineThrough, rectangle, round, WIDTH, type Scene } from './scene.ts'
import { LEADING, SMALL, TEXT, widthOf, wrap } from './type.ts'

type Note = Extract<Step, { is: 'note' }>

const HEAD = 34

/** Where each actor's line stands: in the middles of columns of one width. */
export const columnsOf = (actors: readonly { id: string }[]): Map<string, number> =>
  new Map(actors.map(({ id }, at) => [id, round(((at + 0.5) * WIDTH) / actors.length)]))

export function sequenceScene({ actors, steps }: Sequence): Scene {
  const scene = emptyScene()
  const columns = columnsOf(actors)
  const place = (id: string) => {
    const x = columns.get(id)
    if (x === undefined) throw new Error(`no actor "${id}"`)
    return x
  }
  let y = HEAD + 4
  for (const step of steps) y = placeStep(scene, step, y, place)
  scene.height = y + 6
  for (const { id, lines } of actors) placeActor(scene, place(id), lines, WIDTH / actors.length - 6)
  return scene
}

/** Draws one step from `y` down and returns where the next begins. */
function placeStep(scene: Scene, step: Step, y: number, place: Place): number {
  switch (step.is) {
    case 'part':
      return placePart(scene, step.text, step.tone, y)
    case 'note':
      return placeNote(scene, step, y, place)
    default:
      return step.from === step.to ? placeInner(scene, step, y, place) : placeMessage(scene, step, y, place)
  }
}

function placeActor(scene: Scene, x: number, lines: readonly string[], width: number) {
  scene.paths.push({
    d: lineThrough([
      [x, HEAD],
      [x, scene.height],
    ]),
    paint: { layer: 'frame', tone: 'soft', dash: 'dotted' },
  })
  scene.paths.push({ d: rectangle([x - width / 2, 0], [width, HEAD]), paint: { layer: 'shape', fill: 'paper' } })
  for (const [row, text] of lines.entries()) {
    const y = round(HEAD / 2 + 4 + (row - (lines.length - 1) / 2) * 13)
    scene.words.push({ x, y, text, type: { anchor: 'middle', small: true, ...(row === 0 && { bold: true }) } })
  }
}

function placePart(scene: Scene, text: string, tone: Message['tone'], y: number): number {
  const top = y + GAP
  const lines = wrap(text, WIDTH - 4, TEXT, true)
  scene.paths.push({
    d: rectangle([0, top], [WIDTH, lines.length * LEADING + 7]),
    paint: { layer: 'shape', tone: 'soft', fill: 'paper' },
  })
  for (const [row, line] of lines.entries()) {
    scene.words.push({ x: 6, y: round(top + 14.5 + row * LEADING), text: line, type: { bold: true, tone } })
  }
  return top + lines.length * LEADING + 7
}

function placeNote(scene: Scene, { at, text, tone }: Note, y: number, place: Place): number {
  const ends = at.map(place)
  const [left, right] = [Math.min(...ends), Math.max(...ends)]
  const most = at.length > 1 ? Math.max(right - left + 40, 110) : 180
  const lines = wrap(text, most - 10, SMALL)
  const width = Math.max(...lines.map((line) => widthOf(line, SMALL))) + 12
  const x = within((left + right) / 2, width)
  const height = lines.length * 13 + 6
  const top = y + GAP
  scene.paths.push({
    d: rectangle([x - width / 2, top], [width, height]),
    paint: { layer: 'shape', tone, fill: 'paper' },
  })
  for (const [row, line] of lines.entries()) {
    scene.words.push({ x, y: round(top + 13 + row * 13), text: line, type: { anchor: 'middle', small: true, tone } })
  }
  return top + height
}
