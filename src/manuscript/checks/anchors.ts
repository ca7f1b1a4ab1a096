/** Names within a page, to which addresses such as `#mistakes` lead: those of headings, and those that the page gives. */
import GithubSlugger from 'github-slugger'
import { anchorOf } from '../addresses.ts'
import { FLAGS_SECTION, type Kind } from '../kinds.ts'
import { entriesOf, type Entry, type Manuscript, type Text } from '../manuscript.ts'
import type { Problem } from '../problem.ts'
import { nodesOf, textIn } from '../tree.ts'
import { attributesOf, componentsOf } from './body.ts'

/** Parts that stand on every page. */
const SHELL = ['content', 'rooms', 'search', 'theme']
/** Headings that pages of a kind add below the text. */
const ADDED: Partial<Record<Kind, readonly string[]>> = {
  question: ['follow-ups', 'differs', 'mistakes', 'sources', 'leans-on'],
  concept: ['checks', 'sources', 'serves'],
  story: ['situation', 'task', 'action', 'result', 'uses', 'serves'],
}

/** Kinds whose entries stand on the page of a section with this list. */
const LISTED: Readonly<Record<string, Kind>> = {
  asks: 'ask',
  claims: 'claim',
  review: 'why',
  stories: 'story',
  questions: 'area',
}

interface Anchor {
  name: string
  file: string
  line: number
  /** What to call it. */
  called: string
}

/** Names on the page of a text; `entry` is the same where its fields are sound. */
export const anchorsOf = (text: Text, manuscript: Manuscript, entry?: Entry): string[] => [
  ...headingAnchors(text).map(({ name }) => name),
  ...(entry ? [...idAnchors(entry), ...listAnchors(entry, manuscript)].map(({ name }) => name) : []),
  ...(ADDED[text.kind] ?? []),
]

/** Names that two things on a page would have. */
export function anchorClashes(entry: Entry, manuscript: Manuscript): Problem[] {
  const taken = new Map([...SHELL, ...(ADDED[entry.kind] ?? [])].map((name) => [name, 'a part of the page']))
  const anchors = [...headingAnchors(entry), ...idAnchors(entry), ...listAnchors(entry, manuscript)]
  return anchors.flatMap((anchor) => {
    const other = taken.get(anchor.name)
    taken.set(anchor.name, anchor.called)
    // That two entries or tasks have one id is told as such.
    const isTold = other === anchor.called && /^the (?:entry|task) /.test(other)
    return other && !isTold ? [clash(anchor, other)] : []
  })
}

/** Names of headings, and of the panels of a sheet. */
function headingAnchors(text: Text): Anchor[] {
  const slugger = new GithubSlugger()
  const headings = nodesOf(text, 'heading').map(({ node, line }) => ({
    name: slugger.slug(textIn(node)),
    file: text.file,
    line,
    called: `the heading "${textIn(node)}"`,
  }))
  const panels = componentsOf(text).flatMap((component) => {
    const { title } = component.node.name === 'Panel' ? attributesOf(component) : {}
    return title
      ? [{ name: anchorOf(title), file: text.file, line: component.line, called: `the panel "${title}"` }]
      : []
  })
  return [...headings, ...panels]
}

/** Names of what stands on the page of a section because of its list: groups first, then their entries. */
function listAnchors(entry: Entry, manuscript: Manuscript): Anchor[] {
  if (entry.kind !== 'section') return []
  const list = 'list' in entry.data ? entry.data.list : undefined
  if (list === 'plan') return planAnchors(manuscript)
  const kind = entry.id === FLAGS_SECTION ? 'flag' : LISTED[list ?? '']
  const listed = kind ? entriesOf(manuscript, kind) : []
  const groups = new Map<string, Anchor>()
  for (const { data, file, lineOf } of listed) {
    if (!('group' in data)) continue
    const { group } = data
    groups.set(group, { name: anchorOf(group), file, line: lineOf(['group']), called: `the group "${group}"` })
  }
  const ids = listed.map((one) => {
    return { name: one.id, file: one.file, line: one.lineOf(['id']), called: `the entry "${one.id}"` }
  })
  return [...groups.values(), ...ids]
}

const planAnchors = (manuscript: Manuscript): Anchor[] =>
  entriesOf(manuscript, 'plan').flatMap(({ file, data, lineOf }) =>
    data.days.flatMap(({ day, tasks }, at) => [
      { name: `day-${day}`, file, line: lineOf(['days', at, 'day']), called: `day ${day}` },
      ...tasks.map(({ id }, of) => ({
        name: id,
        file,
        line: lineOf(['days', at, 'tasks', of, 'id']),
        called: `the task "${id}"`,
      })),
    ]),
  )

function idAnchors({ file, data, lineOf }: Entry): Anchor[] {
  const [field, asked] =
    'followUps' in data ? ['followUps', data.followUps] : 'checks' in data ? ['checks', data.checks] : ['', []]
  return asked.map(({ id }, at) => ({ name: id, file, line: lineOf([field, at, 'id']), called: `the id "${id}"` }))
}

const clash = ({ file, line, name, called }: Anchor, other: string): Problem => ({
  file,
  line,
  found: `${called}, whose address on the page is "#${name}", as that of ${other}`,
  expected: 'an address of its own for everything on a page',
  todo: 'word one of the two differently',
})
