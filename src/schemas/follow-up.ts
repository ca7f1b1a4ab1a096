/** A question with its short answer: a follow-up of an interviewer, or a self-check at the end of a chapter. */
import { z } from 'astro/zod'
import { slug } from './slug.ts'
import { inline, plain } from './text.ts'

const asked = {
  /** Name in addresses and in the records of the cards: lower case, words joined by `-`. Never change it. */
  id: slug,
  /** The question, without quotation marks. */
  ask: plain({ min: 10, max: 200 }),
  /** The answer with its reason, 15 to 90 words. Markdown of a paragraph or two. */
  answer: inline({ min: 60, max: 700 }),
}

/** What an interviewer asks next. */
export const followUp = z.strictObject({
  ...asked,
  /** Whether the plausible answer is the wrong one. Exactly one follow-up of a question is the trap. */
  trap: z.boolean().default(false),
})

/** What the reader asks himself after a chapter. */
export const selfCheck = z.strictObject(asked)

export type FollowUp = z.infer<typeof followUp>
export type SelfCheck = z.infer<typeof selfCheck>
