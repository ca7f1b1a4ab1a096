/**
 * `content/claims.yaml`: what the brief says about company, role and technology, held against dated sources, in the
 * order in which it is shown.
 */
import { z } from 'astro/zod'
import { slug } from './slug.ts'
import { inline, plain } from './text.ts'
import { checked } from './checked.ts'

export const claim = z.strictObject({
  /** Name in addresses: lower case, words joined by `-`. */
  id: slug,
  /** Heading under which it stands, for example "The takeover". Claims of a group follow one another. */
  group: plain(),
  /** What the brief says, in a few words. */
  claim: plain({ min: 5, max: 160 }),
  /** As for `<Checked>`: confirmed, corrected, dated or open. */
  verdict: checked.shape.verdict,
  /** What was found, and what it means for the interview. Markdown, one to three sentences. */
  found: inline({ min: 20, max: 520 }),
  /** Short name of the source; for an open claim what was looked through. */
  source: checked.shape.source,
  /** Address of the source, where it has one. */
  href: checked.shape.href,
  /** Day, month or year of the source. */
  asOf: checked.shape.asOf,
})

export type Claim = z.infer<typeof claim>
