/**
 * The cards as a text file for Anki, by the rules of its manual ("Text Files", "File Headers"): headers first, then a
 * note a line, fields between tabs; a field with a tab, a line break or a quotation mark stands in quotation marks, and
 * a quotation mark inside is doubled. The guid ties a note to its card: importing a newer file updates the note and
 * keeps its schedule. A deck is named for each note, because Anki creates a deck that is named in a column and only
 * looks for one that is named in the head.
 */
import { kindOf, parentOf, type Deck } from './card.ts'
import type { CardWords } from './deck-view.ts'

export interface AnkiNote {
  /** Id of the card. */
  id: string
  /** HTML of the question. */
  front: string
  /** HTML of the answer. */
  back: string
  /** Name of the area as it is shown. */
  deck: string
  /** Words without spaces. */
  tags: readonly string[]
}

const HEAD = [
  '#separator:tab',
  '#html:true',
  '#notetype:Basic',
  '#guid column:1',
  '#deck column:4',
  '#tags column:5',
] as const

/** `deck` is the deck under which each area has its own. */
export function ankiFile(notes: readonly AnkiNote[], deck: string): string {
  const lines = notes.map(({ id, front, back, deck: area, tags }) =>
    [guidOf(id), front, back, `${deck}::${area}`, tags.map(asTag).join(' ')].map(field).join('\t'),
  )
  return `${[...HEAD, ...lines].join('\n')}\n`
}

/** Never change it: Anki knows the note by it. */
export const guidOf = (id: string) => `interview-prep:${id}`

const asTag = (tag: string) => tag.trim().replaceAll(/\s+/g, '-')

const field = (text: string) => (/["\t\n\r#]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)

/** All cards with their words, whole addresses, and blanks as lines to be filled in. */
export const ankiNotes = ({ cards, areas, pages }: Deck, words: ReadonlyMap<string, CardWords>): AnkiNote[] =>
  cards.flatMap(({ id, area, top }) => {
    const [own, page] = [words.get(id), pages[parentOf(id)]]
    if (!own || !page) return []
    const before = kindOf(id) === 'follow-up' ? words.get(parentOf(id)) : undefined
    const href = new URL(page.href, document.baseURI).href
    return {
      id,
      front: `${before ? `<p><small>Asked after: ${escaped(before.ask.textContent.trim())}</small></p>` : ''}${portable(own.ask)}`,
      back: `${portable(own.answer)}<p><a href="${escaped(href)}">${escaped(page.title)}</a></p>`,
      deck: areas[area] ?? area,
      tags: [area, kindOf(id), ...(top === undefined ? [] : ['top'])],
    }
  })

/** HTML that stands outside the guide too. */
function portable(element: HTMLElement): string {
  const copy = element.cloneNode(true) as HTMLElement
  for (const blank of copy.querySelectorAll('.blank')) {
    const text = blank.textContent.trim()
    blank.replaceWith(blank.matches('.own') ? text : `____ ${text}`.trim())
  }
  for (const link of copy.querySelectorAll('a')) link.setAttribute('href', link.href)
  return copy.innerHTML.trim()
}

const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
