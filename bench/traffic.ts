/** Serves a built site on this machine, compressed as a good host would, and notes what goes out. */
import { extname } from 'node:path'
import { listen, precompress, serveFolder } from '../commands/serve.ts'

/** One answer of the server. */
export interface Transfer {
  path: string
  /** Bytes of the answer's body as sent, compressed where the file can be. */
  bytes: number
}

export interface CountedSite {
  /** Address of the site without a slash at its end. */
  origin: string
  /** What has gone out since the last call, in order. */
  take(): Transfer[]
  close(): void
}

/** Serves the folder. A request for something that is not there is an error at the next `take`. */
export async function serveCounted(folder: string, isPublic = false): Promise<CountedSite> {
  await precompress(folder)
  const { server, port } = await listen(0)
  let transfers: Transfer[] = []
  let missing: string[] = []
  // Registered before the one that serves, so that it sees each answer from its beginning.
  server.on('request', (request, response) => {
    const path = request.url ?? '/'
    response.on('close', () => {
      if (isIcon(path)) return
      if (response.statusCode >= 400) missing.push(path)
      // A file's length is known before it is sent; "not modified" has no body.
      const bytes = response.statusCode === 200 ? Number(response.getHeader('content-length') ?? 0) : 0
      transfers.push({ path, bytes })
    })
  })
  serveFolder(server, folder, '/', isPublic)
  const take = () => {
    const [taken, lost] = [transfers, missing]
    ;[transfers, missing] = [[], []]
    if (lost.length > 0) throw new Error(`${folder} lacks ${lost.join(', ')}`)
    return taken
  }
  return { origin: `http://127.0.0.1:${port}`, take, close: () => void server.close() }
}

/** Icons and the manifest belong to the browser's frame, not to the page; the peers' figures leave them out too. */
const isIcon = (path: string) => /favicon|icon-|\.ico$|webmanifest$/.test(path)

export const bytesOf = (transfers: readonly Transfer[]): number => transfers.reduce((sum, { bytes }) => sum + bytes, 0)

/** Bytes of what a page looks and acts by: its stylesheets and scripts. */
export const shellBytes = (transfers: readonly Transfer[]): number =>
  bytesOf(transfers.filter(({ path }) => ['.css', '.js'].includes(extname(path))))

/** Bytes sent again for an address that had been sent before. */
export function repeatedBytes(transfers: readonly Transfer[]): number {
  const seen = new Set<string>()
  return bytesOf(transfers.filter(({ path, bytes }) => bytes > 0 && (seen.has(path) || !seen.add(path))))
}
