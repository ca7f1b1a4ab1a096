/** Which built site `npm run pdf` prints. */
import { surroundings } from './environment.ts'
import { isBuilt, type BuildOptions } from './site-build.ts'

/**
 * The folder, `dist/` unless given, if it holds the words and the address that the environment names; else a site of its
 * own, to be built: what lies in `dist/` may wait to be deployed. Throws an `EnvironmentError`.
 */
export function siteToPrint(env: NodeJS.ProcessEnv = process.env, folder = 'dist'): BuildOptions & { base: string } {
  const { base, site, isPublic } = surroundings(env)
  const deployed = { folder, base, site, isPublic }
  return isBuilt(deployed) ? deployed : { folder: '.cache/sites/pdf', base: '/' }
}
