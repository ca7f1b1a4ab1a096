/** The content security policy of every page: nothing but the site's own files, nothing inline but the theme's boot. */
import { createHash } from 'node:crypto'
import { themeBoot } from './theme-boot.ts'

const hash = createHash('sha256').update(themeBoot).digest('base64')

/** Value of the policy's meta element. WASM is what the search engine runs on; nothing else may be compiled. */
export const securityPolicy = [
  "default-src 'none'",
  `script-src 'self' 'sha256-${hash}' 'wasm-unsafe-eval'`,
  "style-src 'self'",
  "img-src 'self'",
  "connect-src 'self'",
  "worker-src 'self'",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'self'",
].join(';')

/** The policy of a page that plays what was recorded on it. */
export const playingPolicy = `${securityPolicy};media-src blob:`
