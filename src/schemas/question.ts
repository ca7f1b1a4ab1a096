/**
 * `content/questions/<area>/*.mdx`: one predicted question a file; the folder is its area, the file name its address.
 * The body is the model answer under three headings, in this order and wording: `## In one sentence`,
 * `## The approach`, `## An example`; together 80 to 150 words, to be said in a minute or less. Below them stands
 * `## Go deeper`: the details behind the answer, with code where code is the answer.
 */
import { z } from 'astro/zod'
import { idOf } from './reference.ts'
import { inline, plain } from './text.ts'
import { followUp } from './follow-up.ts'
import { source } from './source.ts'

/** Headings of a model answer, in the brief's order: explicit statement, approach, example or figure. */
export const ANSWER_PARTS = ['In one sentence', 'The approach', 'An example'] as const
/** Bounds of a model answer in words, headings not counted. */
export const ANSWER_WORDS = { min: 80, max: 150 } as const

export const question = z.strictObject({
  /** The question as an interviewer would ask it, without quotation marks. */
  prompt: plain({ min: 10 }),
  /** Short name for menus and search results. */
  title: plain({ max: 48 }),
  /** Place among the questions of its area, from 1; no two questions share one. */
  order: z.int().min(1),
  /** Minutes that the answer and its follow-ups take in an interview. */
  minutes: z.int().min(1).max(45),
  /** `core`: every backend engineer is asked this. `senior`: expected at this level. `stretch`: sets a candidate apart. */
  level: z.enum(['core', 'senior', 'stretch']),
  /** What the interviewer wants to find out with it, in one to three sentences. Markdown. */
  asking: inline({ min: 40, max: 400 }),
  /** What comes next: three of them, one being the trap. */
  followUps: z
    .array(followUp)
    .length(3)
    .refine((all) => all.filter(({ trap }) => trap).length === 1, 'exactly one follow-up with "trap: true"'),
  /** How answers differ, one line each. Markdown. */
  differs: z.strictObject({
    /** Sounds right and shows no experience. */
    weak: inline({ min: 20, max: 240 }),
    /** Good enough for the level below. */
    solid: inline({ min: 20, max: 240 }),
    /** What a senior engineer says. */
    strong: inline({ min: 20, max: 240 }),
  }),
  /** Mistakes that candidates make, each with what is right. Markdown, one or two sentences each. */
  mistakes: z
    .array(inline({ min: 20, max: 320 }))
    .min(2)
    .max(5),
  /** Where the facts come from that can age. */
  sources: z.array(source).default([]),
  /** Place among the eight questions to rehearse first, 1 to 8; left out otherwise. No two questions share one. */
  top: z.int().min(1).max(8).optional(),
  /** Ids of the concepts the answer leans on (file names under `content/concepts/`). */
  concepts: z.array(idOf('concept')).default([]),
  /** Ids of the stories that serve as its example (file names under `content/stories/`). */
  stories: z.array(idOf('story')).default([]),
  /** Words somebody may search for; a reader does not see them on the page. */
  terms: z.array(plain()).default([]),
})

export type Question = z.infer<typeof question>
