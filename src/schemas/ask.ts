/** `content/asks.yaml`: the questions to ask them, in groups, and `content/red-flags.yaml`: what to notice. */
import { z } from 'astro/zod'
import { idOf } from './reference.ts'
import { slug } from './slug.ts'
import { inline, plain } from './text.ts'

/** Who can answer: ask a recruiter about the loop, a tech lead about latency, a manager about the first months. */
export const AUDIENCES = ['recruiter', 'tech-lead', 'manager'] as const

export const ask = z.strictObject({
  /** Name used in `[…](ask:id)` and as the anchor on the page. */
  id: slug,
  /** Short name for search results and the card. */
  title: plain({ max: 48 }),
  /** The question, ready to be said. */
  ask: plain({ min: 10 }),
  /** Heading it stands under; groups appear in the order of their first question. */
  group: plain(),
  /** Who is likely to know. */
  audience: z.array(z.enum(AUDIENCES)).min(1),
  /** What a good answer sounds like, or what to do with it; Markdown, one or two sentences. */
  listenFor: inline(),
  /** Whether it stands on the day-of card; the card takes four to six. */
  chosen: z.boolean().default(false),
  /** Ids of the red flags that a poor answer, or none, would show (`content/red-flags.yaml`). */
  flags: z.array(idOf('flag')).default([]),
})

export const redFlag = z.strictObject({
  /** Name used as the anchor on the page. */
  id: slug,
  /** What you may hear or miss. */
  flag: plain(),
  /** The same in two to five words, for the last minutes; without it the whole sentence stands there. Plain text. */
  short: plain({ max: 40 }).optional(),
  /** What to ask when you do. */
  ask: plain(),
})

export type Ask = z.infer<typeof ask>
export type Audience = (typeof AUDIENCES)[number]
export type RedFlag = z.infer<typeof redFlag>
