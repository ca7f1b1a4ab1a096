/** Writes a scene as SVG: attributes only, no styles, and each of them once for all that share it. */
import type { Paint, Scene, Tone, Type, Words } from './scene.ts'
import { codeIn } from './type.ts'

const COLOURS: Readonly<Record<Tone, string>> = {
  ink: 'currentColor',
  soft: 'var(--color-soft)',
  accent: 'var(--color-accent)',
  good: 'var(--color-good)',
  bad: 'var(--color-bad)',
}
const PAPER = 'var(--color-paper)'
const PALE = 'var(--color-rule)'
const LAYERS: readonly Paint['layer'][] = ['frame', 'line', 'shape', 'tip']

/** Everything inside the `<svg>` element; that element sets fill none, stroke and fonts. */
export function inside(scene: Scene): string {
  const shapes = LAYERS.flatMap((layer) => {
    const paths = scene.paths.filter(({ paint }) => paint.layer === layer)
    return [...alike(paths, ({ paint }) => attributes(ofPaint(paint)))].map(
      ([shared, some]) => `<path d="${some.map(({ d }) => d).join('')}"${shared}/>`,
    )
  })
  const words = [...alike(scene.words, (one) => attributes(ofType(one.type, codeIn(one.text) !== undefined, scene)))]
  const halo = `<g fill="currentColor" stroke="${PAPER}" stroke-width="3" paint-order="stroke">`
  return [...shapes, halo, ...words.map(([shared, some]) => group(shared, some)), '</g>'].join('')
}

const group = (shared: string, some: readonly Words[]) => {
  const inner = some.map(({ x, y, text }) => `<text x="${x}" y="${y}">${escaped(codeIn(text) ?? text)}</text>`).join('')
  return shared === '' ? inner : `<g${shared}>${inner}</g>`
}

type Attributes = Record<string, string | number | undefined>

function ofPaint({ layer, tone = 'ink', fill, dash, bold }: Paint): Attributes {
  const colour = COLOURS[tone]
  if (layer === 'tip') return { fill: colour, stroke: 'none' }
  return {
    fill: fill && { paper: PAPER, tone: colour, pale: PALE }[fill],
    stroke: tone === 'ink' ? undefined : colour,
    'stroke-width': bold ? 2 : undefined,
    'stroke-dasharray': dash && { dashed: '5 3', dotted: '1.5 3' }[dash],
  }
}

function ofType(
  { anchor, tone = 'ink', bold, small, on }: Type,
  code: boolean,
  sizes: Pick<Scene, 'text' | 'small'>,
): Attributes {
  return {
    fill: on === 'tone' ? PAPER : tone === 'ink' ? undefined : COLOURS[tone],
    stroke: on && 'none',
    'text-anchor': anchor,
    'font-weight': bold ? 650 : undefined,
    'font-size': small && sizes.small !== sizes.text ? sizes.small : undefined,
    'font-family': code ? 'var(--font-mono)' : undefined,
  }
}

const attributes = (some: Attributes) =>
  Object.entries(some)
    .map(([name, value]) => (value === undefined ? '' : ` ${name}="${value}"`))
    .join('')

const alike = <T>(items: readonly T[], key: (item: T) => string) => Map.groupBy(items, key)

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
