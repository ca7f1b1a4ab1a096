/** The words of the search index, for correcting misspelt queries. */
import { globSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { PARTS, partOf, WORD } from '../src/ui/vocabulary.ts'

/** What Pagefind writes before the JSON of its files. */
const SIGNATURE = 'pagefind_dcd'

interface Fragment {
  content: string
  meta: Record<string, string>
}

/** Distinct words in lower case, the more frequent before the rarer, so that corrections prefer them. */
export async function vocabularyOf(folder: string): Promise<string[]> {
  const counts = new Map<string, number>()
  for (const name of globSync('pagefind/fragment/*.pf_fragment', { cwd: folder })) {
    for (const { content, meta } of fragmentsIn(await readFile(join(folder, name)))) {
      const text = `${content} ${meta['title'] ?? ''}`.toLowerCase()
      for (const [word] of text.matchAll(WORD)) {
        counts.set(word, (counts.get(word) ?? 0) + 1)
      }
    }
  }
  return [...counts].toSorted(([a, m], [b, n]) => n - m || a.localeCompare(b)).map(([word]) => word)
}

/** The vocabulary in parts by first letter, be they empty, each its words separated by spaces: a query fetches those of its own words only. */
export function partsOf(words: readonly string[]): Map<string, string> {
  const parts = new Map<string, string[]>(PARTS.map((name) => [name, []]))
  for (const word of words) parts.get(partOf(word))?.push(word)
  return new Map([...parts].map(([name, own]) => [name, own.join(' ')]))
}

/** The pages in one of Pagefind's fragment files: one page, or on large sites several. */
function fragmentsIn(file: Buffer): Fragment[] {
  const text = gunzipSync(file).toString('utf8')
  if (!text.startsWith(SIGNATURE)) throw new Error('the search index has a form that this guide does not know')
  const data = JSON.parse(text.slice(SIGNATURE.length)) as Fragment | Fragment[] | Record<string, Fragment>
  if (Array.isArray(data)) return data
  return typeof data['content'] === 'string' ? [data as Fragment] : Object.values(data as Record<string, Fragment>)
}
