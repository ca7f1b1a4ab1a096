/**
 * `content/plan.yaml`: the sprint before the interview, day by day, its variant of a week, and what to bring. Titles and
 * words of a task stand once; the week names the tasks of the sprint by their ids, and adds those under `more`.
 */
import { z } from 'astro/zod'
import { idOf } from './reference.ts'
import { slug } from './slug.ts'
import { inline, plain } from './text.ts'
import { hours } from './hours.ts'

export const task = z.strictObject({
  /** Stable name; ticked tasks and calendar entries are remembered by it. Never change it. */
  id: slug,
  /** What to do, in a few words. */
  title: plain(),
  /** The brief's estimate; of a task under `more`, the chapter's. */
  hours,
  /**
   * The questions that the task makes easier to answer (file names under `content/questions/`). They are its worth when
   * time is short: see `src/practice/plan/task.ts`.
   */
  serves: z.array(idOf('question')).default([]),
  /** Tasks that must be done before, by id, and so stand before: without them this one is left out too. */
  needs: z.array(slug).default([]),
  /** What belongs to it and when it is done; Markdown. */
  detail: inline(),
})

export const plan = z.strictObject({
  days: z
    .array(
      z.strictObject({
        /** Number of the day, from 1. */
        day: z.int().min(1),
        /** What the day is for. */
        title: plain(),
        tasks: z.array(task).min(1),
      }),
    )
    .min(1),
  /** The same for seven days: every task of the sprint, and of `more`, once, by id. */
  week: z.array(
    z.strictObject({
      /** Number of the day, from 1. */
      day: z.int().min(1),
      /** What the day is for. */
      title: plain(),
      tasks: z.array(slug).min(1),
    }),
  ),
  /** What a week has room for beyond the sprint. */
  more: z.array(task),
  /** What to have in hand on the day; Markdown, one line each. */
  deliverables: z.array(inline()).min(1),
})

export type Plan = z.infer<typeof plan>
export type Task = z.infer<typeof task>
