/** `content/areas.yaml`: the areas that questions belong to, in the order of the list. A question's folder is its area. */
import { z } from 'astro/zod'
import { slug } from './slug.ts'
import { plain } from './text.ts'

export const area = z.strictObject({
  /** Name of the folder under `content/questions/`. */
  id: slug,
  /** Shown above the questions of the area. */
  title: plain(),
  /** One sentence: what an interviewer tests here. */
  summary: plain(),
})

export type Area = z.infer<typeof area>
