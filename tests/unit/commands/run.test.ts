/** What no command knows is refused in one line that names what is known, before anything is done. */
import { spawnSync } from 'node:child_process'
import { expect, test } from '@playwright/test'

for (const [words, known] of [
  [['sealed'], 'start, dev, build, test, test:browsers, pdf, bench'],
  [['start', '--sealed'], 'takes no arguments'],
  [['dev', 'sealed'], 'takes no arguments'],
  [['build', '--sealed'], 'takes no arguments'],
  [['test', '--sealed'], '--grep'],
  [['test', 'sealed'], 'files in tests/'],
  [['test:browsers', 'sealed'], 'firefox, webkit'],
  [['pdf', '--sealed'], 'one folder'],
  [['pdf', 'folder', 'sealed'], 'one folder'],
  [['bench', 'sealed'], 'bytes, lighthouse, search, interactions, build, growth'],
  [['bench', '--sealed'], '--large'],
] as const) {
  test(`${words.join(' ')} is refused`, () => {
    const { status, stdout, stderr } = spawnSync(process.execPath, ['commands/run.mjs', ...words], { encoding: 'utf8' })
    expect(status).toBe(1)
    expect(stdout).toBe('')
    expect(stderr).toMatch(/^.*sealed.*\n$/)
    expect(stderr).toContain(known)
  })
}
