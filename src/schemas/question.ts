/**
 * `content/questions/<area>/*.mdx`: one predicted question a file; the folder is its area, the file name its address.
 * The body is the model answer under three headings, in this order and wording: `## In one sentence`,
 * `## The approach`, `## An example`; together 80 to 150 words, to be said in a minute or less.
 */
import { z } from 'astro/zod'

/** Headings of a model answer, in the brief's order: explicit statement, approach, example or figure. */
export const ANSWER_PARTS = ['In one sentence', 'The approach', 'An example'] as const
/** Bounds of a model answer in words, headings not counted. */
export const ANSWER_WORDS = { min: 80, max: 150 } as const

export const question = z.strictObject({
  /** The question as an interviewer would ask it, without quotation marks. */
  prompt: z.string().min(10),
  /** Short name for menus and search results. */
  title: z.string().min(1).max(48),
  /** Place in the reading order, from 1; no two questions share one. */
  order: z.int().min(1),
  /** Minutes that the answer and its follow-ups take in an interview. */
  minutes: z.int().min(1).max(45),
  /** Place among the eight questions to rehearse first, 1 to 8; left out otherwise. No two questions share one. */
  top: z.int().min(1).max(8).optional(),
  /** Ids of the concepts the answer leans on (file names under `content/concepts/`). */
  concepts: z.array(z.string()).default([]),
  /** Ids of the stories that serve as its example (file names under `content/stories/`). */
  stories: z.array(z.string()).default([]),
  /** Words somebody may search for; shown as the line "Terms". */
  terms: z.array(z.string().min(1)).default([]),
})

export type Question = z.infer<typeof question>
