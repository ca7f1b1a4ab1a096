/** Where each thing that words may point at lives on the site. */
import { entriesOf, type Entry, type Manuscript } from './manuscript.ts'
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

/** Kinds that a reference may name, in the order in which messages list them. */
// prettier-ignore
export const REFERENCE_KINDS = [
  'section', 'question', 'concept', 'story', 'sheet', 'path', 'ask', 'flag', 'blank', 'why', 'claim',
] as const

/** Address of a section: its list's own page, or a page under the brief. */
export const sectionAddress = (id: string, list: string | undefined) => (list ? `/${list}/` : `/brief/${id}/`)

type ReferenceKind = (typeof REFERENCE_KINDS)[number]
type TargetOf<K extends ReferenceKind> = (entry: Entry<K>) => Target

const TARGETS: { [K in ReferenceKind]: TargetOf<K> } = {
  section: ({ id, data }) => ({ address: sectionAddress(id, data.list), title: data.title }),
  question: ({ id, data }) => ({ address: `/questions/${id}/`, title: data.title }),
  concept: ({ id, data }) => ({ address: `/concepts/${id}/`, title: data.title }),
  story: ({ id, data }) => ({ address: `/stories/${id}/`, title: data.title }),
  sheet: ({ id, data }) => ({ address: `/sheets/${id}/`, title: data.title }),
  path: ({ id, data }) => ({ address: `/paths/${id}/`, title: data.title }),
  ask: ({ id, data }) => ({ address: `/asks/#${id}`, title: data.title }),
  flag: ({ id, data }) => ({ address: `/brief/red-flags/#${id}`, title: data.flag }),
  blank: ({ id, data }) => ({ address: `/blanks/#${id}`, title: data.label }),
  claim: ({ id, data }) => ({ address: `/claims/#${id}`, title: data.claim }),
  why: ({ id, data }) => ({ address: `/review/#${id}`, title: data.ask }),
}

/** Everything that words may point at; a region of the code as `code:file#name`. */
export const targetsOf = (manuscript: Manuscript): Targets =>
  new Map([...REFERENCE_KINDS.flatMap((kind) => targetsOfKind(manuscript, kind)), ...regionTargets(manuscript)])

const regionTargets = ({ regions }: Manuscript): [string, Target][] =>
  regions.map((region) => [
    `code:${nameOfRegion(region)}`,
    { address: `${addressOfCode(region.file)}#L${region.from}`, title: region.file },
  ])

// The parameter ties the kind of the entries to the kind of their target.
// eslint-disable-next-line @typescript-eslint/no-unnecessary-type-parameters
const targetsOfKind = <K extends ReferenceKind>(manuscript: Manuscript, kind: K): [string, Target][] =>
  entriesOf(manuscript, kind).map((entry) => [`${kind}:${entry.id}`, TARGETS[kind](entry)])

/** Joins the site's base path (`/` or `/some/base/`) and an address from the root. */
export const withBase = (base: string, address: string) => `${base.replace(/\/$/, '')}${address}`
