/** The paths of the guide, fetched once when a path was begun. */
import type { Path } from './path.ts'

let paths: readonly Path[] | undefined

/** Undefined where there is no connection, or a page of somebody else's in the list's place; the next call tries again. */
export async function fetchPaths(): Promise<readonly Path[] | undefined> {
  try {
    paths ??= (await (await fetch(`${import.meta.env.BASE_URL}practice/paths.json`)).json()) as readonly Path[]
  } catch {
    // Told by what is given back.
  }
  return paths
}
