/** Where the sites under test are built and served. */

export const BASE_PATH = '/some/base/'
export const SITES = { root: 'dist', based: '.cache/sites/based', open: '.cache/sites/open' } as const
export const PORTS = { root: 4390, based: 4391, open: 4392 } as const
export const ROOT = `http://127.0.0.1:${PORTS.root}`
export const BASED = `http://127.0.0.1:${PORTS.based}${BASE_PATH.slice(0, -1)}`
export const OPEN = `http://127.0.0.1:${PORTS.open}`
/** Address that the build for search engines is made for. */
export const OPEN_SITE = 'https://guide.example'
