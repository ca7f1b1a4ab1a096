/** Makes the search index of a folder of built pages. */
import { mkdir, rm, writeFile } from 'node:fs/promises'
import { globSync } from 'node:fs'
import { join } from 'node:path'
import { createIndex, close } from 'pagefind'
import { partsOf, vocabularyOf } from './vocabulary.ts'

/** Characters inside technical words that Pagefind would otherwise drop: `N+1`, `C++`. */
const WORD_CHARACTERS = '+'

/** Pagefind's ready-made interfaces; the guide has its own. */
const UNUSED = 'pagefind/{pagefind-*ui.*,pagefind-highlight.js,pagefind-worker.js,wasm.unknown.pagefind}'

/**
 * Writes `pagefind/` into the folder. Throws with Pagefind's own words when it refuses a page.
 * Returns the number of pages in the index and of words in the vocabulary.
 */
export async function writeSearchIndex(folder: string): Promise<{ pages: number; words: number }> {
  const { index, errors } = await createIndex({ includeCharacters: WORD_CHARACTERS, forceLanguage: 'en' })
  if (!index) throw new Error(`make the search index: ${errors.join('; ')}`)
  const added = await index.addDirectory({ path: folder })
  if (added.errors.length > 0) throw new Error(`index ${folder}: ${added.errors.join('; ')}`)
  const written = await index.writeFiles({ outputPath: join(folder, 'pagefind') })
  if (written.errors.length > 0) throw new Error(`write the search index: ${written.errors.join('; ')}`)
  await close()
  for (const name of globSync(UNUSED, { cwd: folder })) await rm(join(folder, name))
  const vocabulary = await vocabularyOf(folder)
  await mkdir(join(folder, 'pagefind', 'vocabulary'), { recursive: true })
  for (const [letter, words] of partsOf(vocabulary)) {
    await writeFile(join(folder, 'pagefind', 'vocabulary', `${letter}.txt`), words)
  }
  return { pages: added.page_count, words: vocabulary.length }
}
