/** A span of hours, as the brief gives its estimates: `{ from: 1, to: 2 }`. A fixed time has equal ends. */
import { z } from 'astro/zod'

export const hours = z
  .strictObject({
    /** Least time, in hours. */
    from: z.number().positive(),
    /** Most time, in hours. */
    to: z.number().positive(),
  })
  .refine((span) => span.from <= span.to, { error: '"from" at most as large as "to"' })

export type Hours = z.infer<typeof hours>
