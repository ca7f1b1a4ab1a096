/** `content/paths.yaml`: answers to "how long have you got?", each a walk through the guide that fits the time. */
import { z } from 'astro/zod'

export const stop = z.strictObject({
  /** Where to go, as in a link: `sheet:day-of`, `question:goroutine-leaks`, `section:job`. */
  to: z.string().regex(/^[a-z-]+:[a-z0-9-]+$/, 'kind:id, for example "sheet:day-of"'),
  /** Minutes to spend there, reading and doing; at least the page's reading time. */
  minutes: z.int().min(1),
  /** What to do there, as an instruction; Markdown, one line. */
  do: z.string().min(1),
})

export const path = z.strictObject({
  /** Address of the path: `/paths/<id>/`. */
  id: z.string().regex(/^[a-z0-9-]+$/, 'lower-case words joined by "-"'),
  /** The time as the home page asks for it: "Ten minutes". */
  title: z.string().min(1),
  /** Minutes that there are; the stops together may not need more. */
  minutes: z.int().min(1),
  /** One sentence: what the path is good for. */
  summary: z.string().min(20).max(160),
  stops: z.array(stop).min(1),
})

export type Path = z.infer<typeof path>
