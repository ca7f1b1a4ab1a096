import mdx from '@astrojs/mdx'
import sitemap from '@astrojs/sitemap'
import { satteri } from '@astrojs/markdown-satteri'
import tailwindcss from '@tailwindcss/vite'
import { defineConfig } from 'astro/config'
import { contentCheck } from './build/content-check.ts'
import { devSearch } from './build/dev-search.ts'
import { hostFiles } from './build/host-files.ts'
import { searchIndex } from './build/search-index.ts'
import { smallPreload } from './build/small-preload.ts'
import { markdownOptions } from './src/manuscript/current.ts'
import { hastPlugins } from './src/manuscript/markdown.ts'

const base = process.env.BASE_PATH ?? '/'
const site = process.env.SITE_URL
const isPublic = process.env.PUBLIC_INDEX === '1'

export default defineConfig({
  site,
  base,
  trailingSlash: 'always',
  outDir: process.env.OUT_DIR ?? 'dist',
  compressHTML: true,
  markdown: {
    processor: satteri({ hastPlugins: hastPlugins(() => markdownOptions(base)) }),
    syntaxHighlight: { type: 'prism', excludeLangs: ['output', 'text'] },
  },
  integrations: [
    contentCheck(),
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
    build: { assetsInlineLimit: 0 },
    environments: { client: { build: { modulePreload: false } } },
  },
  build: { inlineStylesheets: 'never' },
  devToolbar: { enabled: false },
})
