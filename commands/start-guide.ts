/** `npm start`: builds what is out of date and serves it on this machine only. */
import { surroundings } from './environment.ts'
import { listen, PortTakenError, serveFolder } from './serve.ts'
import { buildSite } from './site-build.ts'

async function start() {
  const { base, site, isPublic, port: wanted } = surroundings()
  const { server, port } = await listen(wanted)
  console.log('Building the guide …')
  const built = await buildSite({ folder: 'dist', base, site, isPublic })
  serveFolder(server, 'dist', base, isPublic)
  console.log(
    `${built ? 'Built.' : 'Nothing has changed since the last build.'} Your guide: http://localhost:${port}${base}`,
  )
}

/** One line, or the author's list of mistakes, and never a stack trace. */
function explain(error: unknown): string {
  if (error instanceof PortTakenError) {
    return `The ${error.message} by another program. Choose one yourself: PORT=4400 npm start`
  }
  return error instanceof Error ? error.message : String(error)
}

start().catch((error: unknown) => {
  console.error(explain(error))
  process.exit(1)
})
