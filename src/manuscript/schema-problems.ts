/** Turns what a schema refuses into problems that an author understands. */
import { closest, distance } from 'fastest-levenshtein'
import type { z } from 'astro/zod'
import type { Problem } from './problem.ts'
import type { Source, ValuePath } from './source.ts'

type Issue = z.core.$ZodIssue

/** One problem per place, the first that the schema has there; for fields that it does not know, one per field. */
export function problemsOfSchema(
  issues: readonly Issue[],
  source: Source,
  prefix: ValuePath,
  raw: unknown,
  fields: readonly string[],
): Problem[] {
  return firstAtEachPlace(issues).flatMap((issue) =>
    issue.code === 'unrecognized_keys'
      ? issue.keys.map((key) =>
          unknownField(source, [...prefix, ...issue.path], key, issue.path.length === 0 ? fields : []),
        )
      : [refusedValue(issue, source, prefix, raw)],
  )
}

/** A value of the wrong type fails further rules too; only the first complaint about it helps. */
const firstAtEachPlace = (issues: readonly Issue[]): Issue[] =>
  [...new Map(issues.toReversed().map((issue) => [JSON.stringify(issue.path), issue])).values()].toReversed()

function refusedValue(issue: Issue, source: Source, prefix: ValuePath, raw: unknown): Problem {
  const value = valueAt(raw, issue.path)
  const name = nameOf(issue.path)
  const missing = value === undefined
  return {
    file: source.file,
    line: source.lineOf([...prefix, ...issue.path]),
    found: missing
      ? `no field "${name}"`
      : value === null
        ? `nothing${name && ` behind "${name}:"`}`
        : `${name && `${name}: `}${shown(value)}`,
    expected: expectationOf(issue),
    todo: missing
      ? `add a line "${name}: …"`
      : (adviceOf(issue, value) ??
        (name ? `correct "${name}"` : 'write the fields that its schema explains (src/schemas/)')),
  }
}

function unknownField(source: Source, path: ValuePath, key: string, known: readonly string[]): Problem {
  const near = known.length > 0 ? closest(key, [...known]) : ''
  const similar = near !== '' && distance(key, near) <= 2
  return {
    file: source.file,
    line: source.lineOf([...path, key]),
    found: `a field "${key}" that this kind of file does not have`,
    expected: known.length > 0 ? `only ${known.join(', ')}` : 'only the fields that its schema explains (src/schemas/)',
    todo: similar ? `write "${near}" instead` : `remove "${key}"`,
  }
}

const TYPES: Record<string, string> = {
  string: 'a text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'fields of its own, two spaces deeper',
}

/** What a rule of a schema wants, in the words of an author. */
export function expectationOf(issue: Issue): string {
  switch (issue.code) {
    case 'invalid_type':
      return TYPES[issue.expected] ?? issue.expected
    case 'invalid_value':
      return `one of ${issue.values.map(String).join(', ')}`
    case 'too_small':
      return `${issue.exact ? 'exactly' : 'at least'} ${issue.minimum}${unitOf(issue.origin)}`
    case 'too_big':
      return `${issue.exact ? 'exactly' : 'at most'} ${issue.maximum}${unitOf(issue.origin)}`
    case 'invalid_format':
      return issue.format === 'url' ? 'an address that begins with https://' : issue.message
    default:
      return issue.message
  }
}

/** What a rule of a schema says itself about the way out, or what YAML took for something else than a text. */
function adviceOf(issue: Issue, value: unknown): string | undefined {
  if (issue.code === 'invalid_type' && issue.expected === 'string' && ['number', 'boolean'].includes(typeof value)) {
    return `put quotation marks around it: "${String(value)}"`
  }
  if (issue.code === 'invalid_type' && issue.expected === 'array' && typeof value === 'string') {
    return `put square brackets around it: [${value}]`
  }
  const advice: unknown = issue.code === 'custom' ? issue.params?.['todo'] : undefined
  return typeof advice === 'string' ? advice : undefined
}

const unitOf = (origin: string) => (origin === 'string' ? ' characters' : origin === 'array' ? ' entries' : '')

/** Names a value as an author would: `days[0].tasks[1].hours`. */
const nameOf = (path: ValuePath) =>
  path.map((key, at) => (typeof key === 'number' ? `[${key}]` : `${at > 0 ? '.' : ''}${String(key)}`)).join('')

function valueAt(raw: unknown, path: ValuePath): unknown {
  return path.reduce<unknown>(
    (value, key) =>
      typeof value === 'object' && value !== null ? (value as Record<PropertyKey, unknown>)[key] : undefined,
    raw,
  )
}

function shown(value: unknown): string {
  const text = JSON.stringify(value)
  return text.length > 60 ? `${text.slice(0, 57)}…` : text
}
