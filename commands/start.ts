/** `npm start`: builds what is out of date and serves it on this machine only. */
import { surroundings } from './environment.ts'
import { failed } from './failure.ts'
import { listen, serveFolder } from './serve.ts'
import { buildSite } from './site-build.ts'
import { answerWaiting } from './waiting-page.ts'

async function start() {
  const { base, site, isPublic, port: wanted } = surroundings()
  const { server, port } = await listen(wanted)
  console.log('Building the guide …')
  const endWaiting = answerWaiting(server)
  const built = await buildSite({ folder: 'dist', base, site, isPublic })
  endWaiting()
  serveFolder(server, 'dist', base, isPublic)
  console.log(
    `${built ? 'Built.' : 'Nothing has changed since the last build.'} Your guide: http://localhost:${port}${base}`,
  )
}

start().catch(failed('npm start'))
