/**
 * The manuscript that is being built. It is read and checked once a build, and while an author edits again when he has
 * saved. Astro loads this module three times over (for its configuration, for the collections, for the pages), each in
 * a world of its own; the reading is the process's, so that all of them see one.
 */
import type { InlineText } from '../schemas/text.ts'
import { targetsOf, type Targets } from './addresses.ts'
import { readSoundManuscript } from './check.ts'
import { contentFolder, type Manuscript } from './manuscript.ts'
import { inlineMarkdown, unitsOf, type MarkdownOptions } from './markdown.ts'

interface Reading {
  manuscript: Manuscript
  targets: Targets
  units: ReadonlyMap<string, string>
}

const READING = Symbol.for('interview-prep-guide: the reading of the content')
const FOLLOWERS = Symbol.for('interview-prep-guide: who follows the readings')
const shared = globalThis as { [READING]?: Reading; [FOLLOWERS]?: Map<string, () => void> }

/** Reads and checks the content anew. Throws a `ContentError`, and the reading before stays. */
export function readAgain(): Manuscript {
  const manuscript = readSoundManuscript(contentFolder())
  shared[READING] = { manuscript, targets: targetsOf(manuscript), units: unitsOf(manuscript) }
  for (const follow of shared[FOLLOWERS]?.values() ?? []) follow()
  return manuscript
}

/** Calls a function after every reading to come; one function a name, the newest. */
export function followReadings(name: string, follow: () => void) {
  shared[FOLLOWERS] = (shared[FOLLOWERS] ?? new Map<string, () => void>()).set(name, follow)
}

function reading(): Reading {
  if (!shared[READING]) readAgain()
  if (!shared[READING]) throw new Error('the content was not read')
  return shared[READING]
}

/** The words as files. Throws a `ContentError` when something is wrong in them and they were never sound. */
export const currentManuscript = (): Manuscript => reading().manuscript

/** What words may point at. */
export const currentTargets = (): Targets => reading().targets

/** What links and blanks in the words need, for the given base path. */
export function markdownOptions(base: string): MarkdownOptions {
  const { targets, units } = reading()
  return { targets, units, base }
}

/** Words of an `inline` field as HTML. */
export const inlineHtml = (text: InlineText, base: string): string => inlineMarkdown(text, markdownOptions(base))
