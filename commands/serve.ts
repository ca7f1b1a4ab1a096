/** A static server for a built guide, with the headers and the compression that a good host would send. */
import { existsSync, globSync } from 'node:fs'
import { readFile, writeFile } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants } from 'node:zlib'
import sirv from 'sirv'
import { headerRules, headersFor } from '../build/host-headers.ts'

const compress = promisify(brotliCompress)
/** Endings whose files shrink; Pagefind's own files are compressed already. */
const COMPRESSIBLE = '**/*.{html,css,js,json,svg,txt,xml,webmanifest}'

/** Writes a `.br` file beside each text file that lacks one. */
export async function precompress(folder: string): Promise<void> {
  const names = globSync(COMPRESSIBLE, { cwd: folder }).filter((name) => !existsSync(join(folder, `${name}.br`)))
  await Promise.all(
    names.map(async (name) => {
      const text = await readFile(join(folder, name))
      const params = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: text.length }
      await writeFile(join(folder, `${name}.br`), await compress(text, { params }))
    }),
  )
}

/** Thrown when another program listens on the port. */
export class PortTakenError extends Error {}

/**
 * Listens on the loopback address; `0` takes any free port. Throws a `PortTakenError`, also when another program has
 * the port on the other loopback address: a browser that opens "localhost" would meet that one.
 */
export async function listen(port: number): Promise<{ server: Server; port: number }> {
  const server = await bind(port, '127.0.0.1')
  const address = server.address()
  const bound = typeof address === 'object' && address ? address.port : port
  if (port !== 0) await bind(port, '::1').then(end, (error: unknown) => passUnlessTaken(error, server))
  return { server, port: bound }
}

/** Ends a server that nobody has spoken to. */
export const end = (server: Server): Promise<void> => new Promise((resolve) => server.close(() => resolve()))

async function passUnlessTaken(error: unknown, server: Server): Promise<void> {
  // A machine without IPv6 has no such address.
  if (!(error instanceof PortTakenError)) return
  await end(server)
  throw error
}

async function bind(port: number, host: string): Promise<Server> {
  const server = createServer()
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      reject(error.code === 'EADDRINUSE' ? new PortTakenError(`port ${port} is taken`) : error)
    })
    server.listen(port, host, resolve)
  })
  return server
}

/** Serves a folder under a base path from a server that listens already. */
export function serveFolder(server: Server, folder: string, base = '/', isPublic = false): void {
  const rules = headerRules(isPublic)
  const prefix = base.replace(/\/$/, '')
  const files = sirv(folder, {
    // Looks at the folder anew with each request: it may be built again while it is served.
    dev: true,
    brotli: true,
    etag: true,
    setHeaders: (response, path) => {
      for (const [name, value] of Object.entries(headersFor(path, rules))) response.setHeader(name, value)
    },
  })
  server.on('request', (request, response) => {
    const url = request.url ?? '/'
    if (!url.startsWith(`${prefix}/`)) {
      response.writeHead(302, { Location: `${prefix}/` }).end()
      return
    }
    request.url = url.slice(prefix.length)
    files(request, response, () => {
      void readFile(join(folder, '404.html')).then((page) =>
        response.writeHead(404, { 'Content-Type': 'text/html; charset=utf-8', 'Cache-Control': 'no-cache' }).end(page),
      )
    })
  })
}
