/** What the server answers while there is nothing to serve yet: a page that asks again by itself, without a script. */
import { createHash } from 'node:crypto'
import type { IncomingMessage, Server, ServerResponse } from 'node:http'

const STYLE =
  'html{color-scheme:light dark;font:1.125rem/1.5 system-ui,sans-serif}body{margin:15vh auto;max-width:34rem;padding:0 1.25rem}'
const PAGE = `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>The guide is being built</title>
<style>${STYLE}</style>
<main>
<h1>The guide is being built</h1>
<p>It opens here by itself when it is done, mostly within a minute. If it does not come, the terminal says why.</p>
</main>
</html>
`
/** Seconds after which a browser asks again. */
const AGAIN = '2'
const HEADERS = {
  'Content-Type': 'text/html; charset=utf-8',
  'Content-Security-Policy': `default-src 'none'; style-src 'sha256-${createHash('sha256').update(STYLE).digest('base64')}'`,
  'Cache-Control': 'no-store',
  'Retry-After': AGAIN,
  Refresh: AGAIN,
  // The next request finds whoever serves then.
  Connection: 'close',
}

/** Answers every request with the waiting page, until the function that it returns is called. */
export function answerWaiting(server: Server): () => void {
  const answer = (_: IncomingMessage, response: ServerResponse) => response.writeHead(503, HEADERS).end(PAGE)
  server.on('request', answer)
  return () => server.off('request', answer)
}
