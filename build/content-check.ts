/** Astro integration: wrong content stops the build and the start of `dev`; while editing, the mistake covers the page. */
import type { AstroIntegration } from 'astro'
import { readSoundManuscript } from '../src/manuscript/check.ts'
import { contentFolder } from '../src/manuscript/manuscript.ts'
import { ContentError } from '../src/manuscript/problem.ts'

export function contentCheck(): AstroIntegration {
  return {
    name: 'content-check',
    hooks: {
      'astro:config:setup': ({ command }) => {
        if (command === 'build' || command === 'dev') readOrExit()
      },
      'astro:server:setup': ({ server, logger }) => {
        server.watcher.add(contentFolder())
        server.watcher.on('all', (_event, file) => {
          if (!file.startsWith(contentFolder())) return
          const error = problemsNow()
          if (!error) {
            server.ws.send({ type: 'full-reload' })
            return
          }
          logger.error(error.message)
          server.ws.send({ type: 'error', err: { message: error.message, stack: '' } })
        })
      },
    },
  }
}

/** Astro would print a stack of its own innards below the message, so the message goes out alone. */
function readOrExit() {
  const error = problemsNow()
  if (!error) return
  console.error(error.message)
  process.exit(1)
}

function problemsNow(): ContentError | undefined {
  try {
    readSoundManuscript(contentFolder())
    return undefined
  } catch (error) {
    if (error instanceof ContentError) return error
    throw error
  }
}
