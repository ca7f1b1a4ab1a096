/** Rules for the text of an MDX file: words only, known components with what they need, samples that say what they are. */
import { closest, distance } from 'fastest-levenshtein'
import { checked } from '../../schemas/checked.ts'
import { KINDS, type Kind } from '../kinds.ts'
import type { Text } from '../manuscript.ts'
import type { Problem } from '../problem.ts'
import { expectationOf } from '../schema-problems.ts'
import { isFault, nodesOf, textIn, treeOf, type Placed, type SyntaxFault } from '../tree.ts'

type Told = Omit<Problem, 'file' | 'line'>
/** A component where it is named. */
export type Component = Placed<'mdxJsxFlowElement' | 'mdxJsxTextElement'>

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

/** Problems of one body, whatever its fields are. */
export function bodyProblems(text: Text): Problem[] {
  const tree = treeOf(text)
  if (isFault(tree)) return [{ file: text.file, line: tree.line, ...syntaxFault(tree, partsOf(text.kind)) }]
  const tell = (line: number, told: Told | undefined): Problem[] => (told ? [{ file: text.file, line, ...told }] : [])
  return [
    ...nodesOf(text, 'mdxjsEsm', 'mdxFlowExpression', 'mdxTextExpression').flatMap(({ node, line }) =>
      tell(line, node.type === 'mdxjsEsm' ? importInWords(node.value) : codeInWords(`{${node.value}}`)),
    ),
    ...componentsOf(text).flatMap((component) =>
      tell(
        component.line,
        unknownComponent(component, partsOf(text.kind)) ??
          unsoundChecked(component, text.body) ??
          unsoundAttributes(component, text.body) ??
          withinLine(component),
      ),
    ),
    ...nodesOf(text, 'heading').flatMap((heading) => tell(heading.line, unsoundHeading(heading))),
    ...nodesOf(text, 'image', 'imageReference').flatMap(({ line }) => tell(line, image)),
    ...nodesOf(text, 'code').flatMap((sample) => tell(sample.line, unsoundSample(sample, text.body))),
  ]
}

/** Components that a body names, in its order. */
export const componentsOf = (text: Text): Component[] => nodesOf(text, 'mdxJsxFlowElement', 'mdxJsxTextElement')

/** Attributes of a component that are written as texts. */
export const attributesOf = ({ node }: Component): Readonly<Record<string, string>> =>
  Object.fromEntries(
    node.attributes.flatMap((attribute) =>
      attribute.type === 'mdxJsxAttribute' && typeof attribute.value === 'string'
        ? [[attribute.name, attribute.value]]
        : [],
    ),
  )

/** A component as its author wrote it, without what stands in it. */
const written = ({ node }: Component, body: string) =>
  /^<[^>]*>/.exec(body.slice(node.position?.start.offset))?.[0].replaceAll(/\s+/g, ' ') ?? ''

const partsOf = (kind: Kind): readonly string[] => ('parts' in KINDS[kind] ? (KINDS[kind].parts ?? []) : [])

/** The parser knows JSX, the author writes words. */
function syntaxFault({ at, message }: SyntaxFault, known: readonly string[]): Told {
  const unclosed = /closing tag for `<([\w.]+)>`/.exec(message)?.[1]
  const unopened = /^<\/([\w.]+)/.exec(at)?.[1]
  const address = /^<(https?:[^>]*)>/.exec(at)?.[1]
  if (address) return bareAddress(address)
  if (at.startsWith('<!--')) return comment(at)
  if (unclosed) return known.includes(unclosed) ? withoutEnd(unclosed) : nameFromCode(unclosed)
  if (unopened && known.includes(unopened)) return withoutBeginning(unopened)
  return signInWords(at)
}

const bareAddress = (address: string): Told => ({
  found: `<${address}>`,
  expected: 'a link with its words in square brackets',
  todo: `write "[what is there](${address})"`,
})

const comment = (at: string): Told => ({
  found: `a comment: ${shortened(at)}`,
  expected: 'words; comments begin with "#" and stand among the fields',
  todo: 'move it up there, or take it away',
})

const withoutEnd = (name: string): Told => ({
  found: `<${name}> without an end`,
  expected: `"</${name}>" below what belongs to it, or "<${name} … />" where nothing does`,
  todo: 'end it',
})

const withoutBeginning = (name: string): Told => ({
  found: `</${name}> without a beginning`,
  expected: `"<${name}>" above what belongs to it`,
  todo: 'begin it, or take this away',
})

const nameFromCode = (name: string): Told => ({
  found: `<${name}>, which is no part that words may use`,
  expected: 'words; "<" begins a component, and HTML is none',
  todo: 'put a name from code in backticks, write Markdown in place of HTML',
})

function signInWords(at: string): Told {
  const sign = /[<{]/.exec(at)?.[0] ?? '<'
  return {
    found: `"${sign}" in the words: ${shortened(at)}`,
    expected: 'words; "<" begins a component and "{" a piece of code',
    todo: `write it out ("less than"), put it in backticks, or put "\\" before the sign: "\\${sign}"`,
  }
}

const shortened = (text: string) => (text.length > 50 ? `${text.slice(0, 47)}…` : text)

const codeInWords = (code: string): Told => ({
  found: `code in the words: ${code.trim().slice(0, 50)}`,
  expected: 'words only; code samples stand between lines of three backticks, names between single ones',
  todo: 'remove it, or put it in backticks',
})

const importInWords = (code: string): Told => ({
  ...codeInWords(code),
  todo: `remove it, or begin the line with another word than "${code.trim().split(/\s/)[0] ?? ''}"`,
})

function unknownComponent({ node: { name } }: Component, known: readonly string[]): Told | undefined {
  if (name !== null && known.includes(name)) return undefined
  const near = known.length > 0 ? closest(name ?? '', known) : ''
  return {
    found: `<${name ?? ''}>, which is no part that words may use`,
    expected:
      known.length > 0 ? `one of ${known.map((part) => `<${part}>`).join(', ')}, or Markdown` : 'Markdown alone',
    todo: `${near && distance(name ?? '', near) <= 2 ? `write <${near}>, or` : 'write'} plain Markdown; a name from code belongs in backticks`,
  }
}

function unsoundChecked(component: Component, body: string): Told | undefined {
  if (component.node.name !== 'Checked') return undefined
  const parsed = checked.safeParse(attributesOf(component))
  if (parsed.success) return undefined
  return {
    found: written(component, body),
    expected: parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${expectationOf(issue)}`).join('; '),
    todo: 'give verdict (confirmed, corrected, open or dated), asOf (2026, 2026-03 or 2026-03-05), source, and href if there is one',
  }
}

/** The attribute that a component needs; the others have none. */
const ATTRIBUTE: Readonly<Record<string, string>> = { Code: 'region', Picture: 'id', Panel: 'title', Drawing: 'sheet' }

function unsoundAttributes(component: Component, body: string): Told | undefined {
  const name = component.node.name ?? ''
  const wanted = ATTRIBUTE[name]
  const given = attributesOf(component)
  const isSound = component.node.attributes.length === (wanted ? 1 : 0) && (!wanted || given[wanted]?.trim())
  if (name === 'Checked' || isSound) return undefined
  return {
    found: written(component, body),
    expected: wanted ? `<${name} ${wanted}="…">, and nothing else in it` : `<${name}>, and nothing else in it`,
    todo: wanted ? `give its ${wanted} in quotation marks` : 'take the rest away',
  }
}

/** Parts are blocks; a browser would end the paragraph before them. */
function withinLine({ node }: Component): Told | undefined {
  if (node.type !== 'mdxJsxTextElement') return undefined
  return {
    found: `<${node.name ?? ''}> within a line of words`,
    expected: 'a line of its own, with an empty line above and below',
    todo: 'put it there',
  }
}

/** The page's title is the one heading above those of the text. */
function unsoundHeading({ node }: Placed<'heading'>): Told | undefined {
  const words = textIn(node)
  if (words.trim() === '') {
    return { found: 'a heading without words', expected: 'words behind the "#"', todo: 'write them, or take it away' }
  }
  if (node.depth > 1) return undefined
  return {
    found: `a heading as large as the title: "${words}"`,
    expected: 'headings from "##" down; the title stands among the fields',
    todo: `write "## ${words}"`,
  }
}

const image: Told = {
  found: 'an image',
  expected: '<Picture id="…" />, the name of a file in the folder "pictures"; the site shows no others',
  todo: 'draw it (docs/pictures.md shows how), or link to it',
}

/** Samples say what they are and where they end; Go is never typed. */
function unsoundSample({ node }: Placed<'code'>, body: string): Told | undefined {
  const source = body.slice(node.position?.start.offset, node.position?.end.offset)
  const fence = /^(`{3,}|~{3,})/.exec(source)?.[1]
  if (fence && !(source.split('\n').slice(1).at(-1) ?? '').trim().startsWith(fence)) {
    return {
      found: 'a sample without an end: everything below is taken for code',
      expected: `a line "${fence}" below the sample`,
      todo: 'end it',
    }
  }
  const language = node.lang ?? ''
  if (FENCES.some((known) => known === language)) return undefined
  return {
    found: language === '' ? 'a sample that does not say what it is' : `a sample of "${language}"`,
    expected: `one of ${FENCES.join(', ')} after the three backticks`,
    todo:
      language === 'go'
        ? 'mark a region in the service and show it with <Code region="file#region" />'
        : 'name the language, or "output" for what a command prints',
  }
}
