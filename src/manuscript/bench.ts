/** What the service's bench measured, as the pictures show it. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'astro/zod'
import { SERVICE } from './regions.ts'

/** Where the bench writes what it measured. */
export const RESULTS = `${SERVICE}/bench/results.json`

const figure = z.object({ name: z.string(), value: z.number(), unit: z.string().default('') })
export type Figure = z.infer<typeof figure>

/** Figures by `part/name`. */
export type Figures = ReadonlyMap<string, Figure>

/** `{part/figure}`, or `{part/figure|}` for the number without its unit. */
const TOKEN = /\{([a-z]+\/[^{}|]+)(\|?)\}/g

/** Reads the results of the bench in the given folder, the project's own unless named; none where it never ran. */
export function readFigures(root = '.'): Figures {
  if (!existsSync(join(root, RESULTS))) return new Map()
  const parts = z.record(z.string(), z.object({ figures: z.array(figure) }))
  const results = parts.parse(JSON.parse(readFileSync(join(root, RESULTS), 'utf8')))
  return new Map(
    Object.entries(results).flatMap(([part, { figures }]) =>
      figures.map((one) => [`${part}/${one.name}`, one] as const),
    ),
  )
}

/** The figure of a reference, which the check of the content has found before. */
export function figureOf(figures: Figures, reference: string): Figure {
  const found = figures.get(reference)
  if (!found) throw new Error(`${RESULTS} has no figure "${reference}"`)
  return found
}

/** A number as a reader takes it in: at most three digits that count, whole from 100 up. */
export function rounded(value: number): string {
  const size = Math.abs(value)
  const exact =
    size >= 10_000 ? Number(value.toPrecision(3)) : size >= 100 ? Math.round(value) : Number(value.toPrecision(3))
  return exact.toLocaleString('en-GB', { maximumFractionDigits: 6 })
}

/** A number with its unit, never broken between the two. */
export const measured = ({ value, unit }: Pick<Figure, 'value' | 'unit'>): string =>
  unit === '' ? rounded(value) : `${rounded(value)}\u00a0${unit}`

/** References in a text. */
export const referencesIn = (text: string): string[] => [...text.matchAll(TOKEN)].map(([, reference = '']) => reference)

/** The text with its figures. */
export const withFigures = (text: string, figures: Figures): string =>
  text.replace(TOKEN, (_token, reference: string, bare: string) => {
    const found = figureOf(figures, reference)
    return bare ? rounded(found.value) : measured(found)
  })
