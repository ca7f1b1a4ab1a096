import mdx from '@astrojs/mdx'
import sitemap from '@astrojs/sitemap'
import { satteri } from '@astrojs/markdown-satteri'
import tailwindcss from '@tailwindcss/vite'
import { defineConfig } from 'astro/config'
import { contentCheck } from './build/content-check.ts'
import { devSearch } from './build/dev-search.ts'
import { fixedFont } from './build/fixed-font.ts'
import { hostFiles } from './build/host-files.ts'
import { searchIndex } from './build/search-index.ts'
import { smallPreload } from './build/small-preload.ts'
import { markdownOptions } from './src/manuscript/current.ts'
import { hastPlugins } from './src/manuscript/markdown.ts'

const base = process.env.BASE_PATH ?? '/'
const site = process.env.SITE_URL
const outDir = process.env.OUT_DIR ?? 'dist'
const isPublic = process.env.PUBLIC_INDEX === '1'

/**
 * What practice pages share is one file, and what only those of the mock and of the data share another. Left alone, each
 * set of pages that has a module in common would get a file of its own, and the data page fetched twenty-five. Two modules
 * stay out: one acts as soon as it is fetched, the other brings the names of the world's time zones.
 */
const codeSplitting = {
  groups: [
    {
      name: 'practice',
      test: /\/src\/practice\/(?!blanks\/show-blanks|interview\/interview-date|mock\/)/,
      minShareCount: 2,
      priority: 2,
    },
    { name: 'mock', test: /\/src\/practice\/mock\//, minShareCount: 2, priority: 1 },
  ],
}

export default defineConfig({
  site,
  base,
  trailingSlash: 'always',
  outDir,
  // Builds into different folders may run at the same time.
  cacheDir: `.cache/astro/${outDir.replace(/[^\w-]+/g, '_')}`,
  compressHTML: true,
  markdown: {
    processor: satteri({ hastPlugins: hastPlugins(() => markdownOptions(base)) }),
    syntaxHighlight: { type: 'prism', excludeLangs: ['output', 'text'] },
  },
  integrations: [
    contentCheck(),
    fixedFont(),
    devSearch(),
    mdx(),
    searchIndex(),
    hostFiles(isPublic),
    ...(site && isPublic ? [sitemap()] : []),
  ],
  vite: {
    plugins: [tailwindcss(), smallPreload(base)],
    server: { watch: { ignored: ['**/.cache/**', '**/dist/**', '**/pdf/**', '**/test-results/**'] } },
    // Scripts stay files, as the security policy wants them.
    // Style sheets in what these browsers know: Safari takes no thickness in `text-decoration`.
    build: { assetsInlineLimit: 0, cssMinify: 'lightningcss', cssTarget: ['chrome120', 'firefox121', 'safari16.4'] },
    environments: { client: { build: { modulePreload: false, rolldownOptions: { output: { codeSplitting } } } } },
  },
  build: { inlineStylesheets: 'never' },
  devToolbar: { enabled: false },
})
