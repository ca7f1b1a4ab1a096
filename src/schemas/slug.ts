/** A name in addresses and references. */
import { z } from 'astro/zod'

/** Lower-case letters, digits and `-`: `replica-lag`. What hangs on it (links, notes, records) is lost when it changes. */
export const slug = z.string().regex(/^[a-z0-9-]+$/, 'lower-case words joined by "-"')
