/**
 * Sees to it that the packages of a command are there. Plain old JavaScript, because it runs on whatever Node.js the
 * machine has, before there is any package.
 */
import { spawnSync } from 'child_process'
import { existsSync, readdirSync, readFileSync, renameSync, rmSync } from 'fs'
import { join } from 'path'

const NPM_OPTIONS = [
  // What a user has set for other projects must not leave anything out here: binaries come as optional packages, and
  // Node.js by its package's script.
  '--include=optional',
  '--ignore-scripts=false',
  '--package-lock=true',
  '--engine-strict=false',
  '--prefer-offline',
  '--fetch-retries=1',
  '--fetch-timeout=60000',
]

/**
 * Installs what the lock file asks for and is not there. With `everything`, also what only tests, PDF files and the
 * benchmark need. Returns a line that says what went wrong, or nothing.
 */
export function installPackages(root, everything) {
  if (missingIn(root, everything).length === 0) return undefined
  const record = recordOf(root)
  const isFirst = !existsSync(record)
  console.log(
    isFirst
      ? 'Installing the packages (first time only, a minute or two) …'
      : 'Installing the packages that this command needs beside those that are there …',
  )
  // A run that is stopped leaves no record, so the next one begins anew; one that fails leaves what was there.
  const aside = `${record}.before`
  if (!isFirst) renameSync(record, aside)
  const run = npm(root, isFirst ? ['ci'] : ['install', '--no-save'], everything)
  if (run.status !== 0) {
    if (!isFirst) renameSync(aside, record)
    return explainInstall(`${run.stdout || ''}${run.stderr || ''}${run.error || ''}`)
  }
  rmSync(aside, { force: true })
  removeUnread(root, everything)
  const [left] = missingIn(root, everything)
  return left && `The packages could not be installed: npm left out ${left}. Run the command again.`
}

function npm(root, command, everything) {
  const args = [...command, everything ? '--include=dev' : '--omit=dev', ...NPM_OPTIONS]
  const options = { cwd: root, encoding: 'utf8', maxBuffer: 1 << 26 }
  // Set by npm, and by other package managers to themselves.
  const running = process.env.npm_execpath || ''
  return /npm-cli\.js$/.test(running)
    ? spawnSync(process.execPath, [running, ...args], options)
    : spawnSync('npm', args, { ...options, shell: process.platform === 'win32' })
}

/** One line for what made npm fail. */
export function explainInstall(output) {
  if (/ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|EHOSTUNREACH|network/i.test(output)) {
    return 'The packages could not be fetched: there is no network. Connect and run the command again.'
  }
  if (/spawnSync npm ENOENT/.test(output)) {
    return 'The packages could not be installed: npm is missing. It comes with Node.js from https://nodejs.org.'
  }
  if (/EACCES|EPERM/.test(output)) return 'The packages could not be written: this folder is not yours to write to.'
  if (/ENOSPC/.test(output)) return 'The packages could not be written: the disk is full.'
  const reason = output.split('\n').find((line) => /npm error/.test(line) && !/code|log/.test(line)) || 'npm ci failed'
  return `The packages could not be installed: ${reason.replace(/^npm error\s*/, '')}`
}

/** Paths of the packages that a command needs in the project's folder and that are not there, whoever installed. */
export function missingIn(root, everything) {
  return missingPackages(wantedPackages(root), installedPackages(root), everything)
}

/** Paths of the packages in a lock file that a command needs on this machine. */
export function neededPackages(wanted, everything, here = machine()) {
  return Object.keys(wanted).filter((path) => path !== '' && isNeeded(wanted[path], everything, here))
}

/** Those of the needed packages that are not installed, or not as the lock file wants them. */
export function missingPackages(wanted, installed, everything, here) {
  return neededPackages(wanted, everything, here).filter((path) => {
    const { version, integrity } = wanted[path]
    const found = installed[path]
    return !found || found.version !== version || Boolean(integrity && found.integrity !== integrity)
  })
}

function isNeeded(wanted, everything, here) {
  // A binary is an optional package, one for each kind of machine; other optional packages may fail to install.
  if (wanted.optional) return (everything || !wanted.dev) && Boolean(wanted.os) && fits(wanted, here)
  return everything || !(wanted.dev || wanted.devOptional)
}

function fits({ os, cpu, libc }, here) {
  const allows = (list, value) => !list || !value || list.includes(value)
  return allows(os, here.os) && allows(cpu, here.cpu) && allows(libc, here.libc)
}

function machine() {
  const isLinux = process.platform === 'linux'
  const libc = isLinux ? (process.report.getReport().header.glibcVersionRuntime ? 'glibc' : 'musl') : undefined
  return { os: process.platform, cpu: process.arch, libc }
}

/** What npm notes in `node_modules` at the end of an install. */
const recordOf = (root) => join(root, 'node_modules', '.package-lock.json')

const wantedPackages = (root) => JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')).packages

function installedPackages(root) {
  try {
    const { packages } = JSON.parse(readFileSync(recordOf(root), 'utf8'))
    const there = Object.keys(packages).filter((path) => existsSync(join(root, path)))
    return Object.fromEntries(there.map((path) => [path, packages[path]]))
  } catch {
    return {}
  }
}

/** Paths in `node_modules`, with forward slashes, of what nothing here reads. */
const UNREAD = [
  // Where Node.js came from. Its binary is linked out of there; the rest are headers for compiling addons.
  /^node\/node_modules$/,
  // The other forms in which a package brings the same.
  /^@terrastruct\/d2\/dist\/(browser|node-cjs)$/,
  /^mediabunny\/dist\/bundles$/,
  /^source-sans\/(OTF|VF|WOFF2?)$/,
  // Maps from packed code to its source, for debugging.
  /\.(css|[cm]?[jt]s)\.map$/,
]

/** Whether a path in `node_modules` is removed after an install. */
export function isUnread(path) {
  return UNREAD.some((pattern) => pattern.test(path.split('\\').join('/')))
}

function removeUnread(root, everything) {
  const modules = join(root, 'node_modules')
  const remove = (path) => rmSync(path, { recursive: true, force: true })
  for (const path of readdirSync(modules, { recursive: true }).filter(isUnread)) remove(join(modules, path))
  if (everything) return
  // npm keeps what tests need when a reader's package could use it too, such as the TypeScript compiler.
  const wanted = wantedPackages(root)
  for (const path of Object.keys(wanted).filter((one) => wanted[one].devOptional)) remove(join(root, path))
}
