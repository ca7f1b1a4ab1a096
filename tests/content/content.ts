/** The content as it is, read as files. */
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { contentFolder } from '../../src/manuscript/manuscript.ts'

/** Names of all files of the content, from its folder. */
export const FILES = globSync('**/*.{mdx,yaml}', { cwd: contentFolder() })
  .map((name) => name.replaceAll('\\', '/'))
  .toSorted()

export const textOf = (name: string) => readFileSync(join(contentFolder(), name), 'utf8')

/** The text on one line with plain marks, so that a fact is found wherever a line breaks. */
export const flatTextOf = (name: string) => textOf(name).replace(/[*`]/g, '').replace(/\s+/g, ' ')

/** Names of the files in a folder of the content. */
export const filesIn = (folder: string) => FILES.filter((name) => name.startsWith(`${folder}/`))
