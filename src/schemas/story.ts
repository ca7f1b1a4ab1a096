/**
 * `content/stories/*.mdx`: one STAR story a file. The four parts are fields because the sheets and the practice pages
 * use them apart; each is Markdown, and what only the candidate knows is `[](blank:id)`. Headline and parts are a full
 * answer to be told as they stand: 250 to 350 words, two to three minutes, of which the parts take about 20, 10, 60 and
 * 10 per cent; the action says "I" at least three times as often as "we". The body holds the notes: what an
 * interviewer may object, and how to answer honestly.
 */
import { z } from 'astro/zod'
import { inline, plain } from './text.ts'

export const story = z
  .strictObject({
    /** Name of the story in menus and tables. */
    title: plain({ max: 60 }),
    /** Place in the reading order, from 1; no two stories share one. */
    order: z.int().min(1),
    /** Nothing but questions to the candidate, each part a list of them with its blank; lengths do not apply. */
    outline: z.boolean().default(false),
    /** The result in one sentence, said first. Markdown. */
    headline: inline(),
    /** Where and when: what was wrong, for whom. */
    situation: inline(),
    /** What the candidate was asked, or took on. */
    task: inline(),
    /** What the candidate did, step by step; the longest part. Paragraphs are kept if the text begins with `|-`. */
    action: inline(),
    /** What came of it, with figures. */
    result: inline(),
    /** Two or three lines for the cheat sheet, the figure in one of them. Markdown. Without them it is not printed. */
    bullets: z.array(inline()).min(2).max(3).optional(),
    /** Words somebody may search for; a reader does not see them on the page. */
    terms: z.array(plain()).default([]),
  })
  .refine(({ outline, bullets }) => !outline || bullets === undefined, {
    path: ['bullets'],
    message: 'no lines for the cheat sheet while the story is an outline',
  })

export type Story = z.infer<typeof story>
