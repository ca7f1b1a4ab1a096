/** The words of the index are gathered from its own files, the frequent ones first. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { expect, test } from '@playwright/test'
import { partsOf, vocabularyOf } from '../../../build/vocabulary.ts'

/** Words of an index that consists of the given files. */
async function wordsOf(...files: string[]): Promise<string[]> {
  const folder = mkdtempSync(join(tmpdir(), 'guide-index-'))
  const fragments = join(folder, 'pagefind', 'fragment')
  mkdirSync(fragments, { recursive: true })
  for (const [at, text] of files.entries()) writeFileSync(join(fragments, `en_${at}.pf_fragment`), gzipSync(text))
  try {
    return await vocabularyOf(folder)
  } finally {
    rmSync(folder, { recursive: true })
  }
}

const fragment = (content: string, title = '') => `pagefind_dcd${JSON.stringify({ content, meta: { title } })}`

test('words are in lower case, each once, the more frequent first', async () => {
  expect(await wordsOf(fragment('Redis cache redis', 'Cache'), fragment('redis'))).toEqual(['redis', 'cache'])
})

test('among equals the alphabet decides, so that a build gives the same file again', async () => {
  expect(await wordsOf(fragment('slot index'))).toEqual(['index', 'slot'])
})

test('several pages in one file are all read', async () => {
  const both = `pagefind_dcd${JSON.stringify([
    { content: 'first', meta: {} },
    { content: 'second', meta: {} },
  ])}`
  expect(await wordsOf(both)).toEqual(['first', 'second'])
})

test('an index of another form is refused', async () => {
  await expect(wordsOf('something else')).rejects.toThrow('a form that this guide does not know')
})

test('they are kept in parts by first letter, every letter having one', () => {
  const parts = partsOf(['redis', 'cache', 'request', 'über', '4xx'])
  expect([parts.get('r'), parts.get('c'), parts.get('z')]).toEqual(['redis request', 'cache', ''])
  expect(parts.get('other')).toBe('über 4xx')
  expect(parts.size).toBe(27)
})
