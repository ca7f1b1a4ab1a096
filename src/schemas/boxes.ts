/** Boxes and arrows, drawn when the site is built: a sheet's drawing and a picture of the kind `boxes`. */
import { z } from 'astro/zod'

/** From the left, from the top. */
export const point = z.tuple([z.number(), z.number()])

/** What a colour says; it is never said by the colour alone. */
export const tone = z.enum(['ink', 'soft', 'accent', 'good', 'bad'])

const box = z.strictObject({
  /** Name by which arrows find it. */
  id: z.string().min(1),
  /** Left upper corner. */
  at: point,
  /** Width and height. */
  size: point,
  /** First line is the name, the others are small print. A line between backticks is set as code. */
  lines: z.array(z.string().min(1)).default([]),
  /** `store` has a round lid, `group` is a dashed frame behind others, `solid` is filled, `box` is the usual one. */
  look: z.enum(['box', 'store', 'group', 'solid']).default('box'),
  tone: tone.default('ink'),
})

const arrow = z.strictObject({
  /** Id of the box that it leaves. */
  from: z.string().min(1),
  /** Id of the box that it reaches. */
  to: z.string().min(1),
  /** A word or two on the arrow. */
  label: z.string().optional(),
  /** Where the label's middle stands; the middle of the arrow unless given. */
  labelAt: point.optional(),
  /** Corners that the arrow passes; straight unless given. */
  via: z.array(point).default([]),
  /** `dashed` for what happens later or on the side. */
  look: z.enum(['solid', 'dashed']).default('solid'),
  tone: tone.default('ink'),
})

const note = z.strictObject({
  /** Where its first line begins. */
  at: point,
  lines: z.array(z.string().min(1)).min(1),
  /** `name` is bold, `small` is small print. */
  look: z.enum(['name', 'small']).default('small'),
  tone: tone.default('ink'),
})

/** The fields of a drawing; its words for those who do not see it are the fields of whoever holds it. */
export const boxes = z.strictObject({
  /** Width and height in units; a picture is 360 wide, and a unit then is about a pixel of a phone. */
  size: point,
  boxes: z.array(box).min(1),
  arrows: z.array(arrow).default([]),
  /** Words of their own, beside the boxes. */
  notes: z.array(note).default([]),
})

export type Boxes = z.infer<typeof boxes>
export type Tone = z.infer<typeof tone>
