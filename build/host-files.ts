/** Astro integration: what hosts and crawlers read beside the pages, `_headers` and `robots.txt`. */
import { writeFile } from 'node:fs/promises'
import type { AstroIntegration } from 'astro'
import { headerRules, headersFile } from './host-headers.ts'

export function hostFiles(isPublic: boolean): AstroIntegration {
  let base = '/'
  let site: string | undefined
  return {
    name: 'host-files',
    hooks: {
      'astro:config:done': ({ config }) => {
        ;({ base, site } = config)
      },
      'astro:build:done': async ({ dir }) => {
        await writeFile(new URL('_headers', dir), headersFile(base, headerRules(isPublic)))
        await writeFile(new URL('robots.txt', dir), robots(isPublic, site, base))
        // GitHub Pages would otherwise leave out folders that begin with an underscore.
        await writeFile(new URL('.nojekyll', dir), '')
      },
    },
  }
}

function robots(isPublic: boolean, site: string | undefined, base: string): string {
  if (!isPublic) return 'User-agent: *\nDisallow: /\n'
  const map = site ? `Sitemap: ${new URL(`${base.replace(/\/$/, '')}/sitemap-index.xml`, site).href}\n` : ''
  return `User-agent: *\nAllow: /\n${map}`
}
