/** `content/rubric.yaml`: the dimensions on which an interview is rated, each with its four levels in words. */
import { z } from 'astro/zod'
import { slug } from './slug.ts'
import { plain } from './text.ts'

/** Names of the levels, from 1 to 4. The third is the pass line. */
export const LEVELS = ['Very weak', 'Weak', 'Strong', 'Very strong'] as const

export const dimension = z.strictObject({
  /** Name in the records of the mock interviews: lower case, words joined by `-`. Never change it. */
  id: slug,
  /** Name of the dimension, as a rubric writes it. */
  title: plain({ max: 48 }),
  /** What it looks at, as a question to the one who rates. Plain text. */
  asks: plain({ min: 20, max: 160 }),
  /** What was seen or heard at each level, from very weak to very strong. Plain text, one sentence each. */
  levels: z.array(plain({ min: 20, max: 200 })).length(LEVELS.length),
  /** What to do about it next. Plain text, one or two sentences. */
  drill: plain({ min: 20, max: 240 }),
})

export type Dimension = z.infer<typeof dimension>
