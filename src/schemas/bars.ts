/** Amounts side by side: groups of bars, each group with a scale of its own that begins at nought. */
import { z } from 'astro/zod'
import { idOf } from './reference.ts'
import { plain } from './text.ts'

const text = plain()

const bar = z
  .strictObject({
    label: text,
    /** The amount, where it was not measured by the service's bench. */
    value: z.number().optional(),
    /** `part/figure` of service/bench/results.json: the amount with its unit. */
    bench: idOf('figure').optional(),
    /** `solid` for what the picture is about, `open` for what it is held against. */
    look: z.enum(['solid', 'open']).default('solid'),
  })
  .refine(({ value, bench }) => (value === undefined) !== (bench === undefined), {
    error: 'either "value" or "bench"',
  })

export const bars = z.strictObject({
  groups: z
    .array(
      z.strictObject({
        title: text,
        /** What the group comes to, in words. */
        note: text.optional(),
        /** Unit of typed values. */
        unit: z.string().default(''),
        /** End of the scale; the largest amount unless given. */
        to: z.number().positive().optional(),
        bars: z.array(bar).min(1),
      }),
    )
    .min(1),
})

export type Bars = z.infer<typeof bars>
