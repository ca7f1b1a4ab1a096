/** `content/phases.yaml`: the phases of a mock interview in their order, and where the questions of each come from. */
import { z } from 'astro/zod'
import { idOf } from './reference.ts'
import { slug } from './slug.ts'
import { inline, plain } from './text.ts'

const minutes = z.int().min(1).max(60)

export const phase = z.strictObject({
  /** Name in the records of the mock interviews: lower case, words joined by `-`. Never change it. */
  id: slug,
  title: plain({ max: 32 }),
  /** What it is for. Plain text, one sentence. */
  summary: plain({ min: 20 }),
  /** What the interviewer says first. Plain text, read out. */
  opening: plain({ min: 10 }),
  /** Minutes in an interview of 45, 60 and 90; the phases together fill each of them. */
  minutes: z.strictObject({ '45': minutes, '60': minutes, '90': minutes }),
  /** Why so long, with the source. Markdown, one line. */
  why: inline({ min: 10 }),
  /** What is asked here in every interview. */
  prompts: z
    .array(
      z.strictObject({
        /** Name in the records; no question's file may have it. */
        id: slug,
        /** The question, ready to be said. Plain text. */
        ask: plain({ min: 10 }),
        minutes,
        /** What the interviewer wants to find out. Markdown. */
        listenFor: inline({ min: 20 }),
        /** What to ask next. Plain text. */
        followUps: z.array(plain({ min: 10 })).default([]),
      }),
    )
    .default([]),
  /** Areas whose questions are drawn for the rest of the time (ids of `areas.yaml`). */
  areas: z.array(idOf('area')).default([]),
  /** Dimensions of the rubric that can be judged here (ids of `rubric.yaml`). */
  rates: z.array(idOf('dimension')).default([]),
  /** How long an answer should be: `pitch` as the pitch of guide.yaml, `answer` a model answer, `story` two to three minutes. */
  speak: z.enum(['pitch', 'answer', 'story']).optional(),
})

export type Phase = z.infer<typeof phase>
