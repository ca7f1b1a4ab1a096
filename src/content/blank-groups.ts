/** The blanks as they are filled in: those that most pages wait for first, then story by story, the day itself last. */
import { currentManuscript } from '../manuscript/current.ts'
import type { Blank } from '../schemas/blank.ts'
import { getBlanks, getStories } from './entries.ts'

export interface BlankGroup {
  /** Anchor of its heading. */
  id: string
  title: string
  /** Those in the most places first. */
  blanks: readonly Blank[]
}

/** A blank in so many places is asked for whatever the interview turns to. */
const MANY = 4

/** Every blank in one group; groups without any are left out. */
export function getBlankGroups(): BlankGroup[] {
  const places = placesOfBlanks()
  const placesOf = ({ id }: Blank) => places.get(id) ?? []
  const stories = getStories()
  const groupOf = (blank: Blank) => {
    if (blank.kind === 'logistics') return 'day'
    if (placesOf(blank).length >= MANY) return 'most-wanted'
    return stories.find(({ id }) => placesOf(blank).includes(`story:${id}`))?.id ?? 'answers'
  }
  const blanks = getBlanks().toSorted((a, b) => placesOf(b).length - placesOf(a).length)
  const grouped = Map.groupBy(blanks, groupOf)
  const groups = [
    { id: 'most-wanted', title: 'Wanted in most places' },
    ...stories.map(({ id, data }) => ({ id, title: `Story: ${data.title}` })),
    { id: 'answers', title: 'Other answers' },
    { id: 'day', title: 'The day itself' },
  ]
  return groups.flatMap((group) => {
    const blanks = grouped.get(group.id)
    return blanks ? [{ ...group, blanks }] : []
  })
}

/** What waits for each blank, as `kind:id`. */
function placesOfBlanks(): Map<string, string[]> {
  const places = new Map<string, string[]>()
  for (const { kind, id, data, body } of currentManuscript().entries) {
    // A hint may name another blank, which shows it to nobody but whoever fills it in.
    if (kind === 'blank') continue
    const named = `${JSON.stringify(data)}\n${body}`.matchAll(/\bblank:([a-z0-9-]+)/g)
    for (const blank of new Set(Array.from(named, ([, name = '']) => name))) {
      places.set(blank, [...(places.get(blank) ?? []), `${kind}:${id}`])
    }
  }
  return places
}
