/** What lasts from when to when: bars on a time axis, a lane for each thing that runs. */
import { z } from 'astro/zod'
import { plain } from './text.ts'
import { tone } from './tone.ts'

const text = plain()

const bar = z.strictObject({
  /** Begin and end on the axis. */
  from: z.number(),
  to: z.number(),
  /** Stands in the bar where it fits, else beside it. */
  text: text.optional(),
  /**
   * `solid` is filled, `pale` filled faintly, `open` an outline, `dashed` a dashed one; `span` is a line with an arrow
   * at both ends: a length that has a name.
   */
  look: z.enum(['solid', 'pale', 'open', 'dashed', 'span']).default('solid'),
  tone: tone.default('ink'),
  /** Goes on after the end of the axis. */
  endless: z.boolean().default(false),
})

const lane = z.strictObject({
  /** Stands above its bars. */
  name: text.optional(),
  /** Stands at the right end of the line of its name, for instance what was measured. */
  value: text.optional(),
  /** Heading over this lane and those that follow. */
  part: text.optional(),
  bars: z.array(bar).min(1),
})

export const lanes = z.strictObject({
  axis: z.strictObject({
    from: z.number(),
    to: z.number(),
    /** What is measured along it. */
    label: text.optional(),
    /** Places that have a name; without any the axis is not drawn. */
    ticks: z.array(z.strictObject({ at: z.number(), text })).default([]),
  }),
  lanes: z.array(lane).min(1),
  /** Moments that matter to all lanes: a line from top to bottom. */
  moments: z.array(z.strictObject({ at: z.number(), text, tone: tone.default('ink') })).default([]),
})

export type Lanes = z.infer<typeof lanes>
