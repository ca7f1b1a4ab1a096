/**
 * `content/concepts/*.mdx`: one concept to review a file. The body is the chapter, headings from `##` down, 900 to
 * 1,800 words: why it matters in a shop's backend, the ideas in an order that builds, at least one `<Picture />` and
 * one `<Code />`, what goes wrong in production, and last `## Do it once`, the lab: exact commands against the catalog
 * service and what they show.
 */
import { z } from 'astro/zod'
import { inline, plain } from './text.ts'
import { selfCheck } from './follow-up.ts'
import { hours } from './hours.ts'
import { source } from './source.ts'

export const concept = z
  .strictObject({
    /** Heading of the page and name in menus. */
    title: plain({ max: 60 }),
    /** The brief's number, from 1; no two concepts share one. */
    order: z.int().min(1),
    /** One sentence for lists and search engines; at most 160 characters. */
    summary: plain({ min: 20, max: 160 }),
    /** Study time that the brief allots; leave it out where the brief asks for prepared examples instead. */
    hours: hours.optional(),
    /** What to prepare instead of hours, for example "two stories". Exactly one of `hours` and `prepare` is given. */
    prepare: plain().optional(),
    /** What the brief lists under the concept, one point an entry. */
    covers: z.array(inline()).min(1),
    /** The exercise that proves the concept; Markdown, one or two sentences. */
    action: inline(),
    /** Whether the action stands in the brief or is this guide's addition. */
    actionFrom: z.enum(['brief', 'guide']),
    /** Five questions to oneself after the chapter, each with its answer and the reason. */
    checks: z.array(selfCheck).length(5),
    /** Where the facts come from that can age. */
    sources: z.array(source).default([]),
    /** Words somebody may search for; a reader does not see them on the page. */
    terms: z.array(plain()).default([]),
  })
  .refine((entry) => (entry.hours === undefined) !== (entry.prepare === undefined), {
    error: 'exactly one of "hours" and "prepare"',
    path: ['hours'],
  })

export type Concept = z.infer<typeof concept>
