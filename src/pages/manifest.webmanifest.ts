/** Lets a phone keep the guide on its home screen. */
import { getGuide } from '../content/entries.ts'
import { withBase } from '../manuscript/addresses.ts'

export function GET() {
  const { company, role } = getGuide()
  const at = (address: string) => withBase(import.meta.env.BASE_URL, address)
  const manifest = {
    name: `${company.name} ${role.team}: interview guide`,
    short_name: 'Interview',
    start_url: at('/'),
    scope: at('/'),
    display: 'minimal-ui',
    background_color: '#fcfaf5',
    theme_color: '#0c5a61',
    icons: ['192', '512'].map((size) => ({
      src: at(`/icon-${size}.png`),
      sizes: `${size}x${size}`,
      type: 'image/png',
      purpose: 'any maskable',
    })),
  }
  return Response.json(manifest, { headers: { 'Content-Type': 'application/manifest+json' } })
}
