/** `npm run build`: the built site in `dist/`, ready for any static host. */
import { surroundings } from './environment.ts'
import { failed } from './failure.ts'
import { buildSite } from './site-build.ts'

async function build() {
  const { base, site, isPublic } = surroundings()
  const built = await buildSite({ folder: 'dist', base, site, isPublic })
  console.log(built ? 'Built into dist/.' : 'dist/ is up to date.')
}

build().catch(failed('npm run build'))
