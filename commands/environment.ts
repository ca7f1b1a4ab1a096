/** What the environment says about where the guide will live; wrong values stop the command with a clear line. */

export interface Surroundings {
  base: string
  site: string | undefined
  isPublic: boolean
  port: number
}

/** Thrown for a variable that cannot be used; the message names it and what was expected. */
export class EnvironmentError extends Error {}

/** Reads BASE_PATH, SITE_URL, PUBLIC_INDEX and PORT. Throws an `EnvironmentError`. */
export function surroundings(env: NodeJS.ProcessEnv = process.env): Surroundings {
  return {
    base: basePath(env['BASE_PATH'] ?? '/'),
    site: siteUrl(env['SITE_URL']),
    isPublic: env['PUBLIC_INDEX'] === '1',
    port: portNumber(env['PORT']?.trim() ?? ''),
  }
}

function basePath(value: string): string {
  if (!/^[\w./~-]*$/.test(value)) throw new EnvironmentError(`BASE_PATH is "${value}"; expected a path such as /guide/`)
  const inner = value.replace(/^\/+|\/+$/g, '')
  return inner === '' ? '/' : `/${inner}/`
}

function siteUrl(value: string | undefined): string | undefined {
  if (!value) return undefined
  if (!URL.canParse(value) || !/^https?:/.test(value)) {
    throw new EnvironmentError(`SITE_URL is "${value}"; expected an address such as https://guide.example`)
  }
  return value
}

function portNumber(value: string): number {
  if (value === '') return 4321
  const port = Number(value)
  if (!/^\d+$/.test(value) || port > 65535) {
    throw new EnvironmentError(`PORT is "${value}"; expected a number from 0 to 65535`)
  }
  return port
}
