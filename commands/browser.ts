/** Finds a browser for the tests, the PDF files and the benchmark; gets one where there is none. */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { chromium } from '@playwright/test'

/** Flags that keep a browser quiet and let it run as root and without a network. */
export const BROWSER_ARGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** Thrown when there is no browser and none can be had; the message says what to do, in one line. */
export class NoBrowserError extends Error {}

/** A way to get a browser: what is said before it is tried, and the programs that it runs one after the other. */
export interface BrowserSource {
  announcement: string
  commands: readonly (readonly [program: string, ...args: string[]])[]
}

/** Path of an installed Chromium or Chrome, or of Playwright's own; `CHROME_PATH` goes before all others. */
export function findBrowser(env: NodeJS.ProcessEnv = process.env): string | undefined {
  return usualPlaces(env).find(isThere)
}

/**
 * Like `findBrowser`, but of those that start, and tries the given sources while there is none. Throws a
 * `NoBrowserError`.
 */
export function ensureBrowser(
  places: () => readonly string[] = usualPlaces,
  sources: readonly BrowserSource[] = usualSources(),
): string {
  const named = process.env['CHROME_PATH']
  if (named && !isThere(named))
    throw new NoBrowserError(`CHROME_PATH is "${named}", and there is no file of that name.`)
  const find = () => places().find((path) => isThere(path) && starts(path))
  let found = find()
  for (const source of sources) {
    if (found) return found
    console.log(source.announcement)
    // A failure shows in what is found afterwards; the reports of these programs fill a screen and help nobody here.
    for (const [program, ...args] of source.commands) spawnSync(program, args, { timeout: 600_000, env: UNATTENDED })
    found = find()
  }
  if (found) return found
  throw new NoBrowserError(
    'There is no Chromium or Chrome here and none could be fetched. Install one, or name one: CHROME_PATH=/path/to/chrome',
  )
}

const UNATTENDED = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }

const isThere = (path: string) => path !== '' && existsSync(path)

/** A browser may lie there and lack libraries, or be a notice that it moved. On Windows, asking would open a window. */
function starts(path: string): boolean {
  return process.platform === 'win32' || spawnSync(path, ['--version'], { timeout: 60_000 }).status === 0
}

function usualPlaces(env: NodeJS.ProcessEnv = process.env): string[] {
  return [env['CHROME_PATH'] ?? '', ...installedPlaces(env), chromium.executablePath()]
}

function usualSources(): BrowserSource[] {
  const isDebianRoot = process.getuid?.() === 0 && existsSync('/etc/debian_version')
  return [
    {
      announcement: 'No Chromium or Chrome here; fetching one …',
      commands: [[process.execPath, 'node_modules/@playwright/test/cli.js', 'install', 'chromium']],
    },
    ...(isDebianRoot ? [DEBIAN_PACKAGE] : []),
  ]
}

const DEBIAN_PACKAGE: BrowserSource = {
  announcement: 'That failed; installing Debian’s package chromium …',
  commands: [
    ['apt-get', 'update'],
    ['apt-get', 'install', '-y', '--no-install-recommends', 'chromium'],
  ],
}

/**
 * Environment for a browser. On a machine without a single font, Chromium dies at many pages; it is lent the whole font
 * of which the site's own files are made.
 */
export function browserEnvironment(env: NodeJS.ProcessEnv = process.env): Record<string, string> {
  const own = Object.fromEntries(
    Object.entries(env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  )
  const fonts = spawnSync('fc-list', [], { encoding: 'utf8', env })
  // Where the list cannot be had, there are no fonts to lend either: another system, or another set of tools.
  if (fonts.status !== 0 || fonts.stdout.trim() !== '') return own
  const file = resolve('.cache', 'fonts.conf')
  mkdirSync('.cache', { recursive: true })
  writeFileSync(file, `<fontconfig><dir>${resolve('node_modules/source-sans/TTF')}</dir></fontconfig>`)
  return { ...own, FONTCONFIG_FILE: file }
}

function installedPlaces(env: NodeJS.ProcessEnv): string[] {
  switch (process.platform) {
    case 'darwin':
      return ['Google Chrome', 'Chromium'].map((name) => `/Applications/${name}.app/Contents/MacOS/${name}`)
    case 'win32':
      return [env['PROGRAMFILES'], env['PROGRAMFILES(X86)'], env['LOCALAPPDATA']]
        .filter((folder) => folder !== undefined)
        .map((folder) => join(folder, 'Google', 'Chrome', 'Application', 'chrome.exe'))
    default:
      return ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome'].flatMap((name) =>
        ['/usr/bin', '/usr/local/bin', '/snap/bin'].map((folder) => join(folder, name)),
      )
  }
}
