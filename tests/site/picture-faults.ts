/** What is wrong with the pictures of a page, as the browser has set them. */
import type { Page } from '@playwright/test'

interface Room {
  left: number
  right: number
  top: number
  bottom: number
}
type Point = readonly [number, number]
interface Named {
  name: string
  room: Room
}

/** Where everything in a picture lies, in its own units. */
interface Geometry {
  alt: string
  frame: Room
  /** Units for one pixel. */
  unit: number
  words: (Named & { size: number; isLabel: boolean })[]
  boxes: (Named & { words: Room })[]
  grounds: Room[]
  borders: Room[]
  /** Points along each arrow, and along the lines of a chart. */
  arrows: Point[][]
  lines: Point[][]
}

/** Units by which browsers may differ in how broad and high words are. */
const SLACK = 3

/** Faults in words: which picture, what, and the words that it is about; `smallest` is the least height of words in pixels. */
export async function faultsOn(page: Page, smallest = 0): Promise<string[]> {
  const pictures = await page.evaluate(geometries)
  return pictures.flatMap((picture) =>
    [
      ...picture.words.filter(({ room }) => !holds(picture.frame, room)).map(({ name }) => `outside: ${name}`),
      ...picture.words.filter(({ size }) => size / picture.unit < smallest).map(({ name }) => `too small: ${name}`),
      ...picture.boxes
        .filter(({ room, words }) => !holds(grown(room, SLACK), words))
        .map(({ name }) => `does not fit its box: ${name}`),
      ...touching(picture),
      ...picture.words.filter(({ isLabel }) => isLabel).flatMap((label) => labelFaults(label, picture)),
      ...picture.arrows.flatMap((points) => pierced(points, picture)),
      ...picture.words
        .filter(({ room, isLabel }) => !isLabel && picture.lines.some((points) => passes(points, ink(room))))
        .map(({ name }) => `on a line: ${name}`),
    ].map((fault) => `${picture.alt}… ${fault}`),
  )
}

const touching = ({ words }: Geometry) =>
  words.flatMap((one, at) =>
    words
      .slice(at + 1)
      .filter(({ room }) => meet(ink(one.room), ink(room)))
      .map(({ name }) => `words touch: ${one.name} / ${name}`),
  )

/** The words of an arrow stand on a ground of their own, on one line, and on no box or frame. */
function labelFaults({ name, room }: Named, { boxes, grounds, borders, arrows }: Geometry): string[] {
  const inner = grown(ink(room), -SLACK)
  const lines = arrows.filter((points) => passes(points, inner)).length
  return [
    ...(grounds.some((ground) => holds(grown(ground, 2 * SLACK), ink(room))) ? [] : [`without its ground: ${name}`]),
    ...(lines > 1 ? [`on a second line: ${name}`] : []),
    ...boxes.filter((box) => meet(inner, box.room)).map((box) => `${name} on the box ${box.name}`),
    ...(borders.some((border) => meet(border, inner) && !holds(border, inner)) ? [`on a frame: ${name}`] : []),
  ]
}

/** Boxes that an arrow passes although it neither begins nor ends there. */
const pierced = (points: readonly Point[], { boxes }: Geometry) => {
  const ends = [points[0], points.at(-1)].filter((end) => end !== undefined)
  return boxes
    .filter(({ room }) => passes(points, grown(room, -SLACK)) && !passes(ends, grown(room, 30)))
    .map(({ name }) => `an arrow through the box ${name}`)
}

const grown = ({ left, right, top, bottom }: Room, by: number): Room => ({
  left: left - by,
  right: right + by,
  top: top - by,
  bottom: bottom + by,
})
/** Words without the room over and below their letters that a font keeps free. */
const ink = ({ left, right, top, bottom }: Room): Room => {
  const free = (bottom - top) * 0.2
  return { left, right, top: top + free, bottom: bottom - free }
}
const meet = (a: Room, b: Room) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom
const holds = (outer: Room, inner: Room) =>
  outer.left <= inner.left && inner.right <= outer.right && outer.top <= inner.top && inner.bottom <= outer.bottom
const passes = (points: readonly Point[], { left, right, top, bottom }: Room) =>
  points.some(([x, y]) => left < x && x < right && top < y && y < bottom)

/** Runs in the page. */
function geometries(): Geometry[] {
  const roomOf = (element: SVGGraphicsElement) => {
    const { x, y, width, height } = element.getBBox()
    return { left: x, right: x + width, top: y, bottom: y + height }
  }
  const pointsOf = (path: SVGPathElement) => {
    const length = path.getTotalLength()
    return Array.from({ length: Math.ceil(length / 3) + 1 }, (_, at): Point => {
      const { x, y } = path.getPointAtLength(Math.min(length, at * 3))
      return [x, y]
    })
  }
  return [...document.querySelectorAll<SVGSVGElement>('.picture > svg')].map((svg) => {
    const all = <E extends SVGGraphicsElement>(selector: string) => [...svg.querySelectorAll<E>(selector)]
    const { x, y, width, height } = svg.viewBox.baseVal
    const boxes = all('g:not(.line, .lifeline, .label, .frame, .part)').flatMap((group) => {
      const shape = [...group.children].find((one) => one instanceof SVGGeometryElement)
      const text = [...group.children].find((one) => one instanceof SVGTextElement)
      return shape && text ? [{ name: text.textContent, room: roomOf(shape), words: roomOf(text) }] : []
    })
    return {
      boxes,
      alt: svg.getAttribute('aria-label')?.slice(0, 24) ?? '',
      // A letter such as Y may reach a hair's breadth over its beginning.
      frame: { left: x - 1, right: x + width + 1, top: y - 4, bottom: y + height + 4 },
      unit: width / svg.getBoundingClientRect().width,
      words: all<SVGTextElement>('text').map((text) => {
        const size = parseFloat(getComputedStyle(text).fontSize)
        return { name: text.textContent, room: roomOf(text), size, isLabel: text.closest('.label') !== null }
      }),
      grounds: all('.ground').map(roomOf),
      borders: all('.frame > rect').map(roomOf),
      arrows: all<SVGPathElement>('.line > path').map(pointsOf),
      lines: all<SVGPathElement>('path.line').map(pointsOf),
    }
  })
}
