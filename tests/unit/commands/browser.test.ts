/** Where there is no browser, one line says so, whatever the programs that fetch one have to say. */
import { spawnSync } from 'node:child_process'
import { chmodSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'

const NODE = JSON.stringify(process.execPath)

/** What a terminal shows when a command looks for a browser in these places and tries these sources. */
function shown(places: readonly string[], sources: string): { lines: string[]; status: number | null } {
  const script = `import { ensureBrowser } from './commands/browser.ts'
    try { console.log('use ' + ensureBrowser(() => ${JSON.stringify(places)}, ${sources})) }
    catch (error) { console.log(error.message); process.exit(1) }`
  const env = { ...process.env, CHROME_PATH: '' }
  const run = spawnSync(process.execPath, ['--input-type=module', '--eval', script], { encoding: 'utf8', env })
  return { lines: `${run.stdout}${run.stderr}`.trim().split('\n'), status: run.status }
}

/** A program that answers as a browser does, or as one that lacks a library. */
function browser(folder: string, name: string, status: number): string {
  const path = join(folder, name)
  mkdirSync(folder, { recursive: true })
  writeFileSync(path, `#!/bin/sh\nexit ${status}\n`)
  chmodSync(path, 0o755)
  return path
}

test('a source that fails with a long report is told in a line each', () => {
  const failing = `[{ announcement: 'Fetching …', commands: [[${NODE}, '-e', 'throw new Error("far away")']] },
    { announcement: 'Installing …', commands: [['no-such-program']] }]`
  expect(shown([], failing)).toEqual({
    lines: [
      'Fetching …',
      'Installing …',
      'There is no Chromium or Chrome here and none could be fetched. Install one, or name one: CHROME_PATH=/path/to/chrome',
    ],
    status: 1,
  })
})

test('a browser that does not start is passed over', () => {
  const { outputDir } = test.info()
  const [broken, good] = [browser(outputDir, 'broken', 127), browser(outputDir, 'good', 0)]
  expect(shown([broken, good], '[]')).toEqual({ lines: [`use ${good}`], status: 0 })
  expect(shown([broken], '[]').status).toBe(1)
})

test('nothing is fetched once a source has brought a browser', () => {
  const { outputDir } = test.info()
  const path = join(outputDir, 'fetched')
  mkdirSync(outputDir, { recursive: true })
  const write = `require('fs').writeFileSync(${JSON.stringify(path)}, '#!/bin/sh\\n', { mode: 0o755 })`
  const sources = `[{ announcement: 'Fetching …', commands: [[${NODE}, '-e', ${JSON.stringify(write)}]] },
    { announcement: 'Installing …', commands: [['no-such-program']] }]`
  expect(shown([path], sources)).toEqual({ lines: ['Fetching …', `use ${path}`], status: 0 })
})
