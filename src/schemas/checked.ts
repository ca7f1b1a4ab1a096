/** Attributes of `<Checked …>`: a note that holds a claim of the brief against a dated source. */
import { z } from 'astro/zod'

export const checked = z.strictObject({
  /** `confirmed`: a source agrees. `corrected`: a source says otherwise. `dated`: true then, perhaps not now. `open`: no source found. */
  verdict: z.enum(['confirmed', 'corrected', 'dated', 'open']),
  /** Day, month or year of the source: `2026-03-05`, `2026-03` or `2026`. */
  asOf: z.string().regex(/^\d{4}(-\d{2}){0,2}$/, 'a day, month or year: 2026-03-05, 2026-03 or 2026'),
  /** Short name of the source, as a reader would say it. */
  source: z.string().min(1),
  /** Address of the source, where it has one. */
  href: z.url({ protocol: /^https?$/ }).optional(),
})

export type CheckedNote = z.infer<typeof checked>
