/** The guide's emblem, `public/favicon.svg`, as PNG in the sizes that home screens ask for. */
import type { APIContext } from 'astro'
import sharp from 'sharp'

/** Points an inch at which a picture of 32 units is drawn 512 dots wide. */
const DENSITY = (72 * 512) / 32

export const getStaticPaths = () => ['180', '192', '512'].map((size) => ({ params: { size } }))

export async function GET({ params }: APIContext) {
  const png = await sharp('public/favicon.svg', { density: DENSITY })
    .resize(Number(params['size']))
    .png({ compressionLevel: 9, palette: true })
    .toBuffer()
  return new Response(new Uint8Array(png), { headers: { 'Content-Type': 'image/png' } })
}
