/** What is taken as a time zone: a name of the IANA database that stands for one place. */

/** `Area/City`, or the one name without an area that everybody reads alike. */
const SHAPE = /^(?:UTC|[A-Z][A-Za-z]+(?:\/[A-Za-z0-9_+-]+)+)$/

/**
 * Whether it is such a name, and this machine knows it. Abbreviations are none, although machines take some: `BST` is
 * then Dhaka, which nobody means who writes it in London.
 */
export function isZone(name: string): boolean {
  try {
    return SHAPE.test(name) && new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== ''
  } catch {
    return false
  }
}

/** `Buenos Aires` of `America/Argentina/Buenos_Aires`. */
export const cityOf = (zone: string): string => (zone.split('/').at(-1) ?? zone).replaceAll('_', ' ')
