/** A dated source: where a fact that can age was read, and when. */
import { z } from 'astro/zod'
import { plain } from './text.ts'
import { checked } from './checked.ts'

export const source = z.strictObject({
  /** Short name of the page, as a reader would say it: "Go 1.27 release notes". */
  title: plain({ max: 90 }),
  /** Its address. */
  href: z.url({ protocol: /^https$/ }),
  /** Day, month or year that the page states for itself, or else when it was read. */
  asOf: checked.shape.asOf,
})

export type Source = z.infer<typeof source>
