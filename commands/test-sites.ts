/** The sites that the tests look at. They are built apart from `dist/`, which `npm start` may be serving meanwhile. */
export const SITES = { root: '.cache/sites/root', based: '.cache/sites/based', open: '.cache/sites/open' } as const
/** Where the second of them lives. */
export const BASE_PATH = '/some/base/'
/** Address that the third, for search engines, is made for. */
export const OPEN_SITE = 'https://guide.example'
