/**
 * Astro integration: search while authors edit. The dev server has no built pages to index, so the site is built on
 * the side into a folder of its own, once at the start and again when the words have rested for a moment.
 */
import { spawn, type ChildProcess } from 'node:child_process'
import { existsSync } from 'node:fs'
import type { AstroIntegration, AstroIntegrationLogger } from 'astro'
import sirv from 'sirv'
import { contentFolder } from '../src/manuscript/manuscript.ts'

const FOLDER = '.cache/dev-search'
/** Rest, in milliseconds, after the last change before the index is made anew. */
const REST = 2000

export function devSearch(): AstroIntegration {
  return {
    name: 'dev-search',
    hooks: {
      'astro:server:setup': ({ server, logger }) => {
        const rebuild = builder(logger)
        server.middlewares.use((request, response, next) => {
          const at = request.url?.indexOf('/pagefind/') ?? -1
          if (at < 0 || !existsSync(FOLDER)) {
            next()
            return
          }
          request.url = request.url?.slice(at)
          sirv(FOLDER, { dev: true })(request, response, next)
        })
        server.watcher.add(contentFolder())
        server.watcher.on('all', (_event, file) => {
          if (file.startsWith(contentFolder())) rebuild(REST)
        })
        rebuild(0)
      },
    },
  }
}

/** Returns a function that builds after a rest; a newer call replaces one that waits or runs. */
function builder(logger: AstroIntegrationLogger): (rest: number) => void {
  let timer: NodeJS.Timeout | undefined
  let running: ChildProcess | undefined
  return (rest) => {
    clearTimeout(timer)
    timer = setTimeout(() => {
      running?.kill()
      running = build(logger)
    }, rest)
  }
}

function build(logger: AstroIntegrationLogger): ChildProcess {
  logger.info('indexing the pages for the search …')
  const child = spawn(process.execPath, ['node_modules/astro/bin/astro.mjs', 'build', '--silent'], {
    env: { ...process.env, OUT_DIR: FOLDER, NODE_ENV: 'production' },
    stdio: 'ignore',
  })
  child.on('exit', (code, signal) => {
    if (code === 0) logger.info('the search is up to date')
    else if (!signal) logger.warn('the search was not updated: the pages could not be built')
  })
  return child
}
