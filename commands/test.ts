/** `npm test`: formatting, types, lint, then the unit, content and site tests on a fresh build. */
import { spawnSync } from 'node:child_process'
import { ensureBrowser } from './browser.ts'
import { failed } from './failure.ts'
import { buildSite } from './site-build.ts'
import { testArguments } from './test-arguments.ts'
import { BASE_PATH, OPEN_SITE, SITES } from './test-sites.ts'
import { summary } from './test-summary.ts'

const STEPS = [
  ['Formatting', 'prettier/bin/prettier.cjs', ['--check', '.', '--log-level', 'warn']],
  // Before the lint, which needs the types of the content that this step writes.
  ['Types', 'astro/bin/astro.mjs', ['check', '--minimumSeverity', 'hint']],
  ['Lint', 'eslint/bin/eslint.js', ['.', '--max-warnings', '0']],
] as const

async function test() {
  const args = testArguments(process.argv.slice(2))
  const browser = ensureBrowser()
  for (const [name, file, args] of STEPS) step(name, file, args)
  console.log('▸ Build')
  await buildSite({ folder: SITES.root })
  await buildSite({ folder: SITES.based, base: BASE_PATH })
  await buildSite({ folder: SITES.open, site: OPEN_SITE, isPublic: true })
  console.log('▸ Tests')
  const hasFailed = run('@playwright/test/cli.js', ['test', ...args], { CHROME_PATH: browser })
  console.log(summary())
  console.log('That was Chromium. In Firefox and WebKit: npm run test:browsers')
  process.exit(hasFailed ? 1 : 0)
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

test().catch(failed('npm test'))
