/** Every picture of the guide can be drawn, is light, and carries nothing that the security policy refuses. */
import { brotliCompressSync } from 'node:zlib'
import { expect, test } from '@playwright/test'
import { drawDiagrams } from '../../build/diagrams/draw.ts'
import { draw } from '../../src/components/picture/draw.ts'
import { readFigures, withFigures } from '../../src/manuscript/bench.ts'
import { diagramsOf, readDrawing } from '../../src/manuscript/diagrams.ts'
import { contentFolder, entriesOf, readManuscript } from '../../src/manuscript/manuscript.ts'

const HEAVIEST = 2560
/** Pixels: what 9 points of type leave on paper, 14 pixels on the screen. */
const WIDEST = 830

const manuscript = readManuscript(contentFolder())
const figures = readFigures()

function drawn() {
  const [plan] = entriesOf(manuscript, 'plan')
  if (!plan) throw new Error('content/plan.yaml is missing')
  return entriesOf(manuscript, 'picture').map(({ id, data }) => ({
    id,
    drawing: draw(data, { figures, plan: plan.data }),
    alt: withFigures(data.alt, figures),
  }))
}

test.beforeAll(async () => {
  // On a machine that has drawn none of them yet.
  test.setTimeout(180_000)
  await drawDiagrams(manuscript)
})

test('there are pictures, and no two have one title', () => {
  const titles = entriesOf(manuscript, 'picture').map(({ data }) => data.title)
  expect(titles.length).toBeGreaterThanOrEqual(15)
  expect(new Set(titles).size).toBe(titles.length)
})

test('none is heavier than 2.5 KB, words for those who do not see it included', () => {
  const weights = drawn().map(({ id, drawing, alt }) => [id, brotliCompressSync(alt + drawing.inside).length] as const)
  expect(weights.filter(([, bytes]) => bytes > HEAVIEST)).toEqual([])
})

test('none holds a style, a script, a font or an id', () => {
  const refused = drawn().filter(({ drawing }) => /<(?:style|script|foreignObject|image)|\s(?:style|id|on\w+)=/.test(drawing.inside))
  expect(refused.map(({ id }) => id)).toEqual([])
})

test('every diagram can be read on paper', () => {
  const widths = diagramsOf(manuscript, figures).map(({ file, text }) => [file, readDrawing(text).width] as const)
  expect(widths.filter(([, width]) => width > WIDEST)).toEqual([])
})

test('each has a caption of its own', () => {
  expect(entriesOf(manuscript, 'picture').filter(({ body }) => body.trim().length < 40)).toEqual([])
})
