/** Lanes, lines and bars: where things come to stand. */
import { expect, test } from '@playwright/test'
import fc from 'fast-check'
import { inlineText } from '../../../../src/schemas/text.ts'
import { amountOf } from '../../../../src/components/picture/bars.ts'
import { scaleOf, ticksOf, valueAt } from '../../../../src/components/picture/lines.ts'
import { brokenLine, rowsOf } from '../../../../src/components/picture/moments.ts'
import { planLanes } from '../../../../src/components/picture/plan.ts'
import { crosses, placeMarks } from '../../../../src/components/picture/marks.ts'
import { emptyScene } from '../../../../src/components/picture/scene.ts'

test('a line crosses a room that it passes through, and no other', () => {
  const rising = [
    [0, 0],
    [100, 100],
  ] as const
  expect(crosses(rising, { left: 40, right: 60, top: 45, bottom: 55 })).toBe(true)
  expect(crosses(rising, { left: 40, right: 60, top: 70, bottom: 90 })).toBe(false)
})

test('the words of two marks at one place do not touch, and touch no line', () => {
  const scene = emptyScene()
  const curve = [
    [0, 200],
    [300, 0],
  ] as const
  const spots = ['the first', 'the second'].map((text) => ({ at: [150, 100] as const, text }))
  placeMarks(scene, spots, [[...curve]], { left: 0, right: 300, top: 0, bottom: 200 })
  const [one, other] = scene.words
  expect(one && other && Math.abs(one.y - other.y)).toBeGreaterThanOrEqual(16)
})

const aLabel = fc
  .tuple(fc.integer({ min: 0, max: 300 }), fc.integer({ min: 5, max: 60 }))
  .map(([left, width]) => ({ left, right: left + width }))

test('labels of one row never touch', () => {
  fc.assert(
    fc.property(fc.array(aLabel, { maxLength: 12 }), (labels) => {
      const rows = rowsOf(labels)
      for (const [at, one] of labels.entries()) {
        const beside = labels.filter((_, other) => other < at && rows[other] === rows[at])
        expect(beside.every((other) => other.right < one.left || one.right < other.left)).toBe(true)
      }
    }),
  )
})

test('a line leaves out the words it would cross', () => {
  const gap = { left: 0, right: 20, top: 10, bottom: 20 }
  expect(brokenLine(10, 0, 30, [gap])).toBe('M10 0L10 10M10 20L10 30')
  expect(brokenLine(30, 0, 30, [gap])).toBe('M30 0L30 30')
})

const axis = { label: 'calls', from: 1, to: 1000, scale: 'log', ticks: [], unit: '' } as const

test('a logarithmic axis gives each power of ten the same room', () => {
  const place = scaleOf({ ...axis, ticks: [] }, 0, 300)
  expect([1, 10, 100, 1000].map(place).map(Math.round)).toEqual([0, 100, 200, 300])
  expect(ticksOf({ ...axis, ticks: [] })).toContain(100)
})

test('a typed line is read between its points', () => {
  const points: [number, number][] = [
    [0, 0],
    [10, 100],
  ]
  expect(valueAt({ points }, 5)).toBe(50)
  expect(() => valueAt(undefined, 5)).toThrow('a mark names a line that is not there')
})

test('an amount is typed with its unit or measured with its own', () => {
  const figures = new Map([['floor/p99', { name: 'p99', value: 8.1, unit: 'ms' }]])
  expect(amountOf({ label: 'a', value: 3, look: 'solid' }, 'h', figures).text).toBe('3\u00a0h')
  expect(amountOf({ label: 'a', bench: 'floor/p99', look: 'solid' }, 'h', figures)).toEqual({
    value: 8.1,
    text: '8.1\u00a0ms',
  })
})

test("a plan's tasks follow one another within their day, and the axis holds the longest day", () => {
  const task = (id: string, from: number, to: number) => ({
    id,
    title: id,
    detail: inlineText(id),
    serves: ['x'],
    needs: [],
    hours: { from, to },
  })
  const { axis: hours, lanes } = planLanes({
    days: [
      { day: 1, title: 'One', tasks: [task('a', 1, 2), task('b', 1, 1)] },
      { day: 2, title: 'Two', tasks: [task('c', 0.5, 0.5)] },
    ],
    week: [],
    more: [],
    deliverables: [inlineText('x')],
  })
  expect(hours.to).toBe(3)
  expect(lanes.map(({ bars }) => bars.map(({ from, to }) => [from, to]))).toEqual([
    [
      [0, 1],
      [1, 2],
    ],
    [[2, 3]],
    [[0, 0.5]],
  ])
  expect(lanes.map(({ part }) => part)).toEqual(['Day 1: One (2–3 h)', undefined, 'Day 2: Two (30 min)'])
})
