/**
 * `content/blanks.yaml`: what only the candidate knows. Words refer to a blank as `[](blank:id)`; it is shown as an
 * empty line with its unit, counted on the home page and listed with its hint under `/blanks/`. The blank `interview-time`
 * is filled from the date of the interview once that is set, unless somebody writes into it.
 */
import { z } from 'astro/zod'
import { slug } from './slug.ts'
import { inline, plain } from './text.ts'

export const blank = z.strictObject({
  /** Name used in `[](blank:id)`: lower case, words joined by `-`. Never change it once notes may hang on it. */
  id: slug,
  /** What goes into the line, as a short noun phrase: "drop in backend CPU". */
  label: plain(),
  /** Printed behind the line, for example `%` or `minutes`. Leave it out for a name or a link. */
  unit: plain().optional(),
  /** `figure`: a number that an interviewer will question. `words`: a name, a link, an example. `logistics`: the day itself. */
  kind: z.enum(['figure', 'words', 'logistics']),
  /** Where to find it or how to measure it. Markdown, one or two sentences. */
  hint: inline(),
})

export type Blank = z.infer<typeof blank>
