/** `content/paths.yaml`: answers to "how long have you got?", each a walk through the guide that fits the time. */
import { z } from 'astro/zod'
import { reference } from './reference.ts'
import { slug } from './slug.ts'
import { inline, plain } from './text.ts'

export const stop = z.strictObject({
  /** Where to go, as in a link: `sheet:day-of`, `question:goroutine-leaks`, `section:job`. */
  to: reference,
  /** Minutes to spend there, reading and doing; at least what the text takes to read, without follow-ups and lists. */
  minutes: z.int().min(1),
  /** What it brings, from 3 to 1: in less time than planned the highest is taken first, then what still has room. */
  worth: z.int().min(1).max(3).default(2),
  /** What to do there, as an instruction; Markdown, one line. */
  do: inline(),
})

export const path = z.strictObject({
  /** Address of the path: `/paths/<id>/`. */
  id: slug,
  /** The time as the home page asks for it: "Ten minutes". */
  title: plain(),
  /** Minutes that there are; the stops together may not need more. */
  minutes: z.int().min(1),
  /** One sentence: what the path is good for. */
  summary: plain({ min: 20, max: 160 }),
  /** In the order in which they are walked; each place is a stop once. */
  stops: z.array(stop).min(1),
})

export type Path = z.infer<typeof path>
