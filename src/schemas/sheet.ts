/**
 * `content/sheets/*.mdx`: one printed page a file. The body is made of panels (`<Panel title="…">`) and of the parts
 * that are filled from elsewhere: `<Drawing sheet="…" />`, `<Pitch />`, `<Positioning />`, `<Messages />`,
 * `<StoryLines />`, `<ChosenAsks />`, `<RedFlags />`, `<Logistics />`.
 */
import { z } from 'astro/zod'
import { boxes } from './boxes.ts'

/** Boxes and arrows. One unit is a point of the printed page, 520 of them its width. */
export const drawing = boxes.extend({
  /** Sentence that says in words what the drawing shows, for those who do not see it. */
  alt: z.string().min(20),
})

export const sheet = z.strictObject({
  title: z.string().min(1).max(60),
  /** Place in the list of sheets, from 1; no two sheets share one. */
  order: z.int().min(1),
  /** One sentence for lists and search engines; at most 160 characters. */
  summary: z.string().min(20).max(160),
  /** What `<Drawing />` draws. */
  drawing: drawing.optional(),
  /** Words somebody may search for. */
  terms: z.array(z.string().min(1)).default([]),
})

export type Sheet = z.infer<typeof sheet>
