import { defineConfig, devices } from '@playwright/test'
import { BROWSER_ARGS, browserEnvironment, findBrowser } from './commands/browser.ts'

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
    launchOptions: { args: BROWSER_ARGS, env: browserEnvironment(), ...(executablePath ? { executablePath } : {}) },
    trace: 'off',
  },
  projects: [
    { name: 'unit', testDir: 'tests/unit' },
    { name: 'content', testDir: 'tests/content' },
    { name: 'site', testDir: 'tests/site' },
  ],
  // The built sites, made by `npm test` before the tests run. Each group of the pattern becomes an environment variable.
  webServer: {
    command: 'node tests/site/server.ts',
    wait: { stdout: /root (?<root_port>\d+), based (?<based_port>\d+), open (?<open_port>\d+)\n/ },
  },
})
