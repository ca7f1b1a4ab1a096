/** Boxes and arrows, or who says what to whom, as a text in D2: a picture of the kind `diagram`, a sheet's drawing. */
import { z } from 'astro/zod'

export const diagram = z.strictObject({
  /** The diagram in D2 (https://d2lang.com); docs/pictures.md shows how, and which classes there are. */
  d2: z.string().min(1),
})
