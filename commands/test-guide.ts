/** `npm test`: formatting, types, lint, then the unit, content and site tests on a fresh build. */
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { BASE_PATH, OPEN_SITE, SITES } from '../tests/site/sites.ts'
import { ensureBrowser } from './browser.ts'
import { buildSite } from './site-build.ts'

const STEPS = [
  ['Formatting', 'prettier/bin/prettier.cjs', ['--check', '.', '--log-level', 'warn']],
  // Before the lint, which needs the types of the content that this step writes.
  ['Types', 'astro/bin/astro.mjs', ['check', '--minimumSeverity', 'hint']],
  ['Lint', 'eslint/bin/eslint.js', ['.', '--max-warnings', '0']],
] as const

async function test() {
  const browser = ensureBrowser()
  for (const [name, file, args] of STEPS) step(name, file, args)
  console.log('▸ Build')
  await buildSite({ folder: SITES.root })
  await buildSite({ folder: SITES.based, base: BASE_PATH })
  await buildSite({ folder: SITES.open, site: OPEN_SITE, isPublic: true })
  console.log('▸ Tests')
  const failed = run('@playwright/test/cli.js', ['test', ...process.argv.slice(2)], { CHROME_PATH: browser })
  summarize()
  process.exit(failed ? 1 : 0)
}

function step(name: string, file: string, args: readonly string[]) {
  console.log(`▸ ${name}`)
  if (run(file, args, {})) process.exit(1)
}

/** Runs a package's program under this Node.js. Returns whether it failed. */
function run(file: string, args: readonly string[], env: NodeJS.ProcessEnv): boolean {
  const { status } = spawnSync(process.execPath, [`node_modules/${file}`, ...args], {
    stdio: 'inherit',
    env: { ...process.env, ...env },
  })
  return status !== 0
}

/** One closing line that says in any terminal or log how many tests ran. */
function summarize() {
  const report = JSON.parse(readFileSync('test-results/report.json', 'utf8')) as {
    stats: { expected: number; unexpected: number; flaky: number; skipped: number }
  }
  const { expected, unexpected, flaky, skipped } = report.stats
  console.log(`${expected} passed, ${unexpected + flaky} failed, ${skipped} skipped`)
}

test().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error)
  process.exit(1)
})
