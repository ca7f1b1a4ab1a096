/**
 * `content/sheets/*.mdx`: one printed page a file. The body is made of panels (`<Panel title="…">`) and of the parts
 * that are filled from elsewhere: `<Drawing sheet="…" />`, `<Pitch />`, `<Positioning />`, `<Messages />`,
 * `<StoryLines />`, `<ChosenAsks />`, `<RedFlags />`, `<Logistics />`.
 */
import { z } from 'astro/zod'

const point = z.tuple([z.number(), z.number()])

/** Boxes and arrows, drawn at build time as SVG. One unit is a point of the printed page, 520 of them its width. */
export const drawing = z.strictObject({
  /** Sentence that says in words what the drawing shows, for those who do not see it. */
  alt: z.string().min(20),
  /** Width and height of the drawing; a width of 520 keeps its text at the size of the sheet's. */
  size: point,
  boxes: z
    .array(
      z.strictObject({
        id: z.string().min(1),
        /** Left upper corner. */
        at: point,
        /** Width and height. */
        size: point,
        /** First line is the name, the others are small print. */
        lines: z.array(z.string().min(1)).min(1),
        /** `store` has a round lid, `group` is a dashed frame behind others, `box` is the usual one. */
        look: z.enum(['box', 'store', 'group']).default('box'),
      }),
    )
    .min(1),
  arrows: z.array(
    z.strictObject({
      from: z.string().min(1),
      to: z.string().min(1),
      /** A word or two on the arrow. */
      label: z.string().optional(),
      /** Where the label's middle stands; the middle of the arrow unless given. */
      labelAt: point.optional(),
      /** Corners that the arrow passes; straight unless given. */
      via: z.array(point).default([]),
      /** `dashed` for what happens later or on the side. */
      look: z.enum(['solid', 'dashed']).default('solid'),
    }),
  ),
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

export type Drawing = z.infer<typeof drawing>
export type Sheet = z.infer<typeof sheet>
