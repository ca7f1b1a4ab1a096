/**
 * `content/whys.yaml`: what a reviewer of the sample service may ask about a line of it, shown in this order on the
 * page that rehearses the review.
 */
import { z } from 'astro/zod'
import { idOf } from './reference.ts'
import { slug } from './slug.ts'
import { inline, plain } from './text.ts'

export const why = z.strictObject({
  /** Name in addresses and in the records of the cards: lower case, words joined by `-`. Never change it. */
  id: slug,
  /** Group under which it stands, for example "The cache". Whys of a group follow one another. */
  group: plain(),
  /** The question, without quotation marks. */
  ask: plain({ min: 10, max: 160 }),
  /** Region of the code that it points at: `readthrough/load.go#coalesce`. */
  code: idOf('code', z.string().regex(/^[\w./-]+#[a-z0-9-]+$/, 'file#region, the file relative to service/')),
  /** The answer: what was chosen, what was rejected and what it costs; 40 to 110 words. Markdown. */
  answer: inline({ min: 150, max: 900 }),
})

export type Why = z.infer<typeof why>
