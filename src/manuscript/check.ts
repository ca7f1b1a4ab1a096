/** Rules that no single file can show: references, orders, links and lengths. Content that passes can be built. */
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { closest } from 'fastest-levenshtein'
import { ANSWER_PARTS, ANSWER_WORDS } from '../schemas/question.ts'
import { REFERENCE_KINDS, targetsOf, type Targets } from './addresses.ts'
import { bodyProblems } from './body.ts'
import { answerParts } from './answer.ts'
import { entriesOf, readManuscript, type Entry, type Manuscript } from './manuscript.ts'
import { ContentError, type Problem } from './problem.ts'
import { minutesToRead } from './reading-time.ts'
import type { Kind } from './rooms.ts'
import type { ValuePath } from './source.ts'
import { countWords } from './words.ts'

/** Reads the content and throws a `ContentError` with everything that is wrong in it. */
export function readSoundManuscript(root: string): Manuscript {
  const manuscript = readManuscript(root)
  const problems = [...manuscript.problems, ...checkManuscript(manuscript)]
  if (problems.length > 0) throw new ContentError(problems)
  return manuscript
}

/** Problems between the files; those inside a single file's fields stand in `manuscript.problems`. */
export function checkManuscript(manuscript: Manuscript): Problem[] {
  // References to files that could not be read would only repeat the first mistake.
  if (manuscript.problems.length > 0) return []
  const targets = targetsOf(manuscript)
  return [
    ...uniqueOrders(manuscript),
    ...uniqueIds(manuscript),
    ...knownAreas(manuscript),
    ...entriesOf(manuscript, 'question').flatMap((entry) => questionProblems(entry, targets)),
    ...pathProblems(manuscript, targets),
    ...chosenAsks(manuscript),
    ...manuscript.entries.flatMap((entry) => bodyProblems(entry, targets)),
    ...manuscript.entries.flatMap((entry) => fieldLinks(entry, targets)),
  ]
}

function uniqueOrders(manuscript: Manuscript): Problem[] {
  const ordered = (['section', 'question', 'concept', 'story', 'sheet'] as const).flatMap((kind) =>
    duplicates(entriesOf(manuscript, kind), ({ data }) => String(data.order), 'order'),
  )
  const ranked = entriesOf(manuscript, 'question').filter(({ data }) => data.top !== undefined)
  return [...ordered, ...duplicates(ranked, ({ data }) => String(data.top), 'top')]
}

function duplicates<K extends Kind>(
  entries: readonly Entry<K>[],
  valueOf: (entry: Entry<K>) => string,
  field: string,
): Problem[] {
  const first = new Map<string, Entry<K>>()
  return entries.flatMap((entry) => {
    const value = valueOf(entry)
    const earlier = first.get(value)
    if (!earlier) return void first.set(value, entry) ?? []
    return [
      {
        file: entry.file,
        line: entry.lineOf([field]),
        found: `${field}: ${value}, which ${earlier.file} has too`,
        expected: `a ${field} of its own for every ${entry.kind}`,
        todo: `give one of the two another number; the next free one is ${nextFree(entries, valueOf)}`,
      },
    ]
  })
}

const nextFree = <K extends Kind>(entries: readonly Entry<K>[], valueOf: (entry: Entry<K>) => string) =>
  Math.max(...entries.map((entry) => Number(valueOf(entry)))) + 1

function uniqueIds(manuscript: Manuscript): Problem[] {
  return REFERENCE_KINDS.flatMap((kind) => {
    const seen = new Map<string, Entry>()
    return entriesOf(manuscript, kind).flatMap((entry) => {
      const earlier = seen.get(entry.id)
      if (!earlier) return void seen.set(entry.id, entry) ?? []
      return [
        {
          file: entry.file,
          line: entry.lineOf(['id']),
          found: `"${entry.id}", which is already the name of a ${kind} (${earlier.file}:${earlier.lineOf(['id'])})`,
          expected: `a name of its own for every ${kind}, as its address is made of it`,
          todo: 'rename one of the two, and what refers to it',
        },
      ]
    })
  })
}

function knownAreas(manuscript: Manuscript): Problem[] {
  const areas = entriesOf(manuscript, 'area').map(({ id }) => id)
  return entriesOf(manuscript, 'question')
    .filter(({ folder }) => !areas.includes(folder))
    .map(({ file, folder }) => ({
      file,
      line: 1,
      found: `the area "${folder}" (a question's folder is its area)`,
      expected: `one of ${areas.join(', ')}`,
      todo: `move the file, or add the area to areas.yaml${suggestion(folder, areas, (near) => `; did you mean "${near}"?`)}`,
    }))
}

function questionProblems(entry: Entry<'question'>, targets: Targets): Problem[] {
  return [
    ...referenceProblems(entry, 'concepts', 'concept', targets),
    ...referenceProblems(entry, 'stories', 'story', targets),
    ...answerProblems(entry),
  ]
}

function referenceProblems(
  entry: Entry<'question'>,
  field: 'concepts' | 'stories',
  kind: 'concept' | 'story',
  targets: Targets,
): Problem[] {
  return entry.data[field].flatMap((id, at) =>
    targets.has(`${kind}:${id}`) ? [] : [dangling(entry, [field, at], `${kind}:${id}`, targets)],
  )
}

function answerProblems(entry: Entry<'question'>): Problem[] {
  const parts = answerParts(entry.body)
  const missing = ANSWER_PARTS.find((title, at) => parts[at]?.title !== title)
  if (missing) {
    return [
      {
        file: entry.file,
        line: entry.bodyLine,
        found: `no heading "## ${missing}" at its place`,
        expected: `the headings ${ANSWER_PARTS.map((title) => `"## ${title}"`).join(', ')}, in this order, first`,
        todo: 'sort the answer under these three headings; others may follow',
      },
    ]
  }
  const words = countWords(parts.slice(0, ANSWER_PARTS.length).map(({ text }) => text).join('\n')) // prettier-ignore
  if (words >= ANSWER_WORDS.min && words <= ANSWER_WORDS.max) return []
  return [
    {
      file: entry.file,
      line: entry.bodyLine,
      found: `an answer of ${words} words`,
      expected: `${ANSWER_WORDS.min} to ${ANSWER_WORDS.max} words in the three parts, about a minute spoken`,
      todo: words > ANSWER_WORDS.max ? 'cut it, or move details below a fourth heading' : 'say more in the approach or the example',
    },
  ]
}

function pathProblems(manuscript: Manuscript, targets: Targets): Problem[] {
  const lengths = readingTimes(manuscript)
  return entriesOf(manuscript, 'path').flatMap((entry) => {
    const { stops, minutes } = entry.data
    const total = stops.reduce((sum, stop) => sum + stop.minutes, 0)
    const long = total > minutes ? [tooLong(entry, total)] : []
    const each = stops.flatMap((stop, at) => {
      if (!targets.has(stop.to)) return [dangling(entry, ['stops', at, 'to'], stop.to, targets)]
      const needed = lengths.get(stop.to) ?? 0
      return stop.minutes < needed ? [tooShort(entry, at, stop.minutes, needed)] : []
    })
    return [...long, ...each]
  })
}

const readingTimes = (manuscript: Manuscript) =>
  new Map(manuscript.entries.map((entry) => [`${entry.kind}:${entry.id}`, minutesToRead(entry.body)]))

const tooLong = (entry: Entry<'path'>, total: number): Problem => ({
  file: entry.file,
  line: entry.lineOf(['stops']),
  found: `stops that need ${total} minutes together`,
  expected: `at most ${entry.data.minutes}, the time of "${entry.data.title}"`,
  todo: 'shorten or drop a stop',
})

const tooShort = (entry: Entry<'path'>, at: number, minutes: number, needed: number): Problem => ({
  file: entry.file,
  line: entry.lineOf(['stops', at, 'minutes']),
  found: `${minutes} minutes for a page that takes ${needed} to read`,
  expected: `at least ${needed}`,
  todo: 'give the stop more time, or lead to a shorter page',
})

function chosenAsks(manuscript: Manuscript): Problem[] {
  const asks = entriesOf(manuscript, 'ask')
  const chosen = asks.filter(({ data }) => data.chosen).length
  const [first] = asks
  if (!first || (chosen >= 4 && chosen <= 6)) return []
  return [
    {
      file: first.file,
      line: 1,
      found: `${chosen} questions marked "chosen: true"`,
      expected: 'four to six, as many as a conversation has room for',
      todo: 'mark or unmark some; these stand on the day-of card',
    },
  ]
}

/** References inside the texts of the fields, wherever they stand. */
function fieldLinks(entry: Entry, targets: Targets): Problem[] {
  return [...textsOf(entry.data, [])].flatMap(({ text, path }) =>
    [...text.matchAll(/\]\(([a-z]+:[a-z0-9-]+)\)/g)].flatMap(([, reference = '']) =>
      isReference(reference) && !targets.has(reference) ? [dangling(entry, path, reference, targets)] : [],
    ),
  )
}

function* textsOf(value: unknown, path: ValuePath): Generator<{ text: string; path: ValuePath }> {
  if (typeof value === 'string') yield { text: value, path }
  else if (typeof value === 'object' && value !== null) {
    for (const [key, inner] of Object.entries(value)) {
      yield* textsOf(inner, [...path, Array.isArray(value) ? Number(key) : key])
    }
  }
}

const isReference = (reference: string) => REFERENCE_KINDS.some((kind) => reference.startsWith(`${kind}:`))

function dangling(entry: Entry, path: ValuePath, reference: string, targets: Targets): Problem {
  const kind = reference.slice(0, reference.indexOf(':'))
  const known = [...targets.keys()].filter((target) => target.startsWith(`${kind}:`))
  return {
    file: entry.file,
    line: entry.lineOf(path),
    found: `"${reference}", which does not exist`,
    expected: known.length > 0 ? `one of ${known.join(', ')}` : `a reference of the kind ${REFERENCE_KINDS.join(', ')}`,
    todo: suggestion(reference, known, (near) => `write "${near}", or add what is meant`) || 'correct the reference',
  }
}

function suggestion(word: string, known: readonly string[], say: (near: string) => string): string {
  return known.length > 0 ? say(closest(word, [...known])) : ''
}
