/** The built site as files: every page of it, and where it lies. */
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { SITES } from '../../commands/test-sites.ts'

/** Addresses of every page of a built site, from its root: `/`, `/asks/`, `/404.html`. */
export function addressesOf(folder: string): string[] {
  return globSync('**/*.html', { cwd: folder })
    .map((name) => `/${name.replaceAll('\\', '/').replace(/(^|\/)index\.html$/, '$1')}`)
    .toSorted()
}

/** Pages of the guide under test. */
export const ADDRESSES = addressesOf(SITES.root)

/** File of a page or of anything else that an address without query and fragment names. */
export const fileOf = (address: string, folder: string = SITES.root) =>
  join(folder, address.endsWith('/') ? `${address}index.html` : address)

export const htmlOf = (address: string, folder: string = SITES.root) => readFileSync(fileOf(address, folder), 'utf8')

/** Source files as pages: all of one make. */
const isSource = (address: string) => address.startsWith('/code/')

/** The three longest source files stand for all of them where a page costs a test seconds. */
const longestSources = ADDRESSES.filter(isSource)
  .toSorted((a, b) => htmlOf(b).length - htmlOf(a).length)
  .slice(0, 3)

/** Pages that are opened in a browser one by one. */
export const VISITED = [...ADDRESSES.filter((address) => !isSource(address)), ...longestSources]
