/** `npm run build`: the built site in `dist/`, ready for any static host. */
import { surroundings } from './environment.ts'
import { buildSite } from './site-build.ts'

try {
  const { base, site, isPublic } = surroundings()
  const built = await buildSite({ folder: 'dist', base, site, isPublic })
  console.log(built ? 'Built into dist/.' : 'dist/ is up to date.')
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error))
  process.exit(1)
}
