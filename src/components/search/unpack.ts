/**
 * Lets the browser unpack the files of the search index. Pagefind unpacks its gzip in JavaScript, which takes a cold
 * page about 100 ms for the engine alone; the browser needs six. Pagefind has no option for it, but takes files that are
 * unpacked already, so they are unpacked on their way to it.
 */

/** Files that Pagefind expects packed. */
const PACKED = /\.(?:pagefind|pf_\w+)(?:\?|$)/

/** From here on, fetched files of Pagefind's arrive unpacked. */
export function unpackFetchedIndex() {
  if (!('DecompressionStream' in globalThis)) return
  const { fetch: plainFetch } = globalThis
  globalThis.fetch = async (input, init) => {
    const response = await plainFetch(input, init)
    return typeof input === 'string' && PACKED.test(input) && response.ok ? unpacked(response) : response
  }
}

async function unpacked(response: Response): Promise<Response> {
  const data = await response.blob()
  const [first, second] = new Uint8Array(await data.slice(0, 2).arrayBuffer())
  const isGzip = first === 0x1f && second === 0x8b
  return new Response(isGzip ? data.stream().pipeThrough(new DecompressionStream('gzip')) : data)
}
