/** The manuscript that is being built, read once; read anew while an author edits. */
import { targetsOf } from './addresses.ts'
import { readSoundManuscript } from './check.ts'
import { contentFolder, type Manuscript } from './manuscript.ts'
import { inlineMarkdown, unitsOf, type MarkdownOptions } from './markdown.ts'

interface Reading {
  at: number
  manuscript: Manuscript
  options: MarkdownOptions
}

/** While editing, a reading may be this old, in milliseconds; a page asks for it dozens of times. */
const EDITING_AGE = 500
const editing = process.env['NODE_ENV'] !== 'production'
const readings = new Map<string, Reading>()

function reading(base: string): Reading {
  const kept = readings.get(base)
  if (kept && (!editing || Date.now() - kept.at < EDITING_AGE)) return kept
  const manuscript = readSoundManuscript(contentFolder())
  const options = { targets: targetsOf(manuscript), units: unitsOf(manuscript), base }
  const fresh = { at: Date.now(), manuscript, options }
  readings.set(base, fresh)
  return fresh
}

/** The words as files. Throws a `ContentError` when something is wrong in them. */
export const currentManuscript = (base: string): Manuscript => reading(base).manuscript

/** What links and blanks in the words need, for the given base path. Throws a `ContentError`. */
export const markdownOptions = (base: string): MarkdownOptions => reading(base).options

/** A text of the YAML files as HTML. */
export const inlineHtml = (text: string, base: string): string => inlineMarkdown(text, markdownOptions(base))
