/**
 * The two ways in which a field may hold words. Each place that shows a field obeys its schema: what is plain is shown
 * sign by sign, what is Markdown goes through `ui/Inline.astro`, which takes nothing else.
 */
import { z } from 'astro/zod'

/** Least and most characters. */
export interface Length {
  min?: number
  max?: number
}

/** Words that are shown as they are written: `<script>`, `__init__` and `a * b` stay what they are. Not empty. */
export const plain = ({ min = 1, max }: Length = {}) => lengthOf(min, max).meta({ holds: 'plain' })

/**
 * Markdown of one line or a few paragraphs, with links by reference (`[…](concept:redis)`) and blanks
 * (`[](blank:id)`). HTML is none of it and is shown as written. Not empty.
 */
export const inline = ({ min = 1, max }: Length = {}) => lengthOf(min, max).meta({ holds: 'inline' }).brand<'inline'>()

const lengthOf = (min: number, max: number | undefined) => {
  const words = z.string().min(min).regex(/\S/, 'words')
  return max === undefined ? words : words.max(max)
}

/** Words of an `inline` field. */
export type InlineText = z.infer<ReturnType<typeof inline>>

/** Words of this project's own that go where an `inline` field goes. */
export const inlineText = (text: string): InlineText => inline().parse(text)

/** What a text's schema says that it holds; undefined where it holds a name, a date or an address. */
export function holdsOf(schema: z.ZodType): 'plain' | 'inline' | undefined {
  const holds = schema.meta()?.['holds']
  return holds === 'plain' || holds === 'inline' ? holds : undefined
}
