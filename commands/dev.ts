/** `npm run dev`: the guide while it is being written, with the search; wrong content covers the page it is on. */
import { dev } from 'astro'
import { surroundings } from './environment.ts'
import { failed } from './failure.ts'
import { end, listen } from './serve.ts'

async function develop() {
  const { base, port: wanted } = surroundings()
  // The configuration and the build for the search read it too.
  process.env['BASE_PATH'] = base
  // Astro would move on to another port without a word, so the port is tried before.
  const { server, port } = await listen(wanted)
  await end(server)
  await dev({ root: process.cwd(), logLevel: 'info', server: { port }, vite: { server: { strictPort: true } } })
}

develop().catch(failed('npm run dev'))
