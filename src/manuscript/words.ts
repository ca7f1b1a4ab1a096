/** Counts words. */

/** Words, numbers and abbreviations of plain text; a lone dash or sign is none. */
export const countWords = (text: string): number =>
  text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length
