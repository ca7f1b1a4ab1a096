/** `<last-minutes>`: puts the candidate's own stories, weak answers, questions and hour into the one page. */
import type { Ask } from '../asks/asks.ts'
import { AsksStore, isSettled } from '../asks/asks-store.ts'
import { showIn } from '../blanks/show-blanks.ts'
import { ShownBlanks } from '../blanks/shown-blanks.ts'
import { reviewKind } from '../cards/review.ts'
import { PracticeElement, say } from '../kit/element.ts'
import { storage } from '../kit/storage/browser.ts'
import { piecesOf } from '../stories/own-text.ts'
import { ownWords, storiesKind } from '../stories/own-version.ts'
import { fit, MOST_WORDS, roomOf, wordsIn } from './fit.ts'
import { firstSentence } from './sentence.ts'
import { byWeakness, WEAKEST, type Asked } from './weakest.ts'
import './time-left.ts'

/** What the page is made of; the words stand in its lines, `data-line="story-outage"`. */
export interface LastMinutesFacts {
  /** Words that are left for the lines once title and headings stand there. */
  room: number
  lines: readonly WrittenLine[]
  stories: readonly { id: string; isOutline: boolean }[]
  questions: readonly Asked[]
  asks: readonly Ask[]
}

export interface WrittenLine {
  /** Unique on the page. */
  name: string
  /** One for each wording in the line's markup. */
  wordings: readonly {
    rank: number
    /** Whether it takes the candidate's own words, or the guide's, or serves both: a title does. */
    tells: 'own' | 'guide' | 'both'
  }[]
}

/** A text with the links of the blanks in it. */
type Written = readonly (string | Node)[]

class LastMinutes extends PracticeElement {
  readonly #asks = new AsksStore(storage)
  readonly #blanks = new ShownBlanks(storage)
  readonly #stories = storage.store(storiesKind)
  readonly #facts = this.facts() as LastMinutesFacts
  readonly #lines = new Map(this.#facts.lines.map((line) => [line.name, line]))
  /** Names of the lines that are told in own words. */
  readonly #told = new Set<string>()
  /** Names of the lines that are not among those chosen. */
  readonly #out = new Set<string>()

  protected start() {
    this.on(this.find('print'), 'click', () => print())
    this.until(storage.subscribe(() => this.#show()))
    this.#show()
  }

  #show() {
    const { questions, asks, room } = this.#facts
    this.#showStories()
    this.#choose('answer', byWeakness(questions, storage.all(reviewKind)).slice(0, WEAKEST))
    const chosen = this.#asks.chosen(asks, this.#asks.setup().audience)
    this.#choose(
      'ask',
      chosen.filter((id) => !isSettled(this.#asks.marks(id))),
    )
    showIn(this, this.#blanks.all())
    const { words, left } = this.#fit(room)
    say(this.find('words'), String(MOST_WORDS - room + words))
    say(this.find('left'), left.join(', '))
    this.find('no-room').hidden = left.length === 0
  }

  /** Three stories: those that are told in own words first, then the guide's. */
  #showStories() {
    const own: string[] = []
    const others: string[] = []
    for (const { id, isOutline } of this.#facts.stories) {
      const text = ownWords(this.#stories.get(id), 'headline')
      this.#tell(`story-${id}`, text === undefined ? undefined : [firstSentence(text), text].map(this.#written))
      if (text !== undefined) own.push(id)
      else if (!isOutline) others.push(id)
    }
    const three = [...own, ...others].slice(0, 3)
    this.#choose(
      'story',
      this.#facts.stories.map(({ id }) => id).filter((id) => three.includes(id)),
    )
  }

  /** Own text with a link for each blank in it. */
  readonly #written = (text: string): Written => {
    const links = this.find('links', HTMLTemplateElement).content
    const linkOf = (id: string) => links.querySelector(`[data-blank="${CSS.escape(id)}"]`)
    return piecesOf(text, (id) => linkOf(id) !== null).map((piece) =>
      typeof piece === 'string' ? piece : (linkOf(piece.blank)?.cloneNode(true) ?? ''),
    )
  }

  /** Gives a line own words, one text a wording; without any, the guide's stand again. */
  #tell(name: string, own: readonly Written[] | undefined) {
    if (own) this.#told.add(name)
    else this.#told.delete(name)
    for (const [at, place] of [...this.#row(name).querySelectorAll('[data-own-text]')].entries()) {
      place.replaceChildren(...(own?.[at] ?? []))
    }
  }

  /** Of the lines of a kind puts those with these ids first, in that order, and takes the others out. */
  #choose(kind: 'story' | 'answer' | 'ask', ids: readonly string[]) {
    const names = ids.map((id) => `${kind}-${id}`)
    for (const { name } of this.#facts.lines) {
      if (!name.startsWith(`${kind}-`)) continue
      if (names.includes(name)) this.#out.delete(name)
      else this.#out.add(name)
    }
    const rows = names.map((name) => this.#row(name))
    const list = rows[0]?.parentElement
    if (rows.some((row, at) => list?.children[at] !== row)) list?.prepend(...rows)
  }

  /** Shows of every line the wording that has room; returns the words shown and the names of the lines that are not. */
  #fit(room: number): { words: number; left: string[] } {
    const all = [...this.querySelectorAll<HTMLElement>('[data-line]')]
    const rows = all.filter((row) => !this.#out.has(nameOf(row)))
    const wordings = rows.map((row) => this.#wordingsOf(row))
    const lengths = wordings.map((some) =>
      some.map(({ rank, element }) => ({ rank, words: roomOf(element.textContent) })),
    )
    const taken = fit(lengths, room)
    const shown = wordings.map((some, at) => some[taken[at] ?? -1]?.element)
    for (const row of all) showOnly(row, shown[rows.indexOf(row)])
    return {
      words: shown.reduce((sum, element) => sum + wordsIn(element?.textContent ?? ''), 0),
      left: wordings.flatMap(([first], at) => (shown[at] || !first ? [] : titleOf(first.element))),
    }
  }

  /** Own wordings where there are any, else the guide's. */
  #wordingsOf(row: HTMLElement): { rank: number; element: Element }[] {
    const name = nameOf(row)
    const wordings = this.#lines.get(name)?.wordings ?? []
    const other = this.#told.has(name) ? 'guide' : 'own'
    return [...row.children].flatMap((element, at) => {
      const wording = wordings[at]
      return wording && wording.tells !== other ? [{ rank: wording.rank, element }] : []
    })
  }

  #row(name: string): HTMLElement {
    return this.find(`line-${name}`)
  }
}

const nameOf = (row: HTMLElement) => row.dataset['line'] ?? ''

/** What a line is called: its label, else the first that it says. */
const titleOf = (wording: Element) =>
  (wording.querySelector('b, strong') ?? wording).textContent.trim().replace(/[.:]$/, '')

function showOnly(row: HTMLElement, shown: Element | undefined) {
  row.hidden = shown === undefined
  for (const wording of row.children) wording.toggleAttribute('hidden', wording !== shown)
}

customElements.define('last-minutes', LastMinutes)
