/** Where the sites under test are served. */
import { BASE_PATH } from '../../commands/test-sites.ts'

/** Each is served on a free port, which `server.ts` prints and the runner hands to the tests. */
export const ROOT = origin('ROOT_PORT')
export const BASED = `${origin('BASED_PORT')}${BASE_PATH.slice(0, -1)}`
export const OPEN = origin('OPEN_PORT')

/** Where the tests are only listed, nothing is served. */
function origin(name: string): string {
  const port = process.env[name]
  return port === undefined ? 'http://not-served.invalid' : `http://127.0.0.1:${port}`
}
