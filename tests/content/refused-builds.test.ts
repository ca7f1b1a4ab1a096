/** Broken words stop the builder and the authors' server with the message alone. */
import { spawnSync } from 'node:child_process'
import { rmSync } from 'node:fs'
import { expect, test } from '@playwright/test'
import { asAtHome, brokenContent, lineOf, messageAt } from './broken-content.ts'

const FILE = 'concepts/redis.mdx'
const MESSAGE = messageAt(
  FILE,
  lineOf(FILE, 'order: 6'),
  'order: "six"',
  'a number',
  'correct "order"',
)

for (const command of ['build', 'dev']) {
  test(`astro ${command} prints the mistake without a stack, and stops with 1`, () => {
    const { folder, remove } = brokenContent({ file: FILE, replace: 'order: 6', by: 'order: six' })
    const output = '.cache/broken-build'
    try {
      const run = spawnSync(process.execPath, ['node_modules/astro/bin/astro.mjs', command], {
        encoding: 'utf8',
        env: { ...process.env, GUIDE_CONTENT: folder, OUT_DIR: output, ASTRO_TELEMETRY_DISABLED: '1' },
        timeout: 60_000,
      })
      expect(run.status).toBe(1)
      expect(asAtHome(run.stderr, folder).trim()).toBe(MESSAGE)
      expect(run.stdout).not.toContain('    at ')
    } finally {
      remove()
      rmSync(output, { recursive: true, force: true })
    }
  })
}
