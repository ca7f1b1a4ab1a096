/** The only file that tells Astro where the words lie; the fields are explained in `schemas/`. */
import { defineCollection } from 'astro:content'
import { file, glob } from 'astro/loaders'
import { parse } from 'yaml'
import { contentFolder } from './manuscript/manuscript.ts'
import { FOLDERS, LIST_FILES, SINGLE_FILES } from './manuscript/rooms.ts'

const root = contentFolder()
const mdx = (folder: string) => glob({ base: `${root}/${folder}`, pattern: '**/*.mdx' })
const list = (name: string) => file(`${root}/${name}`)
/** A file that is one thing becomes a collection of one entry, named like the file. */
const single = (name: string) =>
  file(`${root}/${name}`, { parser: (text) => ({ [name.replace('.yaml', '')]: parse(text) as object }) })

export const collections = {
  sections: defineCollection({ loader: mdx(FOLDERS.section.folder), schema: FOLDERS.section.schema }),
  questions: defineCollection({ loader: mdx(FOLDERS.question.folder), schema: FOLDERS.question.schema }),
  concepts: defineCollection({ loader: mdx(FOLDERS.concept.folder), schema: FOLDERS.concept.schema }),
  stories: defineCollection({ loader: mdx(FOLDERS.story.folder), schema: FOLDERS.story.schema }),
  sheets: defineCollection({ loader: mdx(FOLDERS.sheet.folder), schema: FOLDERS.sheet.schema }),
  areas: defineCollection({ loader: list(LIST_FILES.area.name), schema: LIST_FILES.area.schema }),
  blanks: defineCollection({ loader: list(LIST_FILES.blank.name), schema: LIST_FILES.blank.schema }),
  asks: defineCollection({ loader: list(LIST_FILES.ask.name), schema: LIST_FILES.ask.schema }),
  flags: defineCollection({ loader: list(LIST_FILES.flag.name), schema: LIST_FILES.flag.schema }),
  paths: defineCollection({ loader: list(LIST_FILES.path.name), schema: LIST_FILES.path.schema }),
  guide: defineCollection({ loader: single(SINGLE_FILES.guide.name), schema: SINGLE_FILES.guide.schema }),
  plan: defineCollection({ loader: single(SINGLE_FILES.plan.name), schema: SINGLE_FILES.plan.schema }),
}
