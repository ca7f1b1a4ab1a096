/** Where each kind of content lies, and the schema that it must fit. */
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
import { section } from '../schemas/section.ts'
import { sheet } from '../schemas/sheet.ts'
import { story } from '../schemas/story.ts'
import { why } from '../schemas/why.ts'

/** Kinds with a file an entry: the folder under the content. */
export const FOLDERS = {
  section: { folder: 'brief', schema: section },
  question: { folder: 'questions', schema: question },
  concept: { folder: 'concepts', schema: concept },
  story: { folder: 'stories', schema: story },
  sheet: { folder: 'sheets', schema: sheet },
  picture: { folder: 'pictures', schema: picture },
} as const

/** Kinds that share one file, as a YAML list. */
export const LIST_FILES = {
  area: { name: 'areas.yaml', schema: area },
  blank: { name: 'blanks.yaml', schema: blank },
  ask: { name: 'asks.yaml', schema: ask },
  flag: { name: 'red-flags.yaml', schema: redFlag },
  path: { name: 'paths.yaml', schema: path },
  why: { name: 'whys.yaml', schema: why },
  claim: { name: 'claims.yaml', schema: claim },
  phase: { name: 'phases.yaml', schema: phase },
  dimension: { name: 'rubric.yaml', schema: dimension },
} as const

/** Kinds of which there is one, a YAML file each. */
export const SINGLE_FILES = {
  guide: { name: 'guide.yaml', schema: guide },
  plan: { name: 'plan.yaml', schema: plan },
} as const

export type FolderKind = keyof typeof FOLDERS
export type ListKind = keyof typeof LIST_FILES
export type SingleKind = keyof typeof SINGLE_FILES
export type Kind = FolderKind | ListKind | SingleKind

type Rooms = typeof FOLDERS & typeof LIST_FILES & typeof SINGLE_FILES
/** What an entry of a kind holds once its schema has accepted it. */
export type DataOf<K extends Kind> = z.infer<Rooms[K]['schema']>
