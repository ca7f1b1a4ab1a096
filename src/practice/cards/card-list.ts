/** The cards as they stand in the page: their names from the markup, their words to be laid on the desk and put back. */
import type { AnkiNote } from './anki.ts'
import { write, type Desk } from './desk.ts'
import { kindOf, parentOf, type Card, type CardKind } from './card.ts'

/** How kinds of cards are called. */
const KINDS: Readonly<Record<CardKind, string>> = {
  question: 'Question',
  'follow-up': 'Follow-up',
  check: 'Self-check',
}

interface Place {
  area: string
  areaTitle: string
  /** The question or the chapter that it belongs to. */
  page: { href: string; title: string }
  summary: HTMLElement
  answer: HTMLElement
  /** Where the answer lies while it is not on the desk. */
  home: HTMLElement
}

export class CardList {
  readonly cards: readonly Card[]
  readonly #places = new Map<string, Place>()

  constructor(root: ParentNode) {
    const all = [...root.querySelectorAll<HTMLElement>('[data-card]')]
    this.cards = all.map((home) => this.#read(home))
  }

  /** Puts a card's words on the desk. The answer is moved, not copied: blanks in it are kept up to date where they are. */
  lay(id: string, desk: Desk): void {
    const { areaTitle, summary, answer, page } = this.#place(id)
    const before = this.#before(id)
    write(desk.part('kind'), `${KINDS[kindOf(id)]} · ${areaTitle}`)
    desk.part('prompt').replaceChildren(...[...summary.childNodes].map((node) => node.cloneNode(true)))
    desk.part('follows').hidden = before === undefined
    desk.link('parent', { href: page.href, title: before ?? '' })
    desk.part('answer').replaceChildren(answer)
    desk.link('page', page)
  }

  /** The question as plain text. */
  text(id: string): string {
    return this.#place(id).summary.textContent.trim()
  }

  /** The page that says all of it. */
  page(id: string): { href: string; title: string } {
    return this.#place(id).page
  }

  /** Lays an answer back into the list. */
  putBack(id: string): void {
    const { home, answer } = this.#place(id)
    home.append(answer)
  }

  /** All cards for Anki, with whole addresses and with blanks as lines to be filled in. */
  ankiNotes(): AnkiNote[] {
    return this.cards.map((card) => {
      const { summary, answer, areaTitle, page } = this.#place(card.id)
      const before = this.#before(card.id)
      const top = card.top === undefined ? [] : ['top']
      return {
        id: card.id,
        front: `${before === undefined ? '' : `<p><small>Asked after: ${escaped(before)}</small></p>`}${portable(summary)}`,
        back: `${portable(answer)}<p><a href="${escaped(page.href)}">${escaped(page.title)}</a></p>`,
        deck: areaTitle,
        tags: [card.area, kindOf(card.id), ...top],
      }
    })
  }

  #read(home: HTMLElement): Card {
    const section = home.closest<HTMLElement>('[data-area]')
    const link = home.closest('[data-set]')?.querySelector<HTMLAnchorElement>('h3 a')
    const summary = home.querySelector('summary')
    const answer = home.querySelector<HTMLElement>(':scope > div')
    const id = home.dataset['card']
    if (!section || !link || !summary || !answer || !id)
      throw new Error('a card of the list lacks a part of its markup')
    const area = section.dataset['area'] ?? ''
    const page = { href: link.href, title: link.textContent }
    this.#places.set(id, {
      area,
      areaTitle: section.querySelector('h2')?.textContent ?? area,
      page,
      summary,
      answer,
      home,
    })
    const top = home.dataset['top']
    return { id, area, top: top === undefined ? undefined : Number(top) }
  }

  /** The question that a follow-up comes after. */
  #before(id: string): string | undefined {
    return kindOf(id) === 'follow-up' && this.#places.has(parentOf(id)) ? this.text(parentOf(id)) : undefined
  }

  #place(id: string): Place {
    const place = this.#places.get(id)
    if (!place) throw new Error(`no card "${id}" in the list`)
    return place
  }
}

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
