/**
 * `content/sheets/*.mdx`: one printed page a file. The body is made of panels (`<Panel title="…">`), in larger type below
 * one another or in small type in two columns (`<Column>` around the panels of each), and of the parts that are filled
 * from elsewhere: `<Drawing sheet="…" />`, `<Pitch />`, `<Positioning />`, `<Messages />`,
 * `<StoryLines />`, `<ChosenAsks />`, `<RedFlags />`, `<Logistics />`.
 */
import { z } from 'astro/zod'
import { plain } from './text.ts'
import { diagram } from './diagram.ts'

/** A diagram; to be readable on paper it is at most 830 pixels wide. */
export const drawing = diagram.extend({
  /** Sentence that says in words what the drawing shows, for those who do not see it. */
  alt: plain({ min: 20 }),
})

export const sheet = z.strictObject({
  title: plain({ max: 60 }),
  /** Place in the list of sheets, from 1; no two sheets share one. */
  order: z.int().min(1),
  /** One sentence for lists and search engines; at most 160 characters. */
  summary: plain({ min: 20, max: 160 }),
  /** What `<Drawing />` draws. */
  drawing: drawing.optional(),
  /** Words somebody may search for. */
  terms: z.array(plain()).default([]),
})

export type Sheet = z.infer<typeof sheet>
