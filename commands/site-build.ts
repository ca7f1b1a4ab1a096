/** Builds the guide when something that goes into it has changed. */
import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, globSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
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

const stampOf = (folder: string) => join('.cache', 'stamps', folder.replace(/[^\w-]+/g, '_'))

/** Whether the folder holds what a build with these options would write. */
export const isBuilt = (options: BuildOptions): boolean => isStamped(options, inputsHash(options))

function isStamped({ folder }: BuildOptions, stamp: string): boolean {
  return existsSync(folder) && existsSync(stampOf(folder)) && readFileSync(stampOf(folder), 'utf8') === stamp
}

/** Builds into the folder unless it is up to date. Returns whether it built; throws with the builder's words. */
export async function buildSite(options: BuildOptions): Promise<boolean> {
  const stamp = inputsHash(options)
  if (isStamped(options, stamp)) return false
  await promisify(execFile)(process.execPath, ['node_modules/astro/bin/astro.mjs', 'build'], {
    env: { ...process.env, ...environmentOf(options) },
    maxBuffer: 1 << 28,
  }).catch((error: unknown) => {
    const { stdout, stderr } = error as { stdout: string; stderr: string }
    throw new Error(stderr.trim() || lastLines(stdout))
  })
  await precompress(options.folder)
  mkdirSync(dirname(stampOf(options.folder)), { recursive: true })
  writeFileSync(stampOf(options.folder), stamp)
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

/** Changes with every file and option that the build depends on. The fonts are made by the build itself. */
function inputsHash(options: BuildOptions): string {
  const hash = createHash('sha256').update(JSON.stringify(environmentOf(options)))
  const own = globSync([
    'src/**/*',
    'build/**/*',
    'public/**/*',
    'service/**/*.{go,sql,lua,proto}',
    'service/bench/results.json',
    'astro.config.mjs',
    'package-lock.json',
  ]).filter((name) => !name.startsWith(join('public', 'fonts')))
  const content = options.content ?? contentFolder()
  const words = globSync('**/*', { cwd: content }).map((name) => join(content, name))
  for (const name of [...own, ...words].toSorted()) {
    if (statSync(name).isFile()) hash.update(name).update(readFileSync(name))
  }
  return hash.digest('hex')
}

const lastLines = (text: string) => text.trim().split('\n').slice(-15).join('\n')
