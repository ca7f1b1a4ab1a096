/** `content/plan.yaml`: the sprint before the interview, day by day, and what to bring. */
import { z } from 'astro/zod'
import { hours } from './hours.ts'

export const task = z.strictObject({
  /** Stable name; ticked tasks will be remembered by it. */
  id: z.string().regex(/^[a-z0-9-]+$/, 'lower-case words joined by "-"'),
  /** What to do, in a few words. */
  title: z.string().min(1),
  /** The brief's estimate. */
  hours,
  /** What belongs to it and when it is done; Markdown. */
  detail: z.string().min(1),
})

export const plan = z.strictObject({
  days: z
    .array(
      z.strictObject({
        /** Number of the day, from 1. */
        day: z.int().min(1),
        /** What the day is for. */
        title: z.string().min(1),
        tasks: z.array(task).min(1),
      }),
    )
    .min(1),
  /** What to have in hand on the day; Markdown, one line each. */
  deliverables: z.array(z.string().min(1)).min(1),
})

export type Plan = z.infer<typeof plan>
export type Task = z.infer<typeof task>
