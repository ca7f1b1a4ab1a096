/**
 * The content security policy of every page: nothing but the site's own files, nothing inline but the theme's boot.
 * Astro's `security.csp` writes its policy at the end of the head, which does not hold what stands before it, adds
 * another source to `'none'` where a page asks for one, and wants the boot's hash from here as well.
 */
import { createHash } from 'node:crypto'
import { themeBoot } from './theme-boot.ts'

const hash = createHash('sha256').update(themeBoot).digest('base64')

/** WASM is what the search engine runs on; nothing else may be compiled. */
const rules = [
  // Covers styles, pictures, fonts, requests, and the manifest, for which WebKit knows no line of its own.
  "default-src 'self'",
  `script-src 'self' 'sha256-${hash}' 'wasm-unsafe-eval'`,
  "worker-src 'self'",
  "object-src 'none'",
  "frame-src 'none'",
  "base-uri 'none'",
  "form-action 'self'",
]

/** Value of the policy's meta element. */
export const securityPolicy = [...rules, "media-src 'none'"].join(';')

/** The policy of a page that plays what was recorded on it. */
export const playingPolicy = [...rules, 'media-src blob:'].join(';')
