/**
 * `content/pictures/*.mdx`: a picture a file, drawn when the site is built and shown by `<Picture id="file-name" />`.
 * The text below the fields is its caption: one to three sentences of Markdown, what to take from it.
 *
 * Every text of a picture, the alternative too, may hold a figure that the service's bench measured, as
 * `{part/figure}` with the names of service/bench/results.json: `{floor/service: throughput}` becomes
 * "38,000 calls/s", and `{floor/service: throughput|}` the number alone.
 *
 * docs/pictures.md shows how to draw one.
 */
import { z } from 'astro/zod'
import { plain } from './text.ts'
import { bars } from './bars.ts'
import { diagram } from './diagram.ts'
import { lanes } from './lanes.ts'
import { lines } from './lines.ts'

/** Fields of every picture. */
const every = {
  /** Stands above the caption; at most 60 characters. */
  title: plain({ max: 60 }),
  /** What one sees and what it means, for those who do not see it; 80 to 700 characters. */
  alt: plain({ min: 80, max: 700 }),
}

export const picture = z.discriminatedUnion(
  'kind',
  [
    diagram.extend({ kind: z.literal('diagram'), ...every }),
    lanes.extend({ kind: z.literal('lanes'), ...every }),
    bars.extend({ kind: z.literal('bars'), ...every }),
    lines.extend({ kind: z.literal('lines'), ...every }),
    /** The days and hours of content/plan.yaml, as lanes. */
    z.strictObject({ kind: z.literal('plan'), ...every }),
  ],
  { error: 'a kind of picture: diagram, lanes, bars, lines or plan' },
)

export type Picture = z.infer<typeof picture>
