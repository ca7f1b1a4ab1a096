/** Attributes of `<Checked …>`: a note that holds a claim of the brief against a dated source. */
import { z } from 'astro/zod'
import { plain } from './text.ts'

/** Whether there is such a day, or month; a day that a month does not have would become one of the next. */
const isDay = (day: string) => !Number.isNaN(Date.parse(day)) && new Date(day).toISOString().startsWith(day)

/** YAML reads a year without quotation marks as a number. */
const date = z.preprocess(
  (value) => (typeof value === 'number' ? String(value) : value),
  z
    .string()
    .refine(
      (day) => /^\d{4}(-\d{2}){0,2}$/.test(day) && isDay(day),
      'a day, month or year: 2026-03-05, 2026-03 or 2026',
    ),
)

export const checked = z.strictObject({
  /** `confirmed`: a source agrees. `corrected`: a source says otherwise. `dated`: true then, perhaps not now. `open`: no source found. */
  verdict: z.enum(['confirmed', 'corrected', 'dated', 'open']),
  /** Day, month or year of the source: `2026-03-05`, `2026-03` or `2026`. */
  asOf: date,
  /** Short name of the source, as a reader would say it. */
  source: plain(),
  /** Address of the source, where it has one. */
  href: z.url({ protocol: /^https?$/ }).optional(),
})

export type CheckedNote = z.infer<typeof checked>
