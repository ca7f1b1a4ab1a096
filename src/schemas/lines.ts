/** Amounts that depend on one another: lines over two axes. */
import { z } from 'astro/zod'
import { plain } from './text.ts'
import { tone } from './tone.ts'

const point = z.tuple([z.number(), z.number()])

const text = plain()

const axis = z
  .strictObject({
    label: text,
    from: z.number(),
    to: z.number(),
    scale: z.enum(['linear', 'log']).default('linear'),
    /** Where lines of the grid are drawn and numbered; about five round numbers unless given. */
    ticks: z.array(z.number()).default([]),
    unit: z.string().default(''),
  })
  .refine(({ from, to }) => from < to, { error: '"from" smaller than "to"' })
  .refine(({ from, scale }) => scale === 'linear' || from > 0, { error: '"from" above 0 where "scale" is log' })

/** A line that is computed. */
const curve = z.discriminatedUnion('name', [
  /** Percent of pages that meet at least one slow call among x, when a call is slow by `chance` (0.01 is 1 %). */
  z.strictObject({ name: z.literal('at-least-one'), chance: z.number().gt(0).lt(1) }),
  /** Percent of the error budget of `days` days that is left after x days of burning at `rate` times the allowed rate. */
  z.strictObject({ name: z.literal('budget-left'), rate: z.number().positive(), days: z.number().positive() }),
])

const series = z
  .strictObject({
    /** What the line is, above the chart: its name, and below it what else there is to say. */
    lines: z.array(text).min(1),
    /** Typed points: x and y. */
    points: z.array(point).optional(),
    curve: curve.optional(),
    look: z.enum(['solid', 'dashed', 'dotted']).default('solid'),
    tone: tone.default('ink'),
  })
  .refine(({ points, curve }) => (points === undefined) !== (curve === undefined), {
    error: 'either "points" or "curve"',
  })

export const lines = z
  .strictObject({
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
        }),
      )
      .default([]),
  })
  .refine(({ marks, series }) => marks.every(({ of }) => of < series.length), {
    error: 'marks of lines that there are; the first is "of: 0"',
    path: ['marks'],
  })

export type Lines = z.infer<typeof lines>
export type Axis = z.infer<typeof axis>
export type Curve = z.infer<typeof curve>
