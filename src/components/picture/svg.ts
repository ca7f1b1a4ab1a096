/** Writes a scene as SVG: classes that src/styles/picture.css paints, each once for all that share it. */
import type { Drawing } from '../../manuscript/diagrams.ts'
import { round, type Paint, type Scene, type Tone, type Type, type Words } from './scene.ts'
import { CODE, codeIn, SMALL, TEXT, widthOf } from '../../ui/letter-widths.ts'

const LAYERS: readonly Paint['layer'][] = ['frame', 'line', 'shape', 'tip']

/** A scene with the margin that its outer lines need. */
export const drawingOfScene = (scene: Scene): Drawing => ({
  width: scene.width + 2,
  height: scene.height + 2,
  viewBox: `-1 -1 ${scene.width + 2} ${round(scene.height + 2)}`,
  inside: inside(scene),
})

function inside(scene: Scene): string {
  const shapes = LAYERS.flatMap((layer) => {
    const paths = scene.paths.filter(({ paint }) => paint.layer === layer)
    return [...alike(paths, ({ paint }) => attributes(ofPaint(paint)))].map(
      ([shared, some]) => `<path d="${some.map(({ d }) => d).join('')}"${shared}/>`,
    )
  })
  const words = [...alike(scene.words, ({ type, text }) => attributes(ofType(type, codeIn(text) !== undefined)))]
  return [...shapes, ...words.map(([shared, some]) => `<g${shared}>${some.map(written).join('')}</g>`)].join('')
}

/** Words take the room that was measured for them, whatever the font they come to be shown in. */
function written({ x, y, text, type: { small, bold } }: Words): string {
  const length = round(widthOf(text, small ? SMALL : TEXT, bold))
  return `<text x="${x}" y="${y}" textLength="${length}" lengthAdjust="spacingAndGlyphs">${escaped(codeIn(text) ?? text)}</text>`
}

type Attributes = Record<string, string | number | undefined>

const classes = (...names: (string | false | undefined)[]): string | undefined =>
  names.filter(Boolean).join(' ') || undefined

const toned = (tone: Tone | undefined) => tone !== 'ink' && tone

const ofPaint = ({ layer, tone, fill, dash, bold }: Paint): Attributes => ({
  class: classes(
    layer === 'tip' ? 'tip' : fill === undefined ? 'line' : { paper: 'box', tone: 'filled', pale: 'pale' }[fill],
    toned(tone),
    dash && { dashed: 'dash', dotted: 'dots' }[dash],
    bold && 'thick',
  ),
})

const ofType = ({ anchor, tone, bold, small, on }: Type, code: boolean): Attributes => ({
  class: classes(on === 'tone' ? 'inverse' : toned(tone), bold && 'name', code && 'code'),
  'text-anchor': anchor ?? 'start',
  'font-size': code ? CODE : small ? SMALL : TEXT,
})

const attributes = (some: Attributes) =>
  Object.entries(some)
    .map(([name, value]) => (value === undefined ? '' : ` ${name}="${value}"`))
    .join('')

const alike = <T>(items: readonly T[], key: (item: T) => string) => Map.groupBy(items, key)

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
