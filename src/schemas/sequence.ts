/** Who says what to whom, one after the other from the top down. */
import { z } from 'astro/zod'
import { tone } from './boxes.ts'

const actor = z.string().min(1)
const text = z.string().min(1)

const message = {
  /** Id of the actor who speaks. */
  from: actor,
  /** Id of the actor who is spoken to; the same one for a step inside it. */
  to: actor,
  /** Long texts are broken; a text between backticks is set as code. */
  text,
  tone: tone.default('ink'),
  /** Ends at a cross: it is lost, refused, or nobody takes it. */
  fails: z.boolean().default(false),
}

/** A step; `is` says which. */
const step = z.discriminatedUnion('is', [
  /** A request or an event: a full line. */
  z.strictObject({ is: z.literal('call'), ...message }),
  /** An answer: a dashed line. */
  z.strictObject({ is: z.literal('reply'), ...message }),
  /** A box on an actor's line, or across those from the first to the last named. */
  z.strictObject({ is: z.literal('note'), at: z.array(actor).min(1).max(2), text, tone: tone.default('ink') }),
  /** A heading over the steps that follow. */
  z.strictObject({ is: z.literal('part'), text, tone: tone.default('ink') }),
])

export const sequence = z.strictObject({
  /** From the left to the right; five fit on a phone. */
  actors: z
    .array(z.strictObject({ id: actor, lines: z.array(text).min(1).max(2) }))
    .min(2)
    .max(6),
  steps: z.array(step).min(1),
})

export type Sequence = z.infer<typeof sequence>
export type Step = Sequence['steps'][number]
