/**
 * The kinds of content: where each lies, what its fields are, what it is called and where it lives on the site, and what
 * its text may hold. The reading, references, Astro's collections and the checks that hold for all kinds follow from
 * this table; what holds for one kind alone is a file of `checks/`.
 */
import type { z } from 'astro/zod'
import { area } from '../schemas/area.ts'
import { ask, redFlag } from '../schemas/ask.ts'
import { blank } from '../schemas/blank.ts'
import { claim } from '../schemas/claim.ts'
import { concept } from '../schemas/concept.ts'
import { guide } from '../schemas/guide.ts'
import { path } from '../schemas/path.ts'
import { phase } from '../schemas/phase.ts'
import { picture } from '../schemas/picture.ts'
import { plan } from '../schemas/plan.ts'
import { question } from '../schemas/question.ts'
import { dimension } from '../schemas/rubric.ts'
import { section, type Section } from '../schemas/section.ts'
import { sheet } from '../schemas/sheet.ts'
import { story } from '../schemas/story.ts'
import { why } from '../schemas/why.ts'

/** Components that the text of any kind may name. */
export const PROSE_PARTS = ['Checked', 'Code', 'Picture', 'Pitch', 'Positioning', 'RedFlags'] as const
/** Components that the text of a printed sheet may name. */
// prettier-ignore
export const SHEET_PARTS = [
  'Pitch', 'Positioning', 'RedFlags', 'Panel', 'Column', 'Drawing', 'StoryLines', 'ChosenAsks', 'Logistics', 'Messages',
] as const

/** What there is to know of a kind whose fields are `Data`. */
interface KindOf<Schema extends z.ZodType> {
  /** The folder of its MDX files, the YAML file that is a list of them, or that of the only one. */
  where: { folder: string } | { list: string } | { file: string }
  schema: Schema
  /** What it is called where a link gives no other words. */
  title?: (data: z.infer<Schema>) => string
  /** Where it lives on the site, from its root. With it, words may refer to it as `kind:id`. */
  address?: (id: string, data: z.infer<Schema>) => string
  /** What places it among its kind: the field `order`, or else its place in the list or the name of its file. */
  order?: 'order'
  /** Components that its text may name. */
  parts?: readonly string[]
}

// The second parameter keeps apart where kinds lie; the table's types need it.
// eslint-disable-next-line @typescript-eslint/no-unnecessary-type-parameters
const kind = <Schema extends z.ZodType, Where>(row: KindOf<Schema> & { where: Where }) => row

const PROSE = { order: 'order', parts: PROSE_PARTS } as const
const titled = ({ title }: { title: string }) => title

/** Where a section lives: on its list's own page, or on a page under the brief. */
export const sectionAddress = (id: string, { list }: Pick<Section, 'list'>) => (list ? `/${list}/` : `/brief/${id}/`)

/** The section that lists the red flags. */
export const FLAGS_SECTION = 'red-flags'

// prettier-ignore
export const KINDS = {
  section: kind({ where: { folder: 'brief' }, schema: section, title: titled, address: sectionAddress, ...PROSE }),
  question: kind({ where: { folder: 'questions' }, schema: question, title: titled, address: (id) => `/questions/${id}/`, ...PROSE }),
  concept: kind({ where: { folder: 'concepts' }, schema: concept, title: titled, address: (id) => `/concepts/${id}/`, ...PROSE }),
  story: kind({ where: { folder: 'stories' }, schema: story, title: titled, address: (id) => `/stories/${id}/`, ...PROSE }),
  sheet: kind({ where: { folder: 'sheets' }, schema: sheet, title: titled, address: (id) => `/sheets/${id}/`, order: 'order', parts: SHEET_PARTS }),
  picture: kind({ where: { folder: 'pictures' }, schema: picture }),
  area: kind({ where: { list: 'areas.yaml' }, schema: area }),
  path: kind({ where: { list: 'paths.yaml' }, schema: path, title: titled, address: (id) => `/paths/${id}/` }),
  ask: kind({ where: { list: 'asks.yaml' }, schema: ask, title: titled, address: (id) => `/asks/#${id}` }),
  flag: kind({ where: { list: 'red-flags.yaml' }, schema: redFlag, title: ({ flag }) => flag, address: (id) => `/brief/${FLAGS_SECTION}/#${id}` }),
  blank: kind({ where: { list: 'blanks.yaml' }, schema: blank, title: ({ label }) => label, address: (id) => `/blanks/#${id}` }),
  why: kind({ where: { list: 'whys.yaml' }, schema: why, title: ({ ask }) => ask, address: (id) => `/review/#${id}` }),
  claim: kind({ where: { list: 'claims.yaml' }, schema: claim, title: ({ claim }) => claim, address: (id) => `/claims/#${id}` }),
  phase: kind({ where: { list: 'phases.yaml' }, schema: phase }),
  dimension: kind({ where: { list: 'rubric.yaml' }, schema: dimension }),
  guide: kind({ where: { file: 'guide.yaml' }, schema: guide }),
  plan: kind({ where: { file: 'plan.yaml' }, schema: plan }),
}

type Kinds = typeof KINDS
export type Kind = keyof Kinds
type KindsIn<Where> = { [K in Kind]: Kinds[K]['where'] extends Where ? K : never }[Kind]
/** Kinds with a file an entry, its text below the fields. */
export type FolderKind = KindsIn<{ folder: string }>
/** Kinds of which there is one. */
export type SingleKind = KindsIn<{ file: string }>

/** What an entry of a kind holds once its schema has accepted it. */
export type DataOf<K extends Kind> = z.infer<Kinds[K]['schema']>

/** Every kind with its row, the types of its fields forgotten. */
export const ALL_KINDS = Object.entries(KINDS) as [Kind, KindOf<z.ZodType>][]

/** Kinds that a reference may name, in the order in which messages list them. */
export const REFERENCE_KINDS: readonly Kind[] = ALL_KINDS.flatMap(([kind, { address }]) => (address ? [kind] : []))

/** `kind:id` of one of these kinds, or `code:file#region`. */
export const REFERENCE = new RegExp(
  String.raw`^(?:(${REFERENCE_KINDS.join('|')}):([a-z0-9-]+)|code:[\w./-]+#[a-z0-9-]+)$`,
)
