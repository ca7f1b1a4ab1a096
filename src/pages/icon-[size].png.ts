/** The emblem as PNG, in the sizes that home screens ask for. */
import type { APIContext } from 'astro'
import sharp from 'sharp'
import { emblem } from '../components/site/emblem.ts'

export const getStaticPaths = () => ['180', '192', '512'].map((size) => ({ params: { size } }))

export async function GET({ params }: APIContext) {
  const png = await sharp(Buffer.from(emblem(Number(params['size']))))
    .png({ compressionLevel: 9, palette: true })
    .toBuffer()
  return new Response(new Uint8Array(png), { headers: { 'Content-Type': 'image/png' } })
}
