/** Counts the words of Markdown that a reader sees or a candidate says. */

/** The text without code fences, component tags, link targets and marks. */
export function plainText(markdown: string): string {
  return markdown
    .replace(/^```[\s\S]*?^```/gm, ' ')
    .replace(/<\/?[A-Z][^>]*>/g, ' ')
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/^[#>|\s-]+|[*_`|]/gm, ' ')
}

/** Words, numbers and abbreviations; a lone dash or sign is none. */
export const countWords = (markdown: string): number =>
  plainText(markdown)
    .split(/\s+/)
    .filter((word) => /[\p{L}\p{N}]/u.test(word)).length
