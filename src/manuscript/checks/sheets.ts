/** A printed sheet with the lines of the stories has stories that give such lines. */
import { entriesOf, isWhole, type Manuscript } from '../manuscript.ts'
import type { Problem } from '../problem.ts'
import { componentsOf } from './body.ts'

export function emptyParts(manuscript: Manuscript): Problem[] {
  const stories = entriesOf(manuscript, 'story')
  if (stories.some(({ data }) => data.bullets) || !isWhole(manuscript, 'story')) return []
  return entriesOf(manuscript, 'sheet').flatMap((entry) =>
    componentsOf(entry)
      .filter(({ node }) => node.name === 'StoryLines')
      .map(({ line }) => ({
        file: entry.file,
        line,
        found: '<StoryLines />, but no story has "bullets"',
        expected: 'at least one story with two or three lines for the sheet',
        todo: 'add "bullets" to a story, or take this away',
      })),
  )
}
