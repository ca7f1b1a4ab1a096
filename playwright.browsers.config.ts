/** The tests in Firefox and WebKit, which `npm run test:browsers` runs. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { defineConfig, firefox, webkit, type PlaywrightTestProject } from '@playwright/test'
import base from './playwright.config.ts'
import { PATIENCE } from './tests/browsers/guide-window.ts'
import type { WorkerOptions } from './tests/browsers/test.ts'

type TestProject = PlaywrightTestProject<object, WorkerOptions>

/** Debian's Firefox, see `firefox-bridge.ts`. */
const debianFirefox: NonNullable<TestProject['use']> = {
  browserName: 'firefox',
  channel: 'moz-firefox',
  launchOptions: {
    executablePath: join(import.meta.dirname, 'tests/browsers/firefox-bridge.ts'),
    // Lets the bridge set a preference.
    args: ['--remote-allow-system-access'],
    // Scroll bars that take no room, as on a phone.
    firefoxUserPrefs: { 'ui.useOverlayScrollbars': 1 },
  },
}

/** Playwright prints with its own Chromium only; Debian's browsers print by other ways. */
const unprinted = { testIgnore: '**/print.test.ts' }
const hasFirefox = existsSync(firefox.executablePath())
const hasWebKit = existsSync(webkit.executablePath())

/**
 * Tests written for Chromium that hold in Firefox as they are. Not all can: some ask for what its protocol has no
 * command for, such as scripts switched off, bytes on the wire, or storage that is filled before there is a page.
 */
const siteTests = {
  testDir: 'tests/site',
  testMatch: ['keyboard.test.ts', 'search.test.ts', 'practice-asks.test.ts'],
  grepInvert: hasFirefox ? /without a script|slow line|on one page|on paper/ : /without a script|slow line/,
}

// Playwright's own builds where they are installed, else Debian's.
const projects: TestProject[] = [
  hasFirefox
    ? { name: 'firefox', use: { browserName: 'firefox' }, ...unprinted }
    : { name: 'firefox', use: debianFirefox },
  { name: 'firefox-site', use: hasFirefox ? { browserName: 'firefox' } : debianFirefox, ...siteTests },
  hasWebKit
    ? { name: 'webkit', use: { browserName: 'webkit' }, ...unprinted }
    : { name: 'webkit', use: { isWebKitGtk: true } },
]

export default defineConfig<object, WorkerOptions>({
  ...base,
  testDir: 'tests/browsers',
  // A window of its own for each test, on a machine that may be busy.
  timeout: 120_000,
  expect: { timeout: PATIENCE },
  // Both ways of driving are young, and a window sometimes does not come up. A fault of the guide shows in both tries.
  retries: 1,
  use: { trace: 'off' },
  projects,
})
