/** Packs a text into few signs that any address may hold, and back: deflate, then base64url. */
import { LARGEST } from './exchange.ts'

export async function pack(text: string): Promise<string> {
  const bytes = await through(new TextEncoder().encode(text), new CompressionStream('deflate-raw'))
  return toBase64Url(bytes ?? new Uint8Array())
}

/** Undefined for what was not packed by `pack`, or grows beyond what a file may have. */
export async function unpack(packed: string): Promise<string | undefined> {
  try {
    const bytes = await through(fromBase64Url(packed), new DecompressionStream('deflate-raw'))
    return bytes && new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}

/** All that comes out of a stream; undefined as soon as it is too much: a few signs can unpack into gigabytes. */
async function through(
  bytes: Uint8Array<ArrayBuffer>,
  stream: CompressionStream | DecompressionStream,
): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const reader = new Blob([bytes]).stream().pipeThrough(stream).getReader()
  const chunks: Uint8Array<ArrayBuffer>[] = []
  let size = 0
  for (let read = await reader.read(); !read.done; read = await reader.read()) {
    const chunk = read.value
    chunks.push(chunk)
    size += chunk.length
    if (size > LARGEST) {
      await reader.cancel()
      return undefined
    }
  }
  return new Uint8Array(await new Blob(chunks).arrayBuffer())
}

function toBase64Url(bytes: Uint8Array): string {
  let signs = ''
  for (const byte of bytes) signs += String.fromCharCode(byte)
  return btoa(signs).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')
}

function fromBase64Url(text: string): Uint8Array<ArrayBuffer> {
  const signs = atob(text.replaceAll('-', '+').replaceAll('_', '/'))
  return Uint8Array.from(signs, (sign) => sign.charCodeAt(0))
}
