/** A copy of the content with one thing broken in it, and what the author is told about it. */
import { cpSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, relative, sep } from 'node:path'
import { readSoundManuscript } from '../../src/manuscript/check.ts'
import { ContentError } from '../../src/manuscript/problem.ts'

/** What an author did wrong, in one file or folder. */
export type Break =
  | { file: string; replace: string; by: string }
  | { file: string; moveTo: string }
  | { file: string; write: string | Uint8Array }

/** Copies the content and breaks it; `remove` takes the copy away. */
export function brokenContent(...mistakes: readonly Break[]): { folder: string; remove: () => void } {
  const folder = mkdtempSync(join(tmpdir(), 'guide-content-'))
  cpSync('content', folder, { recursive: true })
  for (const mistake of mistakes) make(mistake, folder)
  return { folder, remove: () => rmSync(folder, { recursive: true }) }
}

function make(mistake: Break, folder: string) {
  const file = join(folder, mistake.file)
  if ('moveTo' in mistake) {
    mkdirSync(dirname(join(folder, mistake.moveTo)), { recursive: true })
    renameSync(file, join(folder, mistake.moveTo))
  } else if ('write' in mistake) {
    writeFileSync(file, mistake.write)
  } else {
    const text = readFileSync(file, 'utf8')
    if (!text.includes(mistake.replace)) throw new Error(`${mistake.file} does not hold: ${mistake.replace}`)
    writeFileSync(file, text.replace(mistake.replace, () => mistake.by))
  }
}

/** The message with the copy's folder called `content`, as the author's own is. */
export const asAtHome = (message: string, folder: string) =>
  message.replaceAll(relative(process.cwd(), folder).split(sep).join('/'), 'content')

/** The whole message about a mistake when the content is read, or used in another way; empty when it goes unnoticed. */
export async function toldAbout(
  mistake: Break | readonly Break[],
  use: (folder: string) => unknown = readSoundManuscript,
): Promise<string> {
  const { folder, remove } = brokenContent(...[mistake].flat())
  try {
    await use(folder)
    return ''
  } catch (error) {
    if (!(error instanceof ContentError)) throw error
    return asAtHome(error.message, folder)
  } finally {
    remove()
  }
}

/** The message as four lines; its line number is that of the text in the real file. An empty `file` is the folder itself. */
export function messageAt(file: string, line: number, found: string, expected: string, todo: string): string {
  return [
    'One mistake in the content; nothing was built.',
    '',
    `${join('content', file)}:${line}`,
    `  found     ${found}`,
    `  expected  ${expected}`,
    `  to do     ${todo}`,
  ].join('\n')
}

/** Line of a file of the real content on which a text begins, from 1. */
export function lineOf(file: string, text: string): number {
  const before = readFileSync(join('content', file), 'utf8').split(text)[0] ?? ''
  return before.split('\n').length
}
