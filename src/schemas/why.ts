/**
 * `content/whys.yaml`: what a reviewer of the sample service may ask about a line of it, shown in this order on the
 * page that rehearses the review.
 */
import { z } from 'astro/zod'

export const why = z.strictObject({
  /** Name in addresses and in the records of the cards: lower case, words joined by `-`. Never change it. */
  id: z.string().regex(/^[a-z0-9-]+$/, 'lower-case words joined by "-"'),
  /** Group under which it stands, for example "The cache". Whys of a group follow one another. */
  group: z.string().min(1),
  /** The question, without quotation marks. */
  ask: z.string().min(10).max(160),
  /** Region of the code that it points at: `readthrough/load.go#coalesce`. */
  code: z.string().regex(/^[\w./-]+#[a-z0-9-]+$/, 'file#region, the file relative to service/'),
  /** The answer: what was chosen, what was rejected and what it costs; 40 to 110 words. Markdown. */
  answer: z.string().min(150).max(900),
})

export type Why = z.infer<typeof why>
