/** Astro integration: indexes the built pages with Pagefind and writes the vocabulary that corrects misspelt words. */
import { fileURLToPath } from 'node:url'
import type { AstroIntegration } from 'astro'
import { writeSearchIndex } from './pagefind.ts'

export function searchIndex(): AstroIntegration {
  return {
    name: 'search-index',
    hooks: {
      'astro:build:done': async ({ dir, logger }) => {
        const { pages, words } = await writeSearchIndex(fileURLToPath(dir))
        logger.info(`${pages} pages and ${words} words can be searched`)
      },
    },
  }
}
