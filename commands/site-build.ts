/** Builds the guide when something that goes into it has changed. */
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, globSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { contentFolder } from '../src/manuscript/manuscript.ts'
import { precompress } from './serve.ts'

export interface BuildOptions {
  /** Folder for the built site. */
  folder: string
  /** Base path, with a slash at both ends. */
  base?: string
  /** Absolute address of the site's root. */
  site?: string | undefined
  /** Whether search engines may list it. */
  isPublic?: boolean
  /** Folder of the words; the project's own unless given. */
  content?: string
}

/** Builds into the folder unless it is up to date. Returns whether it built; throws with the builder's words. */
export async function buildSite(options: BuildOptions): Promise<boolean> {
  const stampFile = join('.cache', 'stamps', options.folder.replace(/[^\w-]+/g, '_'))
  const stamp = inputsHash(options)
  if (existsSync(stampFile) && existsSync(options.folder) && readFileSync(stampFile, 'utf8') === stamp) return false
  const run = spawnSync(process.execPath, ['node_modules/astro/bin/astro.mjs', 'build'], {
    encoding: 'utf8',
    env: { ...process.env, ...environmentOf(options) },
    maxBuffer: 1 << 28,
  })
  if (run.status !== 0) throw new Error(run.stderr.trim() || lastLines(run.stdout))
  await precompress(options.folder)
  mkdirSync(dirname(stampFile), { recursive: true })
  writeFileSync(stampFile, stamp)
  return true
}

function environmentOf({ folder, base = '/', site, isPublic, content }: BuildOptions): NodeJS.ProcessEnv {
  return {
    NODE_ENV: 'production',
    ASTRO_TELEMETRY_DISABLED: '1',
    OUT_DIR: folder,
    BASE_PATH: base,
    ...(site ? { SITE_URL: site } : {}),
    PUBLIC_INDEX: isPublic ? '1' : '',
    ...(content ? { GUIDE_CONTENT: content } : {}),
  }
}

/** Changes with every file and option that the build depends on. */
function inputsHash(options: BuildOptions): string {
  const hash = createHash('sha256').update(JSON.stringify(options))
  const own = globSync([
    'src/**/*',
    'build/**/*',
    'public/**/*',
    'service/**/*.{go,sql,lua,proto}',
    'service/bench/results.json',
    'astro.config.mjs',
    'package-lock.json',
  ])
  const words = globSync(`${options.content ?? contentFolder()}/**/*`)
  for (const name of [...own, ...words].toSorted()) {
    if (statSync(name).isFile()) hash.update(name).update(readFileSync(name))
  }
  return hash.digest('hex')
}

const lastLines = (text: string) => text.trim().split('\n').slice(-15).join('\n')
