/** What stops the first command is told in one line. */
import { expect, test } from '@playwright/test'
import { explainInstall, isOldNode } from '../../../commands/prepare.mjs'

for (const [version, isOld] of [
  ['18.20.8', true],
  ['19.9.0', true],
  ['20.0.0', false],
  ['24.21.0', false],
] as const) {
  test(`Node.js ${version} is ${isOld ? 'too old' : 'new enough'}`, () => {
    expect(isOldNode(version)).toBe(isOld)
  })
}

const NO_NETWORK = 'The packages could not be fetched: there is no network. Connect and run the command again.'
const NOT_YOURS = 'The packages could not be written: this folder is not yours to write to.'
const DISK_FULL = 'The packages could not be written: the disk is full.'

for (const [output, line] of [
  ['npm error code ENOTFOUND\nnpm error network request failed', NO_NETWORK],
  ['npm error code EAI_AGAIN', NO_NETWORK],
  ['npm error code ECONNREFUSED', NO_NETWORK],
  ['npm error code ETIMEDOUT', NO_NETWORK],
  ['npm error code EACCES\nnpm error syscall mkdir', NOT_YOURS],
  ['npm error code EPERM', NOT_YOURS],
  ['npm error code ENOSPC', DISK_FULL],
  [
    'npm error code EUSAGE\nnpm error The lock file does not match\nnpm error A complete log of this run: x',
    'The packages could not be installed: The lock file does not match',
  ],
  ['', 'The packages could not be installed: npm ci failed'],
] as const) {
  test(`${JSON.stringify(output.split('\n')[0])} is told as: ${line}`, () => {
    expect(explainInstall(output)).toBe(line)
  })
}
