/**
 * `content/pictures/*.mdx`: a picture a file, drawn when the site is built and shown by `<Picture id="file-name" />`.
 * The text below the fields is its caption: one to three sentences of Markdown, what to take from it.
 *
 * Every text of a picture, the alternative too, may hold a figure that the service's bench measured, as
 * `{part/figure}` with the names of service/bench/results.json: `{floor/service: throughput}` becomes
 * "38,000 calls/s", and `{floor/service: throughput|}` the number alone.
 *
 * A picture is 360 units wide, about a phone's pixels. Text is 12 units high, small print 11.
 */
import { z } from 'astro/zod'
import { bars } from './bars.ts'
import { boxes } from './boxes.ts'
import { lanes } from './lanes.ts'
import { lines } from './lines.ts'
import { sequence } from './sequence.ts'
import { tree } from './tree.ts'

/** Fields of every picture. */
const every = {
  /** Stands above the caption; at most 60 characters. */
  title: z.string().min(1).max(60),
  /** What one sees and what it means, for those who do not see it; 80 to 700 characters. */
  alt: z.string().min(80).max(700),
}

export const picture = z.discriminatedUnion(
  'kind',
  [
    boxes.extend({ kind: z.literal('boxes'), ...every }),
    sequence.extend({ kind: z.literal('sequence'), ...every }),
    lanes.extend({ kind: z.literal('lanes'), ...every }),
    bars.extend({ kind: z.literal('bars'), ...every }),
    lines.extend({ kind: z.literal('lines'), ...every }),
    tree.extend({ kind: z.literal('tree'), ...every }),
    /** The days and hours of content/plan.yaml, as lanes. */
    z.strictObject({ kind: z.literal('plan'), ...every }),
  ],
  { error: 'a kind of picture: boxes, sequence, lanes, bars, lines, tree or plan' },
)

export type Picture = z.infer<typeof picture>
