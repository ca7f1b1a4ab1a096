/**
 * Tells Astro where the MDX lies; the fields are explained in `schemas/`. The YAML lists are no collections: Astro
 * would sort them, and their order is the author's (`content.ts` reads them from the manuscript).
 */
import { defineCollection } from 'astro:content'
import { glob } from 'astro/loaders'
import { contentFolder } from './manuscript/manuscript.ts'
import { FOLDERS } from './manuscript/rooms.ts'

const root = contentFolder()
const mdx = (folder: string) => glob({ base: `${root}/${folder}`, pattern: '**/*.mdx' })

export const collections = {
  sections: defineCollection({ loader: mdx(FOLDERS.section.folder), schema: FOLDERS.section.schema }),
  questions: defineCollection({ loader: mdx(FOLDERS.question.folder), schema: FOLDERS.question.schema }),
  concepts: defineCollection({ loader: mdx(FOLDERS.concept.folder), schema: FOLDERS.concept.schema }),
  stories: defineCollection({ loader: mdx(FOLDERS.story.folder), schema: FOLDERS.story.schema }),
  sheets: defineCollection({ loader: mdx(FOLDERS.sheet.folder), schema: FOLDERS.sheet.schema }),
  pictures: defineCollection({ loader: mdx(FOLDERS.picture.folder), schema: FOLDERS.picture.schema }),
}
