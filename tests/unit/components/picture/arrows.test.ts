/** Arrows of a drawing begin and end on the borders of their boxes. */
import { expect, test } from '@playwright/test'
import fc from 'fast-check'
import {
  borderOf,
  centerOf,
  middleOf,
  routeOf,
  type Box,
  type Point,
} from '../../../../src/components/picture/arrows.ts'

/** A box of 40 by 20 at the origin. */
const box: Box = { at: [0, 0], size: [40, 20] }

test('the middle of a box', () => {
  expect(centerOf({ at: [10, 20], size: [40, 20] })).toEqual([30, 30])
})

const BORDERS: readonly (readonly [toward: Point, at: Point])[] = [
  [
    [100, 10],
    [40, 10],
  ],
  [
    [-100, 10],
    [0, 10],
  ],
  [
    [20, 100],
    [20, 20],
  ],
  [
    [20, -100],
    [20, 0],
  ],
  [
    [60, 30],
    [40, 20],
  ],
  [
    [20, 10],
    [20, 10],
  ],
]

for (const [toward, at] of BORDERS) {
  test(`the line toward ${toward.join(', ')} leaves the box at ${at.join(', ')}`, () => {
    expect(borderOf(box, toward)).toEqual(at)
  })
}

const ROUTES: readonly (readonly [name: string, to: Box, via: readonly Point[], route: readonly Point[]])[] = [
  [
    'to a box beside it, straight across',
    { at: [100, 0], size: [40, 20] },
    [],
    [
      [40, 10],
      [100, 10],
    ],
  ],
  [
    'to a box below it, straight down',
    { at: [0, 100], size: [40, 20] },
    [],
    [
      [20, 20],
      [20, 100],
    ],
  ],
  [
    'by a corner',
    { at: [100, 100], size: [40, 20] },
    [[120, 10]],
    [
      [40, 10],
      [120, 10],
      [120, 100],
    ],
  ],
]

for (const [name, to, via, route] of ROUTES) {
  test(`an arrow runs ${name}`, () => {
    expect(routeOf(box, to, via)).toEqual(route)
  })
}

test('a label stands in the middle of the middle part', () => {
  expect(
    middleOf([
      [0, 0],
      [10, 0],
    ]),
  ).toEqual([5, 0])
  expect(
    middleOf([
      [0, 0],
      [10, 0],
      [10, 10],
      [20, 10],
    ]),
  ).toEqual([10, 5])
})

const onBorder = ({ at, size }: Box, [x, y]: Point) => {
  const near = (a: number, b: number) => Math.abs(a - b) <= 0.11
  const across = near(x, at[0]) || near(x, at[0] + size[0])
  const along = near(y, at[1]) || near(y, at[1] + size[1])
  return across || along
}

const aBox = fc
  .tuple(fc.integer({ min: 0, max: 500 }), fc.integer({ min: 0, max: 500 }), fc.integer({ min: 10, max: 99 }))
  .map(([x, y, width]): Box => ({ at: [x, y], size: [width, 20] }))

test('wherever two boxes stand, an arrow ends on both borders', () => {
  fc.assert(
    fc.property(aBox, aBox, (from, to) => {
      const centersDiffer = centerOf(from).some((value, at) => value !== centerOf(to)[at])
      fc.pre(centersDiffer)
      const route = routeOf(from, to, [])
      const [first, last] = [route[0], route.at(-1)]
      return first !== undefined && last !== undefined && onBorder(from, first) && onBorder(to, last)
    }),
  )
})
