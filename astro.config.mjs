import mdx from '@astrojs/mdx'
import { satteri } from '@astrojs/markdown-satteri'
import tailwindcss from '@tailwindcss/vite'
import { defineConfig } from 'astro/config'
import { contentCheck } from './build/content-check.ts'
import { hostFiles } from './build/host-files.ts'
import { searchIndex } from './build/search-index.ts'
import { markdownOptions } from './src/manuscript/current.ts'
import { hastPlugins } from './src/manuscript/markdown.ts'

const base = process.env.BASE_PATH ?? '/'

export default defineConfig({
  site: process.env.SITE_URL,
  base,
  trailingSlash: 'always',
  outDir: process.env.OUT_DIR ?? 'dist',
  compressHTML: true,
  markdown: {
    processor: satteri({ hastPlugins: hastPlugins(() => markdownOptions(base)) }),
    syntaxHighlight: 'prism',
  },
  integrations: [contentCheck(), mdx(), searchIndex(), hostFiles(process.env.PUBLIC_INDEX === '1')],
  vite: {
    plugins: [tailwindcss()],
    // Scripts stay files, as the security policy wants them.
    build: { assetsInlineLimit: 0 },
    environments: { client: { build: { modulePreload: false } } },
  },
  build: { inlineStylesheets: 'never' },
  devToolbar: { enabled: false },
})
