/** Finds a browser for the tests, the PDF files and the benchmark; gets one where there is none. */
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
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

/** Thrown when there is no browser and none can be had; the message says what to install. */
export class NoBrowserError extends Error {}

/** Path of an installed Chromium or Chrome, or of Playwright's own; `CHROME_PATH` goes before all others. */
export function findBrowser(env: NodeJS.ProcessEnv = process.env): string | undefined {
  return [env['CHROME_PATH'] ?? '', ...installedPlaces(env), chromium.executablePath()].find(
    (path) => path !== '' && existsSync(path),
  )
}

/** Like `findBrowser`, and downloads or installs one if need be. Throws a `NoBrowserError`. */
export function ensureBrowser(): string {
  const found = findBrowser()
  if (found) return found
  console.log('No Chromium or Chrome here; fetching one for the tests …')
  run(process.execPath, ['node_modules/@playwright/test/cli.js', 'install', 'chromium'])
  if (!findBrowser() && isRoot() && existsSync('/etc/debian_version')) {
    run('apt-get', ['update'])
    run('apt-get', ['install', '-y', '--no-install-recommends', 'chromium', 'fonts-dejavu-core'])
  }
  const fetched = findBrowser()
  if (fetched) return fetched
  throw new NoBrowserError(
    'The tests need a browser: install Chromium or Chrome, or name one: CHROME_PATH=/path/to/chrome npm test',
  )
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

const isRoot = () => process.getuid?.() === 0

/** A failure shows in what is found afterwards; the tool's own words help whoever has to look. */
function run(command: string, args: readonly string[]) {
  spawnSync(command, args, { stdio: ['ignore', 'ignore', 'inherit'], timeout: 300_000 })
}
