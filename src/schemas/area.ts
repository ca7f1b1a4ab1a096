/** `content/areas.yaml`: the areas that questions belong to, in the order of the list. A question's folder is its area. */
import { z } from 'astro/zod'

export const area = z.strictObject({
  /** Name of the folder under `content/questions/`. */
  id: z.string().regex(/^[a-z0-9-]+$/, 'lower-case words joined by "-"'),
  /** Shown above the questions of the area. */
  title: z.string().min(1),
  /** One sentence: what an interviewer tests here. */
  summary: z.string().min(1),
})

export type Area = z.infer<typeof area>
