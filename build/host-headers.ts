/** HTTP headers of the site, by path: written to `_headers` for hosts that read it, and sent by `npm start`. */

/** A path from the root of the site, `*` at its end for all below, and the headers sent for it. */
export interface HeaderRule {
  path: string
  headers: Readonly<Record<string, string>>
}

const FOREVER = 'public, max-age=31536000, immutable'

/** Rules in order; later ones add to and override earlier ones. `isPublic` drops the ban on search engines. */
export function headerRules(isPublic: boolean): HeaderRule[] {
  return [
    {
      path: '/*',
      headers: {
        'Cache-Control': 'no-cache',
        'Referrer-Policy': 'no-referrer',
        'X-Content-Type-Options': 'nosniff',
        // A page cannot forbid in its own meta element that others frame it.
        'X-Frame-Options': 'DENY',
        'Content-Security-Policy': "frame-ancestors 'none'",
        'Permissions-Policy': 'camera=(), geolocation=(), interest-cohort=()',
        ...(isPublic ? {} : { 'X-Robots-Tag': 'noindex, nofollow' }),
      },
    },
    ...['/_astro/*', '/fonts/*', '/pagefind/fragment/*', '/pagefind/index/*', '/pagefind/filter/*'].map((path) => ({
      path,
      headers: { 'Cache-Control': FOREVER },
    })),
  ]
}

/** Headers for one address, later rules over earlier ones. */
export function headersFor(address: string, rules: readonly HeaderRule[]): Record<string, string> {
  const fitting = rules.filter(({ path }) => address.startsWith(path.replace('*', '')))
  return Object.assign({}, ...fitting.map(({ headers }) => headers)) as Record<string, string>
}

/** The text of a `_headers` file, for a site under the given base path. */
export function headersFile(base: string, rules: readonly HeaderRule[]): string {
  const prefix = base.replace(/\/$/, '')
  return rules
    .map(({ path, headers }) => {
      const own = Object.entries(headers).map(([name, value]) => `  ${name}: ${value}`)
      // Hosts join values of the same header from several rules; "! name" drops the earlier one.
      const dropped = path === '/*' ? [] : Object.keys(headers).map((name) => `  ! ${name}`)
      return [`${prefix}${path}`, ...dropped, ...own].join('\n')
    })
    .join('\n\n')
    .concat('\n')
}
