/** Where each thing that words may point at lives on the site. */
import { entriesOf, type Entry, type Manuscript } from './manuscript.ts'

/** What a link such as `[…](concept:redis)` leads to. */
export interface Target {
  /** Address from the root of the site, without the base path: `/concepts/redis/`. */
  address: string
  /** Used as the link's text when the author gives none. */
  title: string
}

/** Targets by their reference, `kind:id`. */
export type Targets = ReadonlyMap<string, Target>

/** Kinds that a reference may name, in the order in which messages list them. */
// prettier-ignore
export const REFERENCE_KINDS = [
  'section', 'question', 'concept', 'story', 'sheet', 'path', 'ask', 'flag', 'blank',
] as const

/** Address of a section: its list's own page, or a page under the brief. */
export const sectionAddress = (id: string, list: string | undefined) => (list ? `/${list}/` : `/brief/${id}/`)

/** Everything that words may point at. */
export function targetsOf(manuscript: Manuscript): Targets {
  const targets = new Map<string, Target>()
  const add = <K extends (typeof REFERENCE_KINDS)[number]>(
    kind: K,
    address: (entry: Entry<K>) => string,
    title: (entry: Entry<K>) => string,
  ) => {
    for (const entry of entriesOf(manuscript, kind)) {
      targets.set(`${kind}:${entry.id}`, { address: address(entry), title: title(entry) })
    }
  }
  add('section', ({ id, data }) => sectionAddress(id, data.list), ({ data }) => data.title)
  add('question', ({ id }) => `/questions/${id}/`, ({ data }) => data.title)
  add('concept', ({ id }) => `/concepts/${id}/`, ({ data }) => data.title)
  add('story', ({ id }) => `/stories/${id}/`, ({ data }) => data.title)
  add('sheet', ({ id }) => `/sheets/${id}/`, ({ data }) => data.title)
  add('path', ({ id }) => `/paths/${id}/`, ({ data }) => data.title)
  add('ask', ({ id }) => `/asks/#${id}`, ({ data }) => data.title)
  add('flag', ({ id }) => `/brief/red-flags/#${id}`, ({ data }) => data.flag)
  add('blank', ({ id }) => `/blanks/#${id}`, ({ data }) => data.label)
  return targets
}

/** Joins the site's base path (`/` or `/some/base/`) and an address from the root. */
export const withBase = (base: string, address: string) => `${base.replace(/\/$/, '')}${address}`
