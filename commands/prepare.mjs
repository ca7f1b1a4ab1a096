/**
 * Makes sure that the packages are there, then goes on in the Node.js that comes with them. Plain old JavaScript,
 * because it runs on whatever Node.js the machine has.
 */
import { spawn, spawnSync } from 'child_process'
import { createHash } from 'crypto'
import { existsSync, readFileSync, writeFileSync } from 'fs'
import { dirname, join } from 'path'
import { fileURLToPath } from 'url'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const stamp = join(root, 'node_modules', '.installed')

/** Prints one line and ends the process. */
export function stop(line) {
  console.error(line)
  process.exit(1)
}

/** Whether a Node.js version is new enough to install the packages. */
export function isOldNode(version) {
  return Number(version.split('.')[0]) < 20
}

/** One line for what made `npm ci` fail. */
export function explainInstall(output) {
  if (/ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|EHOSTUNREACH|network/i.test(output)) {
    return 'The packages could not be fetched: there is no network. Connect and run the command again.'
  }
  if (/EACCES|EPERM/.test(output)) return 'The packages could not be written: this folder is not yours to write to.'
  if (/ENOSPC/.test(output)) return 'The packages could not be written: the disk is full.'
  const reason = output.split('\n').find((line) => /npm error/.test(line) && !/code|log/.test(line)) || 'npm ci failed'
  return `The packages could not be installed: ${reason.replace(/^npm error\s*/, '')}`
}

function installedHash() {
  return createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex')
}

function install() {
  const hash = installedHash()
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === hash) return
  console.log('Installing the packages (first time only, a minute or two) …')
  const args = ['ci', '--include=dev', '--no-audit', '--no-fund', '--fetch-retries=1', '--fetch-timeout=60000']
  const npm = process.env.npm_execpath
  const run = npm
    ? spawnSync(process.execPath, [npm, ...args], { cwd: root, encoding: 'utf8' })
    : spawnSync('npm', args, { cwd: root, encoding: 'utf8', shell: process.platform === 'win32' })
  if (run.status !== 0) stop(explainInstall(`${run.stdout || ''}${run.stderr || ''}${run.error || ''}`))
  writeFileSync(stamp, hash)
}

/** Runs a file of `commands/` under the guide's own Node.js, with the packages installed, and ends as it ends. */
export function runPrepared(file) {
  if (isOldNode(process.versions.node)) {
    stop(`This guide needs Node.js 20 or newer; this is ${process.versions.node}. Get one from https://nodejs.org.`)
  }
  install()
  const own = join(root, 'node_modules', 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node')
  const node = existsSync(own) ? own : process.execPath
  const child = spawn(node, [join(root, 'commands', file), ...process.argv.slice(2)], {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1', PATH: pathWith(dirname(node)) },
  })
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal))
  child.on('exit', (code, signal) => process.exit(signal ? 0 : code === null ? 1 : code))
}

function pathWith(folder) {
  return [folder, join(root, 'node_modules', '.bin'), process.env.PATH].join(process.platform === 'win32' ? ';' : ':')
}
