/** `content/guide.yaml`: whose guide this is. The one place that names the candidate, the role and the company. */
import { z } from 'astro/zod'

export const guide = z.strictObject({
  candidate: z.strictObject({
    /** First name, as the guide addresses its reader. */
    name: z.string().min(1),
    /** Where the candidate works now, for visa and relocation. */
    place: z.string().min(1),
  }),
  role: z.strictObject({
    /** Title as the posting writes it. */
    title: z.string().min(1),
    /** The part of the company's work the role is about. */
    team: z.string().min(1),
    /** Cities that the posting names. */
    places: z.array(z.string().min(1)).min(1),
  }),
  company: z.strictObject({
    name: z.string().min(1),
  }),
  interview: z.strictObject({
    /** Length of the conversation that the guide prepares for, in minutes. */
    minutes: z.int().min(15).max(240),
    /** Time zone in which its hour is told, an IANA name such as `Europe/Paris`; the practice pages suggest it. */
    zone: z.string().regex(/^[A-Za-z_]+(?:\/[A-Za-z0-9_+-]+)*$/, 'an IANA name such as Europe/Paris'),
    /** What is known about the rounds; shown beside the length on the home page. Markdown, one line. */
    note: z.string().min(1),
  }),
  /** Day on which the dated facts in the guide were last compared with their sources (YYYY-MM-DD). */
  checked: z.iso.date(),
  /** The 30-second answer to "why you". Plain text, spoken aloud; may hold `[](blank:id)`. */
  pitch: z.string().min(1),
  /** One or two sentences that open an introduction. Plain text, spoken aloud. */
  positioning: z.string().min(1),
  /** What the candidate wants remembered, most important first. Markdown, one line each. */
  messages: z.array(z.string().min(1)).length(3),
  /** Lines of the day-of card: `label` in two or three words, `text` in one line of Markdown; blanks are welcome. */
  logistics: z.array(z.strictObject({ label: z.string().min(1), text: z.string().min(1) })).min(1),
})

export type Guide = z.infer<typeof guide>
