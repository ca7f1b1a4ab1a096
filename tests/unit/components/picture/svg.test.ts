/** Scenes as SVG: attributes that a strict security policy lets pass, and each of them once. */
import { expect, test } from '@playwright/test'
import { emptyScene } from '../../../../src/components/picture/scene.ts'
import { inside } from '../../../../src/components/picture/svg.ts'

test('paths that are painted alike are one path', () => {
  const scene = emptyScene()
  scene.paths.push({ d: 'M0 0L1 1', paint: { layer: 'line' } }, { d: 'M2 2L3 3', paint: { layer: 'line' } })
  expect(inside(scene)).toContain('<path d="M0 0L1 1M2 2L3 3"/>')
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
  expect(inside(scene)).toContain('font-family="var(--font-mono)"><text x="0" y="9">v &lt;- c</text>')
})

test('there are no styles, classes or ids', () => {
  const scene = emptyScene()
  scene.paths.push({ d: 'M0 0', paint: { layer: 'shape', tone: 'bad', fill: 'tone', dash: 'dashed', bold: true } })
  scene.words.push({
    x: 0,
    y: 0,
    text: 'x',
    type: { anchor: 'end', tone: 'good', bold: true, small: true, on: 'pale' },
  })
  expect(inside(scene)).not.toMatch(/\b(?:style|class|id)=/)
})
