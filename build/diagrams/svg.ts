/**
 * Turns D2's SVG into the guide's: no styles, fonts, colours or ids, which the security policy forbids or the theme
 * owns, but classes that src/styles/picture.css paints; and every label in front of every line, on a ground of its own.
 */
import { optimize, type CustomPlugin, type XastChild, type XastElement } from 'svgo'
import { widthOf } from '../../src/ui/letter-widths.ts'
import type { Drawing } from '../../src/manuscript/diagrams.ts'
import { clashesOf, type Arrow, type Clash, type Named, type Point, type Room } from './clear.ts'

const DRAWN = ['g', 'rect', 'path', 'text', 'ellipse', 'circle', 'polygon', 'line', 'polyline']

/** Thrown for what D2 can draw and the guide does not show. */
export class UnknownPart extends Error {}

/** The drawing in D2's SVG, and what lies on one another in it; `frames` are the ids of shapes that hold others. */
export function drawingOf(
  svg: string,
  frames: ReadonlySet<string>,
  scale: number,
): { drawing: Drawing; clashes: Clash[] } {
  let clashes: Clash[] = []
  const guide: CustomPlugin = {
    name: 'guide',
    fn: (root) => {
      const board = boardOf(root.children, frames)
      clashes = clashesOf(board.arrows, board.boxes)
      root.children = [board.svg]
    },
  }
  const { data } = optimize(svg, {
    plugins: [guide, { name: 'cleanupNumericValues', params: { floatPrecision: 1 } }, { name: 'convertPathData' }],
  })
  const [, viewBox = '', inside = ''] = /^<svg viewBox="([^"]*)">([\s\S]*)<\/svg>$/.exec(data) ?? []
  const [, , width = 0, height = 0] = viewBox.split(' ').map(Number)
  const drawing = { width: Math.round(width / scale), height: Math.round(height / scale), viewBox, inside }
  return { drawing, clashes }
}

const elements = (children: readonly XastChild[]) => children.filter((child) => child.type === 'element')

interface Board {
  svg: XastElement
  arrows: Arrow[]
  boxes: Named[]
}

function boardOf(roots: readonly XastChild[], frames: ReadonlySet<string>): Board {
  const board = elements(elements(roots)[0]?.children ?? []).find(({ name }) => name === 'svg')
  if (!board) throw new Error('D2 has drawn nothing')
  const groups = elements(board.children).filter(({ name }) => name === 'g')
  // A hidden arrow may hold the tip that others use.
  const markers = markersOf(groups)
  const shown = groups.filter(({ attributes }) => !isHidden(attributes))
  const parts = shown.map((group) => (isLine(group) ? lineOf(group, markers) : shapeOf(group, frames)))
  const labels = parts.flatMap(({ label }) => label ?? [])
  const grounds = labels.flatMap(({ children }) => elements(children).map((text) => groundOf(roomOf(text))))
  return {
    svg: element('svg', { viewBox: board.attributes['viewBox'] ?? '' }, [
      ...parts.map(({ behind }) => behind),
      ...grounds,
      ...labels,
    ]),
    arrows: parts.filter(({ behind }) => /^line\b/.test(behind.attributes['class'] ?? '')).map(arrowOf),
    boxes: parts.flatMap(({ behind }) => boxOf(behind)),
  }
}

const isLine = ({ children }: XastElement) =>
  elements(children).some(({ attributes }) => attributes['class']?.startsWith('connection'))

const numbersIn = (text = '') => text.match(/-?\d+(?:\.\d+)?/g)?.map(Number) ?? []

/** Corners of a path, those that its curves lean towards too. */
function cornersIn(d = ''): Point[] {
  const corners: Point[] = []
  for (const [, command = '', rest] of d.matchAll(/([MLCSQHV])([^A-Z]*)/g)) {
    const numbers = numbersIn(rest)
    const [x, y] = corners.at(-1) ?? [0, 0]
    if (command === 'H') corners.push([numbers[0] ?? x, y])
    else if (command === 'V') corners.push([x, numbers[0] ?? y])
    else for (let at = 0; at < numbers.length; at += 2) corners.push([numbers[at] ?? 0, numbers[at + 1] ?? 0])
  }
  return corners
}

function arrowOf({ behind, label }: Layers): Arrow {
  const corners = cornersIn(elements(behind.children)[0]?.attributes['d'])
  const [text] = elements(label?.children ?? [])
  return { corners, label: text && { words: wordsIn(text), room: roomOf(text) } }
}

/** A shape with words in it; frames and parts may hold what they like. */
function boxOf(group: XastElement): Named[] {
  const [shape] = elements(group.children)
  const text = elements(group.children).find(({ name }) => name === 'text')
  const isOpen = /^(?:line|lifeline|frame|part)\b/.test(group.attributes['class'] ?? '')
  if (isOpen || !shape || !text || shape === text) return []
  const { x, y, width, height, d } = shape.attributes
  const [left, top] = [Number(x), Number(y)]
  const corners =
    d === undefined
      ? [
          [left, top],
          [left + Number(width), top + Number(height)],
        ]
      : cornersIn(d)
  const [across, down] = [corners.map(([at = 0]) => at), corners.map(([, at = 0]) => at)]
  const room = { left: Math.min(...across), right: Math.max(...across) }
  return [{ words: wordsIn(text), room: { ...room, top: Math.min(...down), bottom: Math.max(...down) } }]
}

const wordsIn = (part: XastElement): string =>
  part.children
    .map((child) => (child.type === 'text' ? child.value : child.type === 'element' ? wordsIn(child) : ''))
    .join(' ')
    .trim()

/** The room of words, which stand in the middle; their letters reach up by three quarters of their height. */
function roomOf(text: XastElement): Room {
  const lines = elements(text.children)
  const size = Number(text.attributes['font-size'])
  const half = Math.max(...[text, ...lines].map(({ attributes }) => Number(attributes['textLength'] ?? 0))) / 2 + 6
  const middle = Number((lines[0] ?? text).attributes['x'])
  const last = Number(text.attributes['y']) + lines.reduce((sum, { attributes }) => sum + Number(attributes['dy']), 0)
  const top = Number(text.attributes['y']) - size * 0.85
  return { left: middle - half, right: middle + half, top, bottom: last + size * 0.25 }
}

const groundOf = ({ left, right, top, bottom }: Room): XastElement =>
  element('rect', {
    x: String(left),
    y: String(top),
    width: String(right - left),
    height: String(bottom - top),
    class: 'ground',
  })

const element = (name: string, attributes: Record<string, string>, children: XastChild[] = []): XastElement => ({
  type: 'element',
  name,
  attributes,
  children,
})

/** An arrow that only holds two boxes apart has `style.opacity: 0`. */
const isHidden = ({ style = '' }: Record<string, string>) => /(?:^|;)\s*opacity:\s*0(?:\.0+)?\s*(?:;|$)/.test(style)

/** D2 names a group with its id in base64, and after it the author's classes. */
function namesOf(group: XastElement): { id: string; classes: string[] } {
  const [id = '', ...classes] = (group.attributes['class'] ?? '').split(' ').filter(Boolean)
  return { id: Buffer.from(id, 'base64').toString().replaceAll('&gt;', '>').replaceAll('&lt;', '<'), classes }
}

const classed = (classes: readonly string[]): Record<string, string> =>
  classes.length > 0 ? { class: classes.join(' ') } : {}

interface Layers {
  behind: XastElement
  label?: XastElement
}

function shapeOf(group: XastElement, frames: ReadonlySet<string>): Layers {
  const { id, classes } = namesOf(group)
  const isPart = elements(group.children).some(({ attributes }) => attributes['class']?.includes('blend'))
  const kind = isPart ? ['part'] : frames.has(id) ? ['frame'] : []
  return { behind: element('g', classed([...kind, ...classes]), elements(group.children).flatMap(plain)) }
}

/** A connection: its line with its tips behind, its words in front of everything. */
function lineOf(group: XastElement, markers: ReadonlyMap<string, XastElement>): Layers {
  const { id, classes } = namesOf(group)
  const names = [id.endsWith('-- )[0]') ? 'lifeline' : 'line', ...classes]
  const parts = elements(group.children).filter(({ name }) => name !== 'marker')
  const behind = parts.filter(({ name }) => name === 'path')
  const tips = behind.flatMap((path) => [tipOf(path, 'marker-start', markers), tipOf(path, 'marker-end', markers)])
  const words = parts.filter(({ name }) => name === 'text').flatMap(plain)
  return {
    behind: element('g', classed(names), [...behind.flatMap(plain), ...tips.flat()]),
    ...(words.length > 0 && { label: element('g', classed(['label', ...classes]), words) }),
  }
}

const markersOf = (groups: readonly XastElement[]): Map<string, XastElement> =>
  new Map(
    groups
      .flatMap(({ children }) => elements(children))
      .filter(({ name }) => name === 'marker')
      .map((marker) => [`url(#${marker.attributes['id'] ?? ''})`, marker]),
  )

/** A tip where its line ends: a marker would need an id, and could not take the line's colour in every browser. */
function tipOf(
  { attributes }: XastElement,
  end: 'marker-start' | 'marker-end',
  markers: ReadonlyMap<string, XastElement>,
): XastElement[] {
  const marker = markers.get(attributes[end] ?? '')
  if (!marker) return []
  const numbers = numbersIn(attributes['d'])
  const [ax = 0, ay = 0, bx = 0, by = 0] = end === 'marker-end' ? numbers.slice(-4) : numbers.slice(0, 4)
  const [x, y] = end === 'marker-end' ? [bx, by] : [ax, ay]
  const angle = Math.round((Math.atan2(by - ay, bx - ax) * 180) / Math.PI)
  const { refX = '0', refY = '0' } = marker.attributes
  const transform = `translate(${x} ${y})rotate(${angle})scale(2)translate(-${refX} -${refY})`
  return elements(marker.children)
    .flatMap(plain)
    .map((part) => ({ ...part, attributes: { ...part.attributes, class: 'tip', transform } }))
}

const KEPT = ['x', 'y', 'width', 'height', 'd', 'points', 'cx', 'cy', 'r', 'rx', 'ry', 'x1', 'x2', 'y1', 'y2']

/** An element with its geometry and its words alone. */
function plain(part: XastElement): XastElement[] {
  const { name, attributes, children } = part
  if (!DRAWN.includes(name)) throw new UnknownPart(name)
  if (name === 'g') return elements(children).flatMap(plain)
  if (name === 'text') return [words(part)]
  const kept = Object.fromEntries(Object.entries(attributes).filter(([key]) => KEPT.includes(key)))
  const dash = attributes['style']?.includes('stroke-dasharray') ? { class: 'dash' } : {}
  return [element(name, { ...kept, ...dash })]
}

/** Words in lines; the first line of a box's words is its name. */
function words({ attributes, children }: XastElement): XastElement {
  const { x = '', y = '', style = '' } = attributes
  const size = /font-size:(\d+)/.exec(style)?.[1] ?? ''
  const bold = attributes['class']?.includes('text-bold') ?? false
  const lines = elements(children)
  const inner = lines.map((line, at) => {
    const { x: left = '', dy = '0' } = line.attributes
    return element('tspan', { x: left, dy, ...lengthOf(line.children, Number(size), bold && at === 0) }, line.children)
  })
  const own = lines.length > 0 ? { y } : { x, y, ...lengthOf(children, Number(size), bold) }
  return element(
    'text',
    { ...own, 'font-size': size, ...(bold && { class: 'name' }) },
    lines.length > 0 ? inner : children,
  )
}

/** Words take the room that was measured for them, whatever the font they come to be shown in. */
function lengthOf(children: readonly XastChild[], size: number, bold: boolean): Record<string, string> {
  const text = children.map((child) => (child.type === 'text' ? child.value : '')).join('')
  return { textLength: String(Math.round(widthOf(text, size, bold))), lengthAdjust: 'spacingAndGlyphs' }
}
