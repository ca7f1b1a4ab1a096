/** Fields that name something else. */
import { z } from 'astro/zod'

/** The id of an entry of another kind, by its own name: `idOf('concept')` holds `redis`. A check sees that it exists. */
export const idOf = (kind: string, shape = z.string()) => shape.meta({ refersTo: kind })

/** Something of any kind, as in a link: `concept:redis`. */
export const reference = idOf('*', z.string().regex(/^[a-z-]+:[a-z0-9-]+$/, 'kind:id, for example "sheet:day-of"'))

/** What a field of ids refers to: a kind of content, `code` for a region of the service, `figure`
 * for what its bench measured, `*` for a `reference`. */
export function refersTo(schema: z.ZodType): string | undefined {
  const kind = schema.meta()?.['refersTo']
  return typeof kind === 'string' ? kind : undefined
}
