/**
 * `content/stories/*.mdx`: one STAR story a file. The four parts are fields because the sheets and the practice pages
 * use them apart; each is Markdown, and a figure only the candidate knows is `[](blank:id)`. The body holds the notes:
 * what an interviewer may object, and how to answer honestly.
 */
import { z } from 'astro/zod'

export const story = z.strictObject({
  /** Name of the story in menus and tables. */
  title: z.string().min(1).max(60),
  /** Place in the reading order, from 1; no two stories share one. */
  order: z.int().min(1),
  /** The result in one sentence, said first. Markdown. */
  headline: z.string().min(1),
  /** Where and when: what was wrong, for whom. */
  situation: z.string().min(1),
  /** What the candidate was asked, or took on. */
  task: z.string().min(1),
  /** What the candidate did, step by step; the longest part. */
  action: z.string().min(1),
  /** What came of it, with figures. */
  result: z.string().min(1),
  /** Two or three lines for the cheat sheet, the figure in one of them. Markdown. */
  bullets: z.array(z.string().min(1)).min(2).max(3),
  /** Words somebody may search for; shown as the line "Terms". */
  terms: z.array(z.string().min(1)).default([]),
})

export type Story = z.infer<typeof story>
