/** Which Node.js a command goes on with. */
import { expect, test } from '@playwright/test'
import { canRunGuide, isOldNode } from '../../../commands/node.mjs'

for (const [version, installs, runs] of [
  ['18.20.8', false, false],
  ['19.9.0', false, false],
  ['20.0.0', true, false],
  ['22.17.1', true, false],
  ['22.18.0', true, true],
  ['23.5.0', true, false],
  ['24.0.0', true, true],
  ['26.10.0', true, true],
] as const) {
  test(`Node.js ${version} can${installs ? '' : 'not'} install the packages and can${runs ? '' : 'not'} run the guide`, () => {
    expect(!isOldNode(version)).toBe(installs)
    expect(canRunGuide(version)).toBe(runs)
  })
}
