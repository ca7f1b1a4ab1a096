/**
 * The font that looks the same on every machine: Source Sans, and Source Code Pro for code, cut down to the letters of
 * a script a file. Used where words have to fit: on paper, on the last minutes, in pictures. `build/fixed-font.ts` makes
 * the files and the rules of the style sheet; here stands which there are and what they are called.
 */
import { createHash } from 'node:crypto'
import sansPackage from 'source-sans/package.json' with { type: 'json' }
import codePackage from '@fontsource/source-code-pro/package.json' with { type: 'json' }

/** First and last code point of letters that follow one another. */
type Range = readonly [first: number, last: number]

/** The letters of each file. A browser fetches a file when a page shows one of its letters. */
const SCRIPTS = {
  // Western European, and the signs of typography and arithmetic that authors use.
  latin: [
    ...[r(0x20, 0x7e), r(0xa0, 0xff), r(0x131), r(0x152, 0x153), r(0x2c6), r(0x2da), r(0x2dc)],
    ...[r(0x2000, 0x206f), r(0x20ac), r(0x2122), r(0x2190, 0x2193), r(0x2212), r(0x221e), r(0x2248)],
    ...[r(0x2260), r(0x2264, 0x2265), r(0x25a1), r(0x25cf), r(0x2610, 0x2611), r(0x2713)],
  ],
  // Names from Łódź to Zagreb, Istanbul and Hanoi.
  'latin-more': [r(0x100, 0x130), r(0x132, 0x151), r(0x154, 0x24f), r(0x300, 0x36f), r(0x1e00, 0x1eff)],
  greek: [r(0x370, 0x3ff)],
  cyrillic: [r(0x400, 0x52f)],
} satisfies Record<string, Range[]>

function r(first: number, last = first): Range {
  return [first, last]
}

type Script = keyof typeof SCRIPTS

/** One file of the font. The families have names of their own, because the licence reserves the fonts' for the whole. */
export interface Face {
  family: 'Guide Sans' | 'Guide Code'
  style: 'normal' | 'italic'
  weight: 400 | 700
  ranges: readonly Range[]
  /** Path of the whole font within `node_modules`. */
  source: string
  /** Name of the file in `public/fonts/`. It changes with everything that the file is made of. */
  file: string
}

/** Kept of the font's layout: distances of pairs of letters, and accents that are set onto a letter. */
export const FEATURES = ['kern', 'ccmp', 'locl', 'mark', 'mkmk']

const sans = (cut: string, script: Script, weight: Face['weight'], style: Face['style']) =>
  face({ family: 'Guide Sans', style, weight }, script, `source-sans/TTF/SourceSans3-${cut}.ttf`)

const ALL: readonly Script[] = ['latin', 'latin-more', 'greek', 'cyrillic']

const LOOKS: readonly Face[] = [
  ...ALL.map((script) => sans('Regular', script, 400, 'normal')),
  ...ALL.map((script) => sans('Bold', script, 700, 'normal')),
  ...ALL.slice(0, 2).map((script) => sans('It', script, 400, 'italic')),
  face(
    { family: 'Guide Code', style: 'normal', weight: 400 },
    'latin',
    '@fontsource/source-code-pro/files/source-code-pro-latin-400-normal.woff2',
  ),
]

/** Changes with everything that the files are made of. One for all: eleven would be a tenth of the rules' bytes. */
const HASH = createHash('sha256')
  .update(JSON.stringify([LOOKS, sansPackage.version, codePackage.version, FEATURES]))
  .digest('hex')
  .slice(0, 8)

export const FACES: readonly Face[] = LOOKS.map((look) => ({ ...look, file: `${HASH}-${look.file}` }))

function face(look: Pick<Face, 'family' | 'style' | 'weight'>, script: Script, source: string): Face {
  const cut = look.style === 'italic' ? 'italic' : look.weight === 700 ? 'bold' : 'regular'
  const file = `${look.family.toLowerCase().replace(' ', '-')}-${cut}-${script}.woff2`
  return { ...look, ranges: SCRIPTS[script], source, file }
}

/** Addresses of the files that every page with this font shows at once: its plain and bold Latin letters. */
export const PRELOADED = FACES.filter(
  ({ family, style, ranges }) => family === 'Guide Sans' && style === 'normal' && ranges === SCRIPTS.latin,
).map(({ file }) => `/fonts/${file}`)

const hex = (point: number) => point.toString(16)

/**
 * The `@font-face` rules. Words wait for their font and are never shown in another one first: nothing moves, and nothing
 * is printed in letters of another width.
 */
export const fontFaces = (): string =>
  FACES.map(({ family, style, weight, ranges, file }) => {
    const letters = ranges.map(([first, last]) => `U+${hex(first)}${last === first ? '' : `-${hex(last)}`}`)
    // What is normal need not be said: these rules travel with every page.
    return `@font-face {
  font-family: '${family}';${style === 'normal' ? '' : `\n  font-style: ${style};`}${weight === 400 ? '' : `\n  font-weight: ${weight};`}
  font-display: block;
  src: url('/fonts/${file}') format('woff2');
  unicode-range: ${letters.join(', ')};
}`
  }).join('\n')
