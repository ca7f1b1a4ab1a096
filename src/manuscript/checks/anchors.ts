/** Names within a page, to which addresses such as `#mistakes` lead: those of headings, and those that the page gives. */
import GithubSlugger from 'github-slugger'
import { anchorOf } from '../addresses.ts'
import type { Kind } from '../kinds.ts'
import { entriesOf, type Entry, type Manuscript, type Text } from '../manuscript.ts'
import type { Problem } from '../problem.ts'
import type { ValuePath } from '../source.ts'
import { nodesOf, textIn } from '../tree.ts'
import { attributesOf, componentsOf } from './body.ts'

/** Parts that stand on every page. */
const SHELL = ['content', 'search', 'theme']
/** Headings that pages of a kind add around the text. */
const ADDED: Partial<Record<Kind, readonly string[]>> = {
  question: ['follow-ups', 'differs', 'mistakes', 'sources', 'leans-on'],
  concept: ['covers', 'checks', 'sources', 'serves'],
  story: ['own', 'own-blanks', 'blank-links', 'situation', 'task', 'action', 'result', 'serves'],
}
/** Those that come with the list of a section. */
const ADDED_BY_LIST: Readonly<Record<string, readonly string[]>> = {
  asks: ['whom', 'flags'],
  plan: [
    'bring',
    'more',
    'standing',
    'plan-again',
    'calendar',
    'interview-date',
    'interview-when',
    'interview-form',
    'zones',
  ],
  stories: ['uses', 'figures'],
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
  /** Whether it is the id of an entry or a task; that two of these are alike is told by another rule. */
  isId?: boolean
}

/** Names on the page of a text; `entry` is the same where its fields are sound. */
export const anchorsOf = (text: Text, manuscript: Manuscript, entry?: Entry): string[] => [
  ...[...headingAnchors(text), ...partAnchors(text, manuscript)].map(({ name }) => name),
  ...(entry ? [...idAnchors(entry), ...listAnchors(entry, manuscript)].map(({ name }) => name) : []),
  ...addedTo(text, entry),
]

const listOf = (entry: Entry | undefined): string =>
  entry?.kind === 'section' && 'list' in entry.data ? (entry.data.list ?? '') : ''

const addedTo = ({ kind }: Text, entry?: Entry): string[] => [
  ...(ADDED[kind] ?? []),
  ...(ADDED_BY_LIST[listOf(entry)] ?? []),
]

/** Names that two things on a page would have. */
export function anchorClashes(entry: Entry, manuscript: Manuscript): Problem[] {
  const taken = new Map<string, Pick<Anchor, 'called' | 'isId'>>(
    [...SHELL, ...addedTo(entry, entry)].map((name) => [name, { called: 'a part of the page' }]),
  )
  const anchors = [
    ...headingAnchors(entry),
    ...partAnchors(entry, manuscript),
    ...idAnchors(entry),
    ...listAnchors(entry, manuscript),
  ]
  return anchors.flatMap((anchor) => {
    const other = taken.get(anchor.name)
    taken.set(anchor.name, anchor)
    const isTold = anchor.isId && other?.isId && other.called === anchor.called
    return other && !isTold ? [clash(anchor, other.called)] : []
  })
}

function headingAnchors(text: Text): Anchor[] {
  const slugger = new GithubSlugger()
  return nodesOf(text, 'heading').map(({ node, line }) => ({
    name: slugger.slug(textIn(node)),
    file: text.file,
    line,
    called: `the heading "${textIn(node)}"`,
  }))
}

/** Names that components of the text bring. */
const partAnchors = (text: Text, manuscript: Manuscript): Anchor[] =>
  componentsOf(text).flatMap((component): Anchor[] => {
    const { title } = attributesOf(component)
    switch (component.node.name) {
      case 'Panel':
        return title
          ? [{ name: anchorOf(title), file: text.file, line: component.line, called: `the panel "${title}"` }]
          : []
      case 'StoryLines':
        return entriesOf(manuscript, 'story').flatMap(({ file, data, lineOf }) =>
          data.bullets
            ? [{ name: anchorOf(data.title), file, line: lineOf(['title']), called: `the story "${data.title}"` }]
            : [],
        )
      case 'RedFlags':
        // A sheet has them as lines without names.
        return text.kind === 'sheet' ? [] : entriesOf(manuscript, 'flag').map(idOf)
      default:
        return []
    }
  })

const idOf = ({ id, file, lineOf }: Entry): Anchor => ({
  name: id,
  file,
  line: lineOf(['id']),
  called: `the entry "${id}"`,
  isId: true,
})

/** Names of what stands on the page of a section because of its list: groups first, then their entries. */
function listAnchors(entry: Entry, manuscript: Manuscript): Anchor[] {
  if (entry.kind !== 'section') return []
  const list = listOf(entry)
  if (list === 'plan') return planAnchors(manuscript)
  const kind = LISTED[list]
  const listed = kind ? entriesOf(manuscript, kind) : []
  const groups = new Map<string, Anchor>()
  for (const { data, file, lineOf } of listed) {
    if (!('group' in data)) continue
    const { group } = data
    groups.set(group, { name: anchorOf(group), file, line: lineOf(['group']), called: `the group "${group}"` })
  }
  return [...groups.values(), ...listed.map(idOf)]
}

const planAnchors = (manuscript: Manuscript): Anchor[] =>
  entriesOf(manuscript, 'plan').flatMap(({ file, data, lineOf }) => {
    const task = (id: string, path: ValuePath): Anchor => ({
      name: id,
      file,
      line: lineOf([...path, 'id']),
      called: `the task "${id}"`,
      isId: true,
    })
    return [
      ...data.days.flatMap(({ day, tasks }, at) => [
        { name: `day-${day}`, file, line: lineOf(['days', at, 'day']), called: `day ${day}` },
        ...tasks.map(({ id }, of) => task(id, ['days', at, 'tasks', of])),
      ]),
      ...data.more.map(({ id }, at) => task(id, ['more', at])),
    ]
  })

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
