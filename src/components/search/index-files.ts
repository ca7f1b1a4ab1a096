/**
 * Stands between Pagefind and the files of its index, for it has no option for what is done here.
 *
 * Lets the browser unpack them: Pagefind unpacks its gzip in JavaScript, which takes a cold page about 100 ms for the
 * engine alone; the browser needs six. Hands over what was fetched early. And counts what could not be fetched, which
 * Pagefind keeps to itself.
 */

/** Files that Pagefind expects packed, and takes unpacked as well. */
const PACKED = /\.(?:pagefind|pf_\w+)(?:\?|$)/

/** Fetches by address that have begun before the engine is there; each is used once. */
export type EarlyFetches = Record<string, Promise<Response>>

export class IndexFiles {
  /** How many fetches have failed until now. */
  failures = 0

  /** From here on, the files that Pagefind fetches pass through here. */
  constructor(early: EarlyFetches) {
    const plainFetch = globalThis.fetch
    globalThis.fetch = async (input, init) => {
      if (typeof input !== 'string' || !PACKED.test(input)) return plainFetch(input, init)
      try {
        const response = (await taken(early, input)) ?? (await plainFetch(input, init))
        if (!response.ok) this.failures++
        return response.ok && 'DecompressionStream' in globalThis ? await unpacked(response) : response
      } catch (error) {
        this.failures++
        throw error
      }
    }
  }
}

/** What was fetched early, unless that failed: then it is fetched once more. */
async function taken(early: EarlyFetches, address: string): Promise<Response | undefined> {
  const fetched = early[address]
  Reflect.deleteProperty(early, address)
  const response = await fetched?.catch(() => undefined)
  return response?.ok ? response : undefined
}

async function unpacked(response: Response): Promise<Response> {
  const data = await response.blob()
  const [first, second] = new Uint8Array(await data.slice(0, 2).arrayBuffer())
  const isGzip = first === 0x1f && second === 0x8b
  return new Response(isGzip ? data.stream().pipeThrough(new DecompressionStream('gzip')) : data)
}
