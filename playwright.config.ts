import { defineConfig, devices } from '@playwright/test'
import { BROWSER_ARGS, findBrowser } from './commands/browser.ts'

const executablePath = findBrowser()

export default defineConfig({
  testDir: 'tests',
  outputDir: 'test-results',
  forbidOnly: true,
  fullyParallel: true,
  workers: 2,
  timeout: 60_000,
  reporter: [['list'], ['json', { outputFile: 'test-results/report.json' }]],
  use: {
    ...devices['Desktop Chrome'],
    launchOptions: { args: BROWSER_ARGS, ...(executablePath ? { executablePath } : {}) },
    trace: 'off',
  },
  projects: [
    { name: 'unit', testDir: 'tests/unit' },
    { name: 'content', testDir: 'tests/content' },
    { name: 'site', testDir: 'tests/site' },
  ],
  // The built site, made by `npm test` before the tests run.
  webServer: [
    {
      command: 'node tests/site/server.ts',
      port: 4390,
      reuseExistingServer: false,
    },
  ],
})
