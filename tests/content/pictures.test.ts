/** Every picture of the guide can be drawn, is light, and keeps its words inside itself. */
import { brotliCompressSync } from 'node:zlib'
import { expect, test } from '@playwright/test'
import { draw } from '../../src/components/picture/draw.ts'
import { inside } from '../../src/components/picture/svg.ts'
import { readFigures, withFigures } from '../../src/manuscript/bench.ts'
import { contentFolder, entriesOf, readManuscript } from '../../src/manuscript/manuscript.ts'

const HEAVIEST = 2560

const manuscript = readManuscript(contentFolder())
const figures = readFigures()

function drawn() {
  const [plan] = entriesOf(manuscript, 'plan')
  if (!plan) throw new Error('content/plan.yaml is missing')
  return entriesOf(manuscript, 'picture').map(({ id, data }) => ({
    id,
    scene: draw(data, { figures, plan: plan.data }),
    alt: withFigures(data.alt, figures),
  }))
}

test('there are pictures, and no two have one title', () => {
  const titles = entriesOf(manuscript, 'picture').map(({ data }) => data.title)
  expect(titles.length).toBeGreaterThanOrEqual(15)
  expect(new Set(titles).size).toBe(titles.length)
})

test('none is heavier than 2.5 KB, words for those who do not see it included', () => {
  const weights = drawn().map(({ id, scene, alt }) => [id, brotliCompressSync(alt + inside(scene)).length] as const)
  expect(weights.filter(([, bytes]) => bytes > HEAVIEST)).toEqual([])
})

test('every word begins inside its picture', () => {
  const outside = drawn().flatMap(({ id, scene: { width, height, words } }) =>
    words.filter(({ x, y }) => x < 0 || x > width || y < 0 || y > height).map(({ text }) => `${id}: ${text}`),
  )
  expect(outside).toEqual([])
})

test('each has a caption of its own', () => {
  expect(entriesOf(manuscript, 'picture').filter(({ body }) => body.trim().length < 40)).toEqual([])
})
