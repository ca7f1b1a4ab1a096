/** Builds the same pages with Starlight, from a package of its own so that the guide's install stays small. */
import { existsSync, readFileSync } from 'node:fs'
import { copyFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { writeDocs } from './docs.ts'
import type { BenchPage } from './pages.ts'
import { ROOT, siteFolder } from './places.ts'
import { timedRun, type TimedRun } from './timed-run.ts'

const PACKAGE = join(ROOT, 'bench', 'starlight')
/** Where Starlight and Astro keep what a later build could use. */
const KEPT = ['.astro', 'node_modules/.astro', 'node_modules/.vite']

/** Builds with nothing kept from earlier builds; installs Starlight first when it is missing. */
export async function buildStarlightOf(name: string, pages: readonly BenchPage[]): Promise<TimedRun> {
  await install()
  for (const folder of [...KEPT.map((part) => join(PACKAGE, part)), siteFolder(name)]) {
    await rm(folder, { recursive: true, force: true })
  }
  await writeDocs(join(PACKAGE, 'src', 'content', 'docs'), pages)
  return timedRun(process.execPath, [join(PACKAGE, 'node_modules', 'astro', 'bin', 'astro.mjs'), 'build'], PACKAGE, {
    NODE_ENV: 'production',
    OUT_DIR: siteFolder(name),
  })
}

async function install(): Promise<void> {
  const lock = join(PACKAGE, 'package-lock.json')
  const installed = join(PACKAGE, 'node_modules', '.installed-lock.json')
  if (existsSync(installed) && readFileSync(installed, 'utf8') === readFileSync(lock, 'utf8')) return
  console.log('Installing Starlight for the comparison (first time only) …')
  await timedRun('npm', ['ci', '--no-audit', '--no-fund'], PACKAGE, {})
  await copyFile(lock, installed)
}
