/** Amounts that depend on one another: lines over two axes. */
import { z } from 'astro/zod'
import { point, tone } from './boxes.ts'

const text = z.string().min(1)

const axis = z.strictObject({
  label: text,
  from: z.number(),
  to: z.number(),
  scale: z.enum(['linear', 'log']).default('linear'),
  /** Where lines of the grid are drawn and numbered; about five round numbers unless given. */
  ticks: z.array(z.number()).default([]),
  unit: z.string().default(''),
})

/** A line that is computed. */
const curve = z.discriminatedUnion('name', [
  /** Percent of pages that meet at least one slow call among x, when a call is slow by `chance` (0.01 is 1 %). */
  z.strictObject({ name: z.literal('at-least-one'), chance: z.number().gt(0).lt(1) }),
  /** Percent of the error budget of `days` days that is left after x days of burning at `rate` times the allowed rate. */
  z.strictObject({ name: z.literal('budget-left'), rate: z.number().positive(), days: z.number().positive() }),
])

const series = z
  .strictObject({
    /** Lines of text beside the line. */
    lines: z.array(text).min(1),
    /** Where they begin, in the units of the axes. */
    linesAt: point,
    /** Typed points: x and y. */
    points: z.array(point).optional(),
    curve: curve.optional(),
    look: z.enum(['solid', 'dashed', 'dotted']).default('solid'),
    tone: tone.default('ink'),
  })
  .refine(({ points, curve }) => (points === undefined) !== (curve === undefined), {
    error: 'either "points" or "curve"',
  })

export const lines = z.strictObject({
  x: axis,
  y: axis,
  series: z.array(series).min(1),
  /** Points to look at; the value there is computed and stands after the text. */
  marks: z
    .array(
      z.strictObject({
        x: z.number(),
        /** Which of the series, from 0. */
        of: z.int().min(0).default(0),
        text,
        side: z.enum(['left', 'right', 'above']).default('right'),
      }),
    )
    .default([]),
})

export type Lines = z.infer<typeof lines>
export type Axis = z.infer<typeof axis>
export type Curve = z.infer<typeof curve>
