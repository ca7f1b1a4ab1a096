/** Rules for the text of an MDX file: words only, known components, links that lead somewhere. */
import { closest } from 'fastest-levenshtein'
import { REFERENCE_KINDS, type Targets } from '../addresses.ts'
import type { Entry } from '../manuscript.ts'
import type { Problem } from '../problem.ts'
import { checked } from '../../schemas/checked.ts'

/** Components that authors may name; each has a file of its name under `src/components/`. */
export const PROSE_COMPONENTS = ['Checked', 'Code', 'Picture', 'Pitch', 'Positioning', 'RedFlags'] as const
/** Components for the printed sheets. */
export const SHEET_COMPONENTS = ['Panel', 'Drawing', 'StoryLines', 'ChosenAsks', 'Logistics', 'Messages'] as const

type Line = { text: string; number: number }
type Rule = (line: Line, entry: Entry, targets: Targets) => Omit<Problem, 'file' | 'line'> | undefined

/** Languages of samples that authors type; Go and what else the service holds is cut from it instead. */
export const FENCES = [
  'sh',
  'output',
  'sql',
  'protobuf',
  'js',
  'hcl',
  'yaml',
  'json',
  'promql',
  'markdown',
  'text',
] as const

/** Problems of one entry's body, in the order of its lines. */
export function bodyProblems(entry: Entry, targets: Targets): Problem[] {
  const prose = proseLines(entry).flatMap((line) =>
    RULES.flatMap((rule) => {
      const problem = rule(line, entry, targets)
      return problem ? [{ file: entry.file, line: line.number, ...problem }] : []
    }),
  )
  return [...prose, ...fenceProblems(entry)]
}

/** Samples say what they are; Go is never typed. */
function fenceProblems(entry: Entry): Problem[] {
  let fenced = false
  return entry.body.split('\n').flatMap((text, at) => {
    const [mark, language = ''] = /^\s*```\s*(\S*)/.exec(text) ?? []
    if (mark === undefined) return []
    fenced = !fenced
    if (!fenced || FENCES.some((known) => known === language)) return []
    return [{ file: entry.file, line: entry.bodyLine + at, ...wrongFence(language) }]
  })
}

const wrongFence = (language: string) => ({
  found: language === '' ? 'a sample that does not say what it is' : `a sample of "${language}"`,
  expected: `one of ${FENCES.join(', ')} after the three backticks`,
  todo:
    language === 'go'
      ? 'mark a region in the service and show it with <Code region="file#region" />'
      : 'name the language, or "output" for what a command prints',
})

/** Lines outside code fences, with code spans blanked. */
export function proseLines(entry: Entry): Line[] {
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

/** A sample of code names a region that exists. */
const soundCode: Rule = ({ text }, _entry, targets) => {
  const tag = /<Code\b([^>]*)>/.exec(text)
  if (!tag) return undefined
  const region = Object.fromEntries(attributesOf(tag[1] ?? ''))['region'] ?? ''
  if (targets.has(`code:${region}`)) return undefined
  const known = [...targets.keys()].filter((key) => key.startsWith('code:')).map((key) => key.slice('code:'.length))
  return {
    found: `<Code region="${region}" />, but the service has no such region`,
    expected: 'file#region, where the file under service/ marks the region with "#region" and "#endregion" comments',
    todo:
      known.length > 0
        ? `write "${closest(region, known)}", or mark the region in its file`
        : 'mark the region in its file',
  }
}

/** Attributes of a tag, as written. */
export const attributesOf = (tag: string) =>
  [...tag.matchAll(/(\w+)="([^"]*)"/g)].map(([, name = '', value = '']) => [name, value] as const)

const RULES: readonly Rule[] = [noCode, knownComponent, soundLinks, soundChecked, soundCode]
