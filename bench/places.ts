/** Where the bench keeps what it builds. Nothing of it is committed. */
import { join, resolve } from 'node:path'

/** The project's root. */
export const ROOT = resolve(import.meta.dirname, '..')
/** Everything that the bench writes but its results. */
export const CACHE = join(ROOT, '.cache', 'bench')
/** A built site, by name. */
export const siteFolder = (name: string) => join(CACHE, 'sites', name)
