/** Builds the guide from any content, cleanly and apart from the project's own build and its caches. */
import { cp, mkdir, rm } from 'node:fs/promises'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { writeManuscript } from './manuscript.ts'
import type { BenchPage } from './pages.ts'
import { CACHE, ROOT, siteFolder } from './places.ts'
import { timedRun, type TimedRun } from './timed-run.ts'

/** What a build reads; packages are found in the folders above the copy. */
const PARTS = ['src', 'build', 'public', 'service', 'astro.config.mjs', 'tsconfig.json', 'package.json']
const COPY = join(CACHE, 'guide')

export interface GuideBuild {
  /** Name of the built site's folder. */
  name: string
  /** Folder of the words. */
  content: string
  /** Address of the site's root, for a build that search engines may list. */
  publicAt?: string
}

/** Builds with nothing kept from earlier builds. Astro keeps its caches below its root, so a fresh copy has none. */
export async function buildGuide({ name, content, publicAt }: GuideBuild): Promise<TimedRun> {
  await rm(COPY, { recursive: true, force: true })
  await rm(siteFolder(name), { recursive: true, force: true })
  await mkdir(COPY, { recursive: true })
  for (const part of PARTS.filter((one) => existsSync(join(ROOT, one)))) {
    await cp(join(ROOT, part), join(COPY, part), { recursive: true })
  }
  const astro = join(ROOT, 'node_modules', 'astro', 'bin', 'astro.mjs')
  return timedRun(process.execPath, [astro, 'build', '--root', COPY], ROOT, {
    NODE_ENV: 'production',
    OUT_DIR: siteFolder(name),
    GUIDE_CONTENT: content,
    BASE_PATH: '/',
    SITE_URL: publicAt,
    PUBLIC_INDEX: publicAt ? '1' : '',
  })
}

/** Builds the guide from pages that both sites share. */
export async function buildGuideOf(name: string, pages: readonly BenchPage[]): Promise<TimedRun> {
  const content = join(CACHE, 'content', name)
  await writeManuscript(content, pages)
  return buildGuide({ name, content })
}
