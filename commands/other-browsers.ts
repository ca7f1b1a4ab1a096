/** Finds Firefox and WebKit for the tests; installs Debian's packages where they are missing and it may. */
import { spawnSync } from 'node:child_process'
import { existsSync, globSync } from 'node:fs'
import { firefox, webkit } from '@playwright/test'
import { NoBrowserError } from './browser.ts'

interface OtherBrowser {
  /** Debian's packages that make the browser and what drives it. */
  packages: readonly string[]
  /** Whether there is everything that the tests need. */
  isThere: () => boolean
}

/** Debian's Firefox, or the one that `FIREFOX_PATH` names. */
export function findFirefox(env: NodeJS.ProcessEnv = process.env): string | undefined {
  return [env['FIREFOX_PATH'] ?? '', '/usr/bin/firefox-esr', '/usr/bin/firefox'].find(
    (path) => path !== '' && existsSync(path),
  )
}

const WEBKIT_FILES = [
  '/usr/bin/WebKitWebDriver',
  '/usr/bin/Xvfb',
  '/usr/lib/python3/dist-packages/gi',
  '/usr/lib/*/girepository-1.0/WebKit2-4.1.typelib',
]

/** The browsers beside Chromium, by the names of their test projects. Playwright's own builds do as well. */
export const OTHER_BROWSERS = {
  firefox: {
    packages: ['firefox-esr'],
    isThere: () => existsSync(firefox.executablePath()) || findFirefox() !== undefined,
  },
  webkit: {
    packages: ['webkit2gtk-driver', 'xvfb', 'python3-gi', 'gir1.2-webkit2-4.1'],
    isThere: () => existsSync(webkit.executablePath()) || WEBKIT_FILES.every((file) => globSync(file).length > 0),
  },
} as const satisfies Record<string, OtherBrowser>

export type BrowserName = keyof typeof OTHER_BROWSERS

export const isBrowserName = (name: string): name is BrowserName => Object.hasOwn(OTHER_BROWSERS, name)

/** Installs what the named browsers lack. Throws a `NoBrowserError` that says what to install. */
export function ensureOtherBrowsers(names: readonly BrowserName[]): void {
  const missing = () => names.filter((name) => !OTHER_BROWSERS[name].isThere())
  const packages = missing().flatMap((name) => OTHER_BROWSERS[name].packages)
  if (packages.length === 0) return
  if (process.getuid?.() === 0 && existsSync('/etc/debian_version')) {
    console.log(`Installing ${packages.join(', ')} …`)
    apt('update', '-qq')
    apt('install', '-y', '-qq', '--no-install-recommends', ...packages)
  }
  const [stillMissing] = missing()
  if (stillMissing) throw new NoBrowserError(lacking(stillMissing))
}

/** What to do where a browser is missing. */
export function lacking(browser: BrowserName): string {
  const other = Object.keys(OTHER_BROWSERS).find((name) => name !== browser)
  return (
    `The tests in ${browser} need these packages of Debian: ${OTHER_BROWSERS[browser].packages.join(' ')}. ` +
    `Install them, or test in the other one: npm run test:browsers ${other ?? ''}`
  )
}

/** A failure shows in what is found afterwards; the tool's own words help whoever has to look. */
function apt(...args: readonly string[]) {
  spawnSync('apt-get', args, {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    timeout: 300_000,
  })
}
