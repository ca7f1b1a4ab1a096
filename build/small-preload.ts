/**
 * Vite plugin: a small loader for dynamic imports. Vite's own waits for the style sheets of what it loads and works in
 * any place; here chunks bring no styles, and its half kilobyte would be a tenth of what every page fetches. Should
 * Vite rename its helper, this plugin does nothing and the test of the shell's bytes says so.
 */
import type { Plugin } from 'vite'

/** The helper's name inside Vite. */
const HELPER = '\0vite/preload-helper.js'

/**
 * `base` is the site's base path. The loader also begins to fetch what the wanted module itself imports: as modules, not by
 * links to preload them, because WebKit keeps a preload that failed as the answer for later pages, too.
 */
export const smallPreload = (base: string): Plugin => ({
  name: 'small-preload',
  enforce: 'pre',
  apply: 'build',
  load: (id) => (id === HELPER ? loader(base) : undefined),
})

const loader = (base: string) => `export const __vitePreload = (load, files = []) => {
  for (const file of files) import(/* @vite-ignore */ ${JSON.stringify(`${base.replace(/\/$/, '')}/`)} + file).catch(() => undefined)
  return load()
}`
