/** What is missing is noticed, what is there is not installed again, and what stops an install is told in one line. */
import { lstatSync, readdirSync, readFileSync, type Stats } from 'node:fs'
import { join, relative } from 'node:path'
import { expect, test } from '@playwright/test'
import { explainInstall, isUnread, missingIn, missingPackages, neededPackages } from '../../../commands/packages.mjs'

/** Most that a reader's packages may take of the disk, in MB of 1024 KB. */
const READER_MEGABYTES = 350
const HERE = { os: 'linux', cpu: 'x64', libc: 'glibc' }
const binary = (os: string, cpu: string, libc?: string) => ({
  version: '1.0.0',
  integrity: 'sha512-b',
  optional: true,
  os: [os],
  cpu: [cpu],
  ...(libc ? { libc: [libc] } : {}),
})
const LOCK = {
  '': { name: 'guide' },
  'node_modules/astro': { version: '7.0.0', integrity: 'sha512-a' },
  'node_modules/eslint': { version: '10.0.0', integrity: 'sha512-e', dev: true },
  'node_modules/typescript': { version: '6.0.0', integrity: 'sha512-t', devOptional: true },
  'node_modules/sharp-linux': binary('linux', 'x64', 'glibc'),
  'node_modules/sharp-musl': binary('linux', 'x64', 'musl'),
  'node_modules/sharp-mac': binary('darwin', 'arm64'),
  'node_modules/canvas': { version: '1.0.0', integrity: 'sha512-c', optional: true },
}
const READER = {
  'node_modules/astro': LOCK['node_modules/astro'],
  'node_modules/sharp-linux': LOCK['node_modules/sharp-linux'],
}
const missing = (installed: object, everything: boolean, lock: object = LOCK): string[] =>
  missingPackages(lock, installed, everything, HERE)

test('a reader needs neither what only tests need nor the binaries of other machines', () => {
  expect(missing({}, false)).toEqual(['node_modules/astro', 'node_modules/sharp-linux'])
  expect(missing(READER, false)).toEqual([])
})

test('from reading to testing only the rest is missing, and after a whole install nothing', () => {
  expect(missing(READER, true)).toEqual(['node_modules/eslint', 'node_modules/typescript'])
  expect(missing(LOCK, true)).toEqual([])
  expect(missing(LOCK, false)).toEqual([])
})

test('another version, another content and a lost binary are noticed', () => {
  const astro = LOCK['node_modules/astro']
  for (const changed of [
    { ...astro, version: '7.0.1' },
    { ...astro, integrity: 'sha512-x' },
  ]) {
    expect(missing({ ...READER, 'node_modules/astro': changed }, false)).toEqual(['node_modules/astro'])
  }
  expect(missing({ 'node_modules/astro': astro }, false)).toEqual(['node_modules/sharp-linux'])
})

test('a package of which the lock file knows no checksum counts as it was installed', () => {
  const lock = { 'node_modules/x': { version: '1.0.0' } }
  expect(missing({ 'node_modules/x': { version: '1.0.0', integrity: 'sha512-x' } }, false, lock)).toEqual([])
})

test('this install is found to be whole, whoever made it', () => {
  expect(missingIn('.', true)).toEqual([])
})

test(`what \`npm start\` installs takes at most ${READER_MEGABYTES} MB of the disk`, () => {
  const wanted = (JSON.parse(readFileSync('package-lock.json', 'utf8')) as { packages: object }).packages
  const folders: string[] = neededPackages(wanted, false)
  // A program to which a package links from a second place is there once.
  const files = new Map(folders.flatMap(filesOf).map(({ ino, blocks }) => [ino, blocks * 512]))
  const megabytes = [...files.values()].reduce((sum, bytes) => sum + bytes, 0) / 2 ** 20
  expect(megabytes).toBeLessThanOrEqual(READER_MEGABYTES)
})

/** The files of a package that stay. What lies in it as a package of its own is counted by itself. */
function filesOf(folder: string): Stats[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name)
    // Stays where packages were installed by hand.
    if (isUnread(relative('node_modules', path))) return []
    if (!entry.isDirectory()) return [lstatSync(path)]
    return entry.name === 'node_modules' ? [] : filesOf(path)
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
  [
    'Error: spawnSync npm ENOENT',
    'The packages could not be installed: npm is missing. It comes with Node.js from https://nodejs.org.',
  ],
  ['', 'The packages could not be installed: npm ci failed'],
] as const) {
  test(`${JSON.stringify(output.split('\n')[0])} is told as: ${line}`, () => {
    expect(explainInstall(output)).toBe(line)
  })
}
