/** Scenes as SVG: what a strict security policy lets pass, and each of it once. */
import { expect, test } from '@playwright/test'
import { emptyScene } from '../../../../src/components/picture/scene.ts'
import { drawingOfScene } from '../../../../src/components/picture/svg.ts'
import { SMALL, widthOf } from '../../../../src/ui/letter-widths.ts'
import type { Scene } from '../../../../src/components/picture/scene.ts'

const inside = (scene: Scene) => drawingOfScene(scene).inside

test('paths that are painted alike are one path', () => {
  const scene = emptyScene()
  scene.paths.push({ d: 'M0 0L1 1', paint: { layer: 'line' } }, { d: 'M2 2L3 3', paint: { layer: 'line' } })
  expect(inside(scene)).toContain('<path d="M0 0L1 1M2 2L3 3" class="line"/>')
})

test('frames lie behind lines, lines behind shapes, and tips on top', () => {
  const scene = emptyScene()
  for (const layer of ['tip', 'shape', 'line', 'frame'] as const) scene.paths.push({ d: `M${layer}`, paint: { layer } })
  expect([...inside(scene).matchAll(/d="M(\w+)"/g)].map(([, layer]) => layer)).toEqual([
    'frame',
    'line',
    'shape',
    'tip',
  ])
})

test('words cannot become markup, and code is set as code', () => {
  const scene = emptyScene()
  scene.words.push({ x: 0, y: 0, text: 'a < b & c', type: {} }, { x: 0, y: 9, text: '`v <- c`', type: {} })
  expect(inside(scene)).toContain('>a &lt; b &amp; c</text>')
  expect(inside(scene)).toMatch(/<g class="code"[^>]*><text x="0" y="9"[^>]*>v &lt;- c<\/text>/)
})

test('words take the room that was measured for them in any font', () => {
  const scene = emptyScene()
  scene.words.push({ x: 0, y: 0, text: 'catalog', type: { small: true } })
  expect(inside(scene)).toContain(
    `textLength="${widthOf('catalog', SMALL).toFixed(1)}" lengthAdjust="spacingAndGlyphs"`,
  )
})

test('there are no styles, ids or colours', () => {
  const scene = emptyScene()
  const paint = { layer: 'shape', tone: 'bad', fill: 'tone', dash: 'dashed', bold: true } as const
  scene.paths.push({ d: 'M0 0', paint })
  const type = { anchor: 'end', tone: 'good', bold: true, small: true, on: 'pale' } as const
  scene.words.push({ x: 0, y: 0, text: 'x', type })
  expect(inside(scene)).not.toMatch(/\b(?:style|id|fill|stroke)=/)
})
