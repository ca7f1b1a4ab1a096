/** What holds what, as a tree of names. */
import { z } from 'astro/zod'
import { tone } from './boxes.ts'

const text = z.string().min(1)

export const tree = z.strictObject({
  /** From the top down; a row belongs to the nearest one above it that is less deep. */
  rows: z
    .array(
      z.strictObject({
        /** 0 for the root. */
        depth: z.int().min(0).max(5),
        /** Set as code. */
        name: text,
        /** Small print under the name. */
        note: text.optional(),
        /** Draws a frame around this row and those below it that are deeper, with this written on it. */
        frame: text.optional(),
        tone: tone.default('ink'),
      }),
    )
    .min(1),
})

export type Tree = z.infer<typeof tree>
