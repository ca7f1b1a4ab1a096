/**
 * Text of the candidate's own version. `[backend-cpu-drop]` in it stands for that blank and is told as it is filled in,
 * so that a figure is written once. Brackets around anything else are brackets.
 */

/** A stretch of text, or a blank by its id. */
export type Piece = string | { blank: string }

/** The pieces of a text, in order. */
export function piecesOf(text: string, isBlank: (id: string) => boolean): Piece[] {
  return text
    .split(/(\[[a-z0-9-]+\])/)
    .filter((piece) => piece !== '')
    .map((piece) => {
      const id = /^\[([a-z0-9-]+)\]$/.exec(piece)?.[1]
      return id !== undefined && isBlank(id) ? { blank: id } : piece
    })
}

/**
 * The text as it is spoken: each blank as `told` says it, one that is open or not confirmed left out.
 */
export const spokenText = (
  text: string,
  isBlank: (id: string) => boolean,
  told: (id: string) => string | undefined,
): string =>
  piecesOf(text, isBlank)
    .map((piece) => (typeof piece === 'string' ? piece : (told(piece.blank) ?? '')))
    .join('')

/** Paragraphs: stretches between empty lines. */
export const paragraphsOf = (text: string): string[] =>
  text
    .split(/\n\s*\n/)
    .map((paragraph) => paragraph.trim())
    .filter((paragraph) => paragraph !== '')

/** Markdown of a story's field as the text that a candidate would start from. */
export const ownTextOf = (markdown: string): string =>
  markdown
    .replace(/\[\]\(blank:([a-z0-9-]+)\)/g, '[$1]')
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/\*\*|[`_]/g, '')
    .trim()

/** Names on a story's page that lead into its editor, and to the blanks in it. */
export const OWN_ANCHOR = 'own'
export const OWN_BLANKS_ANCHOR = 'own-blanks'

/** Ids of the blanks in some Markdown, each once. */
export const blanksIn = (markdown: string): string[] => [
  ...new Set([...markdown.matchAll(/\]\(blank:([a-z0-9-]+)\)/g)].map(([, id = '']) => id)),
]
