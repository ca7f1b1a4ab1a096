/**
 * The export in pieces that each fit a QR code. A code opens this guide on the other device at
 *
 *     /practice/data/#take=<transfer>.<number>.<total>.<payload>
 *
 * The part behind the `#` is never sent to a server. The transfer's name is a checksum of all of it, so pieces that do
 * not belong together are noticed, and codes that are shown once more are the same as long as nothing has changed. What
 * has arrived, each piece in its own tab perhaps, is kept until all of it is there.
 */
import { integer, maxLength, maxValue, minValue, number, object, pipe, regex, string, type InferOutput } from 'valibot'
import type { RecordKind } from '../kit/storage/record-kind.ts'
import type { PracticeStorage } from '../kit/storage/storage.ts'
import { LARGEST } from './exchange.ts'

/** Characters of the export in one code: about 105 squares a side, which a phone reads off a laptop's screen. */
export const PIECE = 900

/** Codes of one transfer at most; a whole browser storage would need more, and nobody would scan them. */
export const MOST_CODES = 400

/** From here on the page says that the file is the quicker way. */
export const MANY_CODES = 12

const count = pipe(number(), integer(), minValue(1), maxValue(MOST_CODES))

export const piece = object({
  /** Name of the transfer. */
  transfer: pipe(string(), regex(/^[a-z0-9]{1,13}$/)),
  /** From 1. */
  number: count,
  total: count,
  /** A part of the packed export, base64url. */
  payload: pipe(string(), regex(/^[\w-]+$/), maxLength(3000)),
})

export type Piece = InferOutput<typeof piece>

/** Pieces that have arrived, under `<transfer>.<number>`, until all are there. Not exported. */
export const transferKind: RecordKind<Piece> = {
  name: 'transfer',
  title: 'Codes that have arrived',
  version: 1,
  schema: piece,
}

/** A packed export in pieces; none when it is too much for codes. */
export function split(packed: string): Piece[] {
  const total = Math.ceil(packed.length / PIECE)
  if (total > MOST_CODES) return []
  const transfer = checksum(packed)
  return Array.from({ length: total }, (_, at) => ({
    transfer,
    number: at + 1,
    total,
    payload: packed.slice(at * PIECE, (at + 1) * PIECE),
  }))
}

/** What the address of a code ends in. */
export const fragmentOf = ({ transfer, number, total, payload }: Piece): string =>
  `#take=${transfer}.${number}.${total}.${payload}`

/** The pieces in a text: an address, or many with anything between them. */
export function piecesIn(text: string): Piece[] {
  return [...text.matchAll(/take=([a-z0-9]{1,13})\.(\d{1,3})\.(\d{1,3})\.([\w-]{1,3000})/g)].flatMap((match) => {
    const [, transfer = '', number, total, payload = ''] = match
    const found: Piece = { transfer, number: Number(number), total: Number(total), payload }
    const isPossible = found.number >= 1 && found.number <= found.total && found.total <= MOST_CODES
    return isPossible ? [found] : []
  })
}

export interface Collection {
  transfer: string
  total: number
  /** Numbers of the pieces that have not arrived. */
  missing: number[]
  /** All of it, once nothing is missing; undefined then means that the pieces do not belong together. */
  packed: string | undefined
}

/** How far the transfer of the last piece has come; pieces in the order in which they arrived. */
export function collect(pieces: readonly Piece[]): Collection | undefined {
  const last = pieces.at(-1)
  if (!last) return undefined
  const { transfer, total } = last
  const fitting = pieces.filter((one) => one.transfer === transfer && one.total === total)
  const byNumber = new Map(fitting.map((one) => [one.number, one.payload]))
  const numbers = Array.from({ length: total }, (_, at) => at + 1)
  const missing = numbers.filter((number) => !byNumber.has(number))
  const packed = numbers.map((number) => byNumber.get(number) ?? '').join('')
  return { transfer, total, missing, packed: checksum(packed) === transfer ? packed : undefined }
}

/**
 * 53 bits of a text (cyrb53, after bryc), in base 36. It finds mistakes; it protects against nobody. `crypto.subtle` is
 * not there where codes are used most: on a phone that opens the guide at this laptop's plain `http` address.
 */
function checksum(text: string): string {
  let [low, high] = [0xdeadbeef, 0x41c6ce57]
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    low = Math.imul(low ^ code, 2654435761)
    high = Math.imul(high ^ code, 1597334677)
  }
  low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909)
  high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909)
  return (4294967296 * (2097151 & high) + (low >>> 0)).toString(36)
}

export function addPieces(storage: PracticeStorage, pieces: readonly Piece[]): void {
  for (const piece of pieces) storage.put(transferKind, `${piece.transfer}.${piece.number}`, piece)
}

/** How far the transfer has come of which a piece arrived last. */
export function collectionIn(storage: PracticeStorage): Collection | undefined {
  const records = storage.records(transferKind)
  const pieces = [...storage.all(transferKind)]
  return collect(pieces.toSorted(([a], [b]) => (records[a]?.at ?? 0) - (records[b]?.at ?? 0)).map(([, one]) => one))
}

/** Packs a text into few characters that any address may hold: deflate, then base64url. */
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

/** All that comes out of a stream; undefined as soon as it is too much: a few characters can unpack into gigabytes. */
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
  let characters = ''
  for (const byte of bytes) characters += String.fromCharCode(byte)
  return btoa(characters).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')
}

function fromBase64Url(text: string): Uint8Array<ArrayBuffer> {
  const characters = atob(text.replaceAll('-', '+').replaceAll('_', '/'))
  return Uint8Array.from(characters, (character) => character.charCodeAt(0))
}

/** Whether other devices cannot open a site at this host, because every device means itself by it. */
export const isOnlyHere = (host: string): boolean =>
  host === '' || host === '[::1]' || /(?:^|\.)localhost$/.test(host) || host.startsWith('127.')
