/** `npm run test:browsers`: the built guide in Firefox and WebKit, or in those that are named. */
import { spawnSync } from 'node:child_process'
import { failed } from './failure.ts'
import { ensureOtherBrowsers, findFirefox, isBrowserName, OTHER_BROWSERS } from './other-browsers.ts'
import { buildSite } from './site-build.ts'
import { testArguments } from './test-arguments.ts'
import { SITES } from './test-sites.ts'
import { summary } from './test-summary.ts'

const CONFIG = 'playwright.browsers.config.ts'

async function test() {
  const args = process.argv.slice(2)
  const known = Object.keys(OTHER_BROWSERS).filter(isBrowserName)
  const named = args.filter(isBrowserName)
  const names = named.length > 0 ? named : known
  const others = testArguments(
    args.filter((arg) => !isBrowserName(arg)),
    known,
  )
  ensureOtherBrowsers(names)
  if (await buildSite({ folder: SITES.root })) console.log('The guide was built.')
  const { status } = spawnSync(
    process.execPath,
    [
      ...['node_modules/@playwright/test/cli.js', 'test', `--config=${CONFIG}`],
      // A browser may have more than one project.
      ...names.map((name) => `--project=${name}*`),
      ...others,
    ],
    { stdio: 'inherit', env: { ...process.env, FIREFOX_PATH: findFirefox() } },
  )
  console.log(summary())
  process.exit(status === 0 ? 0 : 1)
}

test().catch(failed('npm run test:browsers'))
