/** The picture that a shared link shows: role and company, drawn at build time with a font from the packages. */
import { readFile } from 'node:fs/promises'
import satori from 'satori'
import sharp from 'sharp'
import { getGuide } from '../content.ts'

const FONT = 'node_modules/@fontsource/source-serif-4/files/source-serif-4-latin-600-normal.woff'

const line = (fontSize: number, color: string, children: string) => ({
  type: 'div',
  props: { style: { fontSize, color, marginTop: 24, maxWidth: 980, lineHeight: 1.15 }, children },
})

export async function GET() {
  const { company, role } = getGuide()
  const picture = {
    type: 'div',
    props: {
      style: {
        display: 'flex',
        flexDirection: 'column',
        justifyContent: 'center',
        width: '100%',
        height: '100%',
        padding: 90,
        background: '#fcfaf5',
        borderLeft: '28px solid #0c5a61',
        fontFamily: 'Serif',
      },
      children: [
        line(38, '#0c5a61', `${company.name} · ${role.team}`),
        line(86, '#211e1a', role.title),
        line(38, '#5d574d', 'Interview guide'),
      ],
    },
  }
  const fonts = [{ name: 'Serif', data: await readFile(FONT), weight: 600 as const, style: 'normal' as const }]
  const svg = await satori(picture, { width: 1200, height: 630, fonts })
  const png = await sharp(Buffer.from(svg)).png({ palette: true }).toBuffer()
  return new Response(new Uint8Array(png), { headers: { 'Content-Type': 'image/png' } })
}
