/** Where each thing that words may point at lives on the site. */
import { slug } from 'github-slugger'
import { KINDS, REFERENCE_KINDS } from './kinds.ts'
import type { Manuscript } from './manuscript.ts'
import { addressOfCode, nameOfRegion } from './regions.ts'

/** What a link such as `[…](concept:redis)` leads to. */
export interface Target {
  /** Address from the root of the site, without the base path: `/concepts/redis/`. */
  address: string
  /** Used as the link's text when the author gives none. */
  title: string
}

/** Targets by their reference, `kind:id`. */
export type Targets = ReadonlyMap<string, Target>

/** Everything that words may point at; a region of the code as `code:file#name`. */
export function targetsOf({ entries, regions }: Manuscript): Targets {
  const things = REFERENCE_KINDS.flatMap((kind) => {
    // The entries are of this kind, which the type system cannot follow through the table.
    const { title, address } = KINDS[kind] as { title?: TextOf; address?: (id: string, data: unknown) => string }
    return entries
      .filter((entry) => entry.kind === kind)
      .map(({ id, data }): [string, Target] => [
        `${kind}:${id}`,
        { address: address?.(id, data) ?? '', title: title?.(data) ?? id },
      ])
  })
  return new Map([
    ...things,
    ...regions.map((region) => [`code:${nameOfRegion(region)}`, targetOfRegion(region)] as const),
  ])
}

type TextOf = (data: unknown) => string

const targetOfRegion = ({ file, from }: Manuscript['regions'][number]): Target => ({
  address: `${addressOfCode(file)}#L${from}`,
  title: file,
})

/** Name of a heading within its page, as the Markdown processor makes it. */
export const anchorOf = (title: string): string => slug(title)

/** Joins the site's base path (`/` or `/some/base/`) and an address from the root. */
export const withBase = (base: string, address: string) => `${base.replace(/\/$/, '')}${address}`

/** The address from the root of the site of a path that begins with the base. */
export const withoutBase = (base: string, path: string) => path.slice(base.replace(/\/$/, '').length)
