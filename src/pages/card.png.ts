/** The picture that a shared link shows: role and company, drawn at build time with a font from the packages. */
import sharp from 'sharp'
import { getGuide } from '../content/entries.ts'

const FONT = 'node_modules/source-sans/TTF/SourceSans3-Semibold.ttf'
const SIZE = { width: 1200, height: 630 } as const
/** Room around the words, in pixels. */
const MARGIN = 90
const STRIPE = 28

/** A paragraph in the markup of Pango, which draws it: at 72 dpi a size is 1024 for a pixel. */
const paragraph = (pixels: number, color: string, text: string) =>
  `<span size="${pixels * 1024}" foreground="${color}" line_height="0.95">${escaped(text)}</span>`

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')

export async function GET() {
  const { company, role } = getGuide()
  const text = [
    paragraph(38, '#0c5a61', `${company.name} · ${role.team}`),
    paragraph(86, '#211e1a', role.title),
    paragraph(38, '#5d574d', 'Interview guide'),
  ].join('\n')
  const width = SIZE.width - STRIPE - 2 * MARGIN
  const words = await sharp({
    text: {
      text,
      font: 'Source Sans 3 Semibold',
      fontfile: FONT,
      width,
      rgba: true,
      dpi: 72,
      spacing: 20,
      wrap: 'word-char',
    },
  })
    // Names of any length: what would be higher than the card is drawn smaller.
    .resize({ width, height: SIZE.height - 2 * MARGIN, fit: 'inside', withoutEnlargement: true })
    .png()
    .toBuffer({ resolveWithObject: true })
  const png = await sharp({ create: { ...SIZE, channels: 3, background: '#fcfaf5' } })
    .composite([
      {
        input: { create: { width: STRIPE, height: SIZE.height, channels: 3, background: '#0c5a61' } },
        left: 0,
        top: 0,
      },
      { input: words.data, left: STRIPE + MARGIN, top: Math.round((SIZE.height - words.info.height) / 2) },
    ])
    .png({ palette: true })
    .toBuffer()
  return new Response(new Uint8Array(png), { headers: { 'Content-Type': 'image/png' } })
}
