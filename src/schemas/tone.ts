/** What a colour of a chart says; it is never said by the colour alone. */
import { z } from 'astro/zod'

export const tone = z.enum(['ink', 'soft', 'accent', 'good', 'bad'])
export type Tone = z.infer<typeof tone>
