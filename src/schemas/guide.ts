/** `content/guide.yaml`: whose guide this is. The one place that names the candidate, the role and the company. */
import { z } from 'astro/zod'
import { inline, plain } from './text.ts'
import { candidates } from './zone-names.ts'
import { isZone } from './zone.ts'

export const guide = z.strictObject({
  candidate: z.strictObject({
    /** First name, as the guide addresses its reader. */
    name: plain(),
    /** Where the candidate works now, for visa and relocation. */
    place: plain(),
  }),
  role: z.strictObject({
    /** Title as the posting writes it. */
    title: plain(),
    /** The part of the company's work the role is about. */
    team: plain(),
    /** Cities that the posting names. */
    places: z.array(plain()).min(1),
  }),
  company: z.strictObject({
    name: plain(),
  }),
  interview: z.strictObject({
    /** Length of the conversation that the guide prepares for, in minutes. */
    minutes: z.int().min(15).max(240),
    /** Time zone in which its hour is told, an IANA name such as `Europe/Paris`; the practice pages suggest it. */
    zone: z.string().check(({ value, issues }) => {
      if (!isZone(value)) issues.push({ code: 'custom', input: value, ...zoneAdvice(value) })
    }),
    /** What is known about the rounds; shown at the end of the home page. Markdown, one line. */
    note: inline(),
  }),
  /** Day on which the dated facts in the guide were last compared with their sources (YYYY-MM-DD). */
  checked: z.iso.date('a day: 2026-11-05'),
  /** The 30-second answer to "why you". Plain text, spoken aloud; may hold `[](blank:id)`. */
  pitch: inline(),
  /** One or two sentences that open an introduction. Plain text, spoken aloud. */
  positioning: inline(),
  /** What the candidate wants remembered, most important first. Markdown, one line each. */
  messages: z.array(inline()).length(3),
  /** Lines of the day-of card: `label` in two or three words, `text` in one line of Markdown; blanks are welcome. */
  logistics: z.array(z.strictObject({ label: plain(), text: inline() })).min(1),
})

/** What to write instead of a zone that is none, or not one alone. */
function zoneAdvice(zone: string) {
  const near = candidates(zone).map(({ zone, called }) => (called ? `${zone} (${called})` : zone))
  const [first] = candidates(zone)
  return {
    message: `an IANA name such as ${near.length > 0 ? near.join(', ') : 'Europe/Paris'}`,
    params: { todo: near.length === 1 && first ? `write "${first.zone}"` : 'write the name of the one that is meant' },
  }
}

export type Guide = z.infer<typeof guide>
