/** The record of the newest measurements, `bench/results.json`: each part with its day, machine and versions. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { availableParallelism, loadavg, totalmem } from 'node:os'
import { join } from 'node:path'
import { format } from 'prettier'
import { openBrowser } from './browser.ts'
import { rounded } from './figures.ts'
import { ROOT } from './places.ts'

const FILE = join(ROOT, 'bench', 'results.json')
const STARLIGHT = join('bench', 'starlight')

/** What a part's figures depend on. */
export interface Circumstances {
  day: string
  cores: number
  memoryGigabytes: number
  /** Programs that were already at work on the machine, on average over the minute before. */
  loadBefore: number
  versions: Record<string, string | undefined>
}

export async function circumstances(): Promise<Circumstances> {
  const browser = await openBrowser()
  const chromium = browser.version()
  await browser.close()
  return {
    day: new Date().toISOString().slice(0, 10),
    cores: availableParallelism(),
    memoryGigabytes: rounded(totalmem() / 2 ** 30),
    loadBefore: rounded(loadavg()[0] ?? 0, 1),
    versions: {
      node: process.versions.node,
      chromium,
      astro: versionOf('astro', '.'),
      pagefind: versionOf('pagefind', '.'),
      lighthouse: versionOf('lighthouse', '.'),
      starlight: versionOf('@astrojs/starlight', STARLIGHT),
      starlightAstro: versionOf('astro', STARLIGHT),
      starlightPagefind: versionOf('pagefind', STARLIGHT),
    },
  }
}

/** Replaces one part of the record and leaves the others as they were measured. */
export async function record(part: string, around: Circumstances, figures: object): Promise<void> {
  const earlier = existsSync(FILE) ? (JSON.parse(readFileSync(FILE, 'utf8')) as Record<string, unknown>) : {}
  const all = { ...earlier, [part]: { ...around, ...figures } }
  writeFileSync(FILE, await format(JSON.stringify(all), { parser: 'json', printWidth: 120 }))
}

function versionOf(name: string, folder: string): string | undefined {
  const file = join(ROOT, folder, 'node_modules', name, 'package.json')
  if (!existsSync(file)) return undefined
  return (JSON.parse(readFileSync(file, 'utf8')) as { version: string }).version
}
