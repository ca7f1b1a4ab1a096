/** The words of the search index, as the build writes them and the search asks for them: in parts by first letter. */

/** A word of a text in lower case, or of a query: letters and digits, a letter first, more than one of them. */
export const WORD = /\p{L}[\p{L}\p{N}]+/gu

const OTHER = 'other'

/** Names of the parts: a to z, and one for all other letters. */
export const PARTS: readonly string[] = [...Array.from('abcdefghijklmnopqrstuvwxyz'), OTHER]

/** Name of the part that a word in lower case stands in. */
export const partOf = (word: string): string => (PARTS.includes(word.charAt(0)) ? word.charAt(0) : OTHER)
