/** Splits the body of a question into its headed parts. */

export interface Part {
  /** Heading without its marks. */
  title: string
  /** Markdown below the heading, up to the next one of the same depth. */
  text: string
}

/** Parts under `##` headings, in order; text before the first heading belongs to none. */
export function answerParts(body: string): Part[] {
  return body
    .split(/^## +/m)
    .slice(1)
    .map((part) => {
      const end = part.indexOf('\n')
      return end < 0 ? { title: part.trim(), text: '' } : { title: part.slice(0, end).trim(), text: part.slice(end) }
    })
}
