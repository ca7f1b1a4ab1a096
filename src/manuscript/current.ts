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

/** What links and blanks in the words need, for the given base path. Throws a `ContentError` when content is wrong. */
export function markdownOptions(base: string): MarkdownOptions {
  const kept = readings.get(base)
  if (kept && (!editing || Date.now() - kept.at < EDITING_AGE)) return kept.options
  const manuscript = readSoundManuscript(contentFolder())
  const options = { targets: targetsOf(manuscript), units: unitsOf(manuscript), base }
  readings.set(base, { at: Date.now(), manuscript, options })
  return options
}

/** A text of the YAML files as HTML. */
export const inlineHtml = (text: string, base: string): string => inlineMarkdown(text, markdownOptions(base))
