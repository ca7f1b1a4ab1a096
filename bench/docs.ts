/** Writes pages as documents for Starlight. */
import { mkdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { stringify } from 'yaml'
import type { BenchPage } from './pages.ts'

/** Replaces the folder. The summary, which the guide prints below the title, opens the text here. */
export async function writeDocs(folder: string, pages: readonly BenchPage[]): Promise<void> {
  await rm(folder, { recursive: true, force: true })
  await mkdir(folder, { recursive: true })
  for (const [at, { slug, title, summary, body }] of pages.entries()) {
    const fields = { title, description: summary, sidebar: { order: at + 1 } }
    await writeFile(join(folder, `${slug}.mdx`), `---\n${stringify(fields)}---\n\n${summary}\n\n${body}\n`)
  }
}
