/**
 * Astro's collections, through which bodies are rendered: each kind with files of its own, filled from the one reading
 * of the content. Pages take their entries from `content/entries.ts`.
 */
import { relative, resolve, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import { defineCollection } from 'astro:content'
import type { Loader, LoaderContext } from 'astro/loaders'
import { currentManuscript, followReadings } from './manuscript/current.ts'
import { ALL_KINDS, type Kind } from './manuscript/kinds.ts'

/** The entries of a kind; while authors edit, those of each new reading. */
const fromManuscript = (kind: Kind): Loader => ({
  name: `manuscript: ${kind}`,
  load: (context) => {
    fill(kind, context)
    if (context.watcher) followReadings(kind, () => fill(kind, context))
    return Promise.resolve()
  },
})

/** Empties the store first: it outlives the build and may hold the entries of another content. */
function fill(kind: Kind, context: LoaderContext) {
  const { store, config } = context
  const root = fileURLToPath(config.root)
  store.clear()
  for (const entry of currentManuscript().entries) {
    if (entry.kind !== kind) continue
    const { id, data, body, file } = entry
    const filePath = relative(root, resolve(file)).split(sep).join('/')
    store.set({
      id,
      data,
      body,
      filePath,
      digest: context.generateDigest({ data, body, filePath }),
      deferredRender: true,
    })
  }
}

export const collections = Object.fromEntries(
  ALL_KINDS.flatMap(([kind, { where }]) =>
    'folder' in where ? [[kind, defineCollection({ loader: fromManuscript(kind) })]] : [],
  ),
)
