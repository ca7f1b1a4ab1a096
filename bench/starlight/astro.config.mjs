import starlight from '@astrojs/starlight'
import { defineConfig } from 'astro/config'

// Starlight as its own guide sets it up: the default theme, sidebar and search.
export default defineConfig({
  outDir: process.env.OUT_DIR ?? 'dist',
  integrations: [starlight({ title: 'Prep guide' })],
})
