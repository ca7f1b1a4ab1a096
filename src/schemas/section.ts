/** `content/brief/*.mdx`: one section of the brief a file. The body is its text, headings from `##` down. */
import { z } from 'astro/zod'
import { plain } from './text.ts'

/** Lists that a section can carry beside its text; the section then lives at `/<list>/`. */
export const LISTS = ['questions', 'asks', 'concepts', 'plan', 'stories', 'claims', 'review'] as const

export const section = z.strictObject({
  /** Heading of the page and name in menus. */
  title: plain({ max: 60 }),
  /** Place in the reading order, from 1; no two sections share one. */
  order: z.int().min(1),
  /** Whether it is this guide's addition; the others stand in the brief. */
  added: z.boolean().default(false),
  /** One sentence for lists, search engines and the top of the page; at most 160 characters. */
  summary: plain({ min: 20, max: 160 }),
  /** The list that the page shows. With it the page is `/<list>/`, without it `/brief/<file name>/`. */
  list: z.enum(LISTS).optional(),
  /** Words somebody may search for; a reader does not see them on the page. */
  terms: z.array(plain()).default([]),
})

export type Section = z.infer<typeof section>
