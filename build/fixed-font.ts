/**
 * Astro integration: writes the files of the fixed font to `public/fonts/` and their rules into `fixed-font.css`. The
 * fonts come from packages; their licence lies beside them.
 */
import { copyFile, mkdir, readFile, readdir, rename, rm, writeFile } from 'node:fs/promises'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { AstroIntegration } from 'astro'
import subsetFont from 'subset-font'
import { FACES, FEATURES, fontFaces, type Face } from '../src/ui/fixed-font.ts'

const LICENCE = 'LICENSE.md'

export function fixedFont(): AstroIntegration {
  return {
    name: 'fixed-font',
    hooks: {
      'astro:config:setup': async ({ config, updateConfig }) => {
        await writeFonts(join(fileURLToPath(config.publicDir), 'fonts'))
        updateConfig({
          vite: {
            plugins: [
              {
                name: 'fixed-font',
                enforce: 'pre',
                transform: (css, id) =>
                  id.endsWith('/src/styles/fixed-font.css') ? `${css}\n${fontFaces()}` : undefined,
              },
            ],
          },
        })
      },
    },
  }
}

/** Makes the files that are missing, which takes some seconds, and removes those of an earlier version. */
export async function writeFonts(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true })
  await copyFile('node_modules/source-sans/LICENSE.md', join(folder, LICENCE))
  const wanted = new Set([LICENCE, ...FACES.map(({ file }) => file)])
  for (const name of await readdir(folder)) {
    if (!wanted.has(name) && !name.endsWith('.part')) await rm(join(folder, name), { force: true })
  }
  for (const face of FACES) {
    const path = join(folder, face.file)
    if (!existsSync(path)) await writeWhole(path, await subsetOf(face))
  }
}

/** Another build may read the folder at the same time: it finds the whole file or none. */
async function writeWhole(path: string, data: Buffer) {
  const part = `${path}.${process.pid}.part`
  await writeFile(part, data)
  await rename(part, path)
}

/** Without hints, because they shift letters from screen to screen. */
async function subsetOf({ source, ranges }: Face): Promise<Buffer> {
  const letters = ranges.flatMap(([first, last]) =>
    Array.from({ length: last - first + 1 }, (_, at) => String.fromCodePoint(first + at)),
  )
  return subsetFont(await readFile(join('node_modules', source)), letters.join(''), {
    targetFormat: 'woff2',
    keepFeatures: FEATURES,
    noHinting: true,
  })
}
