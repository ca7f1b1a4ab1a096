/** The words of the indexed pages, for correcting misspelt queries: the text that Pagefind indexes, and nothing else. */
import { readFile } from 'node:fs/promises'
import { globSync } from 'node:fs'
import { join } from 'node:path'

/** Shorter words are never corrected: too many others lie within one letter. */
export const SHORTEST = 4

/** Distinct words in lower case, the more frequent before the rarer, so that corrections prefer them. */
export async function vocabularyOf(folder: string): Promise<string[]> {
  const counts = new Map<string, number>()
  for (const name of globSync('**/*.html', { cwd: folder })) {
    const body = indexedText(await readFile(join(folder, name), 'utf8'))
    for (const [word] of body.toLowerCase().matchAll(/\p{L}[\p{L}\p{N}]+/gu)) {
      if (word.length >= SHORTEST) counts.set(word, (counts.get(word) ?? 0) + 1)
    }
  }
  return [...counts].toSorted(([a, m], [b, n]) => n - m || a.localeCompare(b)).map(([word]) => word)
}

/** Words separated by spaces. */
export const encodeVocabulary = (words: readonly string[]): string => words.join(' ')

function indexedText(html: string): string {
  const start = html.indexOf('<article data-pagefind-body')
  if (start < 0) return ''
  return html.slice(start, html.indexOf('</article>', start)).replace(/<[^>]+>/g, ' ').replace(/&#?\w+;/g, ' ')
}
