/** Prints what a page of the browser shows into PDF files. */
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import type { Entry } from '../src/manuscript/manuscript.ts'
import { formatProblem } from '../src/manuscript/problem.ts'
import { overrunOf, overrunProblem, type Overrun } from './sheet-overrun.ts'

/** Prints on A4. The page's own style gives the margins; outline and tags make bookmarks and a readable structure. */
export const print = (page: Page): Promise<Uint8Array> => page.pdf({ format: 'A4', outline: true, tagged: true })

/** Writes a file and says so. */
export async function write(folder: string, name: string, file: Uint8Array): Promise<void> {
  await writeFile(join(folder, name), file)
  console.log(`${folder}/${name}`)
}

/**
 * Prints a sheet of the site whose home page has the given address into the folder. Returns what to do about it when it
 * is longer than the one page that it is meant to be, on A4 or on Letter.
 */
export async function writeSheet(
  page: Page,
  home: string,
  { id, file }: Pick<Entry, 'id' | 'file'>,
  folder: string,
): Promise<string | undefined> {
  await page.goto(`${home}sheets/${id}/`)
  const printed = await print(page)
  await write(folder, `${id}.pdf`, printed)
  const overruns: Overrun[] = []
  for (const format of ['A4', 'Letter']) overruns.push(await overrunOf(format, await page.pdf({ format })))
  const problem = overrunProblem(file, overruns)
  return problem && formatProblem(problem)
}
