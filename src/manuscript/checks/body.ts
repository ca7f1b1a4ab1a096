/** Rules for the text of an MDX file: words only, known components, links that lead somewhere. */
import { closest } from 'fastest-levenshtein'
import { REFERENCE_KINDS, type Targets } from '../addresses.ts'
import type { Entry } from '../manuscript.ts'
import type { Problem } from '../problem.ts'
import { checked } from '../../schemas/checked.ts'

/** Components that authors may name; each has a file of its name under `src/components/`. */
export const PROSE_COMPONENTS = ['Checked', 'Pitch', 'Positioning', 'RedFlags'] as const
/** Components for the printed sheets. */
export const SHEET_COMPONENTS = ['Panel', 'Drawing', 'StoryLines', 'ChosenAsks', 'Logistics', 'Messages'] as const

type Line = { text: string; number: number }
type Rule = (line: Line, entry: Entry, targets: Targets) => Omit<Problem, 'file' | 'line'> | undefined

/** Problems of one entry's body, in the order of its lines. */
export function bodyProblems(entry: Entry, targets: Targets): Problem[] {
  return proseLines(entry).flatMap((line) =>
    RULES.flatMap((rule) => {
      const problem = rule(line, entry, targets)
      return problem ? [{ file: entry.file, line: line.number, ...problem }] : []
    }),
  )
}

/** Lines outside code fences, with code spans blanked. */
function proseLines(entry: Entry): Line[] {
  let fenced = false
  return entry.body.split('\n').flatMap((text, at) => {
    const fence = /^\s*```/.test(text)
    if (fence) fenced = !fenced
    return fence || fenced ? [] : [{ text: text.replace(/`[^`]*`/g, ''), number: entry.bodyLine + at }]
  })
}

const noCode: Rule = ({ text }) =>
  /^(import|export)\s/.test(text) || /[{}]/.test(text)
    ? {
        found: `code in the words: ${text.trim().slice(0, 50)}`,
        expected: 'words only; code samples stand between lines of three backticks, names between single ones',
        todo: 'remove it, or put it in backticks',
      }
    : undefined

const knownComponent: Rule = ({ text }, entry) => {
  const known: readonly string[] =
    entry.kind === 'sheet' ? [...PROSE_COMPONENTS, ...SHEET_COMPONENTS] : PROSE_COMPONENTS
  const name = [...text.matchAll(/<\/?([A-Za-z][\w.-]*)/g)]
    .map(([, tag = '']) => tag)
    .find((tag) => !known.includes(tag))
  return name === undefined
    ? undefined
    : {
        found: `<${name}>, which is no part that words may use`,
        expected: `one of ${known.map((part) => `<${part}>`).join(', ')}, or Markdown`,
        todo: `write <${closest(name, [...known])}>, or plain Markdown`,
      }
}

const soundLinks: Rule = ({ text }, _entry, targets) => {
  for (const [, href = ''] of text.matchAll(/\]\(([^)\s]*)[^)]*\)/g)) {
    const problem = linkProblem(href, targets)
    if (problem) return problem
  }
  return undefined
}

function linkProblem(href: string, targets: Targets): Omit<Problem, 'file' | 'line'> | undefined {
  if (targets.has(href) || /^https:\/\/[^/\s]+\.[a-z]/.test(href) || /^#[\w-]+$/.test(href)) return undefined
  const near = closest(href, [...targets.keys()])
  return {
    found: `a link to "${href}", which leads nowhere`,
    expected: `kind:id (${REFERENCE_KINDS.join(', ')}), an address that begins with https://, or #heading`,
    todo: `write "${near}", or add what is meant`,
  }
}

const soundChecked: Rule = ({ text }) => {
  const tag = /<Checked\s([^>]*)>/.exec(text)
  if (!tag) return undefined
  const fields = Object.fromEntries(attributesOf(tag[1] ?? ''))
  const parsed = checked.safeParse(fields)
  if (parsed.success) return undefined
  return {
    found: `<Checked ${tag[1]?.trim()}>`,
    expected: parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('; '),
    todo: 'give verdict (confirmed, corrected, open or dated), asOf (2026, 2026-03 or 2026-03-05), source, and href if there is one',
  }
}

const attributesOf = (tag: string) =>
  [...tag.matchAll(/(\w+)="([^"]*)"/g)].map(([, name = '', value = '']) => [name, value] as const)

const RULES: readonly Rule[] = [noCode, knownComponent, soundLinks, soundChecked]
