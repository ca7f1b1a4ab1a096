/** Each list of the guide has the one section that introduces it. */
import { LISTS } from '../../schemas/section.ts'
import { FLAGS_SECTION, type Kind } from '../kinds.ts'
import { entriesOf, isWhole, type Manuscript } from '../manuscript.ts'
import type { Problem } from '../problem.ts'
import { componentsOf } from './body.ts'

/** Lists that stand on no page but their section's: they need it when there is something in them. */
const OPTIONAL: Readonly<Record<string, Kind>> = { claims: 'claim', review: 'why' }

/** The guide links to the pages of the other lists, whatever is in them. */
function isNeeded(list: string, manuscript: Manuscript): boolean {
  const kind = OPTIONAL[list]
  return kind === undefined || entriesOf(manuscript, kind).length > 0
}

export function sectionLists(manuscript: Manuscript, folder: string): Problem[] {
  const sections = entriesOf(manuscript, 'section')
  return LISTS.flatMap((list): Problem[] => {
    const [first, second] = sections.filter(({ data }) => data.list === list)
    if (second && first) {
      return [
        {
          file: second.file,
          line: second.lineOf(['list']),
          found: `list: ${list}, which ${first.file} has too`,
          expected: 'one section for each list; the address of its page is made of it',
          todo: 'take the line away from one of the two',
        },
      ]
    }
    return !first && isWhole(manuscript, 'section') && isNeeded(list, manuscript) ? [withoutSection(folder, list)] : []
  })
}

/** Links to red flags lead to their place on the page of this section. */
export function flagsPage(manuscript: Manuscript, folder: string): Problem[] {
  if (entriesOf(manuscript, 'flag').length === 0 || !isWhole(manuscript, 'section')) return []
  const section = entriesOf(manuscript, 'section').find(({ id }) => id === FLAGS_SECTION)
  if (section && componentsOf(section).some(({ node }) => node.name === 'RedFlags')) return []
  return [
    {
      file: section?.file ?? folder,
      line: 1,
      found: section ? 'no <RedFlags /> in the text' : `no section "${FLAGS_SECTION}"`,
      expected: `<RedFlags /> in "brief/${FLAGS_SECTION}.mdx", where links to red flags lead`,
      todo: section
        ? 'add it on a line of its own'
        : 'write this section, or give the one that holds <RedFlags /> this name',
    },
  ]
}

const withoutSection = (folder: string, list: string): Problem => ({
  file: folder,
  line: 1,
  found: `no section with "list: ${list}"`,
  expected: `one file in "brief" with this line; it is the head of the page /${list}/`,
  todo: `add "list: ${list}" to the section that introduces it, or write "brief/${list}.mdx"`,
})
