/**
 * Astro integration: wrong content stops the build and the start of `dev`; while editing, the mistake covers the page.
 * Diagrams are drawn here too, before a page asks for them: a mistake in one is a mistake in the content.
 */
import type { AstroIntegration } from 'astro'
import { readAgain } from '../src/manuscript/current.ts'
import { contentFolder } from '../src/manuscript/manuscript.ts'
import { ContentError } from '../src/manuscript/problem.ts'
import { drawDiagrams } from './diagrams/draw.ts'

export function contentCheck(): AstroIntegration {
  return {
    name: 'content-check',
    hooks: {
      'astro:config:setup': async ({ command }) => {
        if (command === 'build' || command === 'dev') await readOrExit()
      },
      'astro:server:setup': ({ server, logger }) => {
        server.watcher.add(contentFolder())
        const check = async () => {
          const error = await problemsNow()
          if (!error) {
            server.ws.send({ type: 'full-reload' })
            return
          }
          logger.error(error.message)
          server.ws.send({ type: 'error', err: { message: error.message, stack: '' } })
        }
        // One after the other, because editors save several files at once.
        let last = Promise.resolve()
        server.watcher.on('all', (_event, file) => {
          if (file.startsWith(contentFolder())) last = last.then(check)
        })
      },
    },
  }
}

/** Astro would print a stack of its own innards below the message, so the message goes out alone. */
async function readOrExit() {
  const error = await problemsNow()
  if (!error) return
  console.error(error.message)
  process.exit(1)
}

async function problemsNow(): Promise<ContentError | undefined> {
  try {
    await drawDiagrams(readAgain())
    return undefined
  } catch (error) {
    if (error instanceof ContentError) return error
    throw error
  }
}
