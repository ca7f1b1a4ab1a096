/** `<last-minutes>`: puts the candidate's own stories, weak answers, questions and hour into the one page. */
import { isSettled } from '../asks/ask.ts'
import { asksIn, say } from '../asks/ask-markup.ts'
import { AsksStore } from '../asks/asks-store.ts'
import { shownOf } from '../blanks/filled-blank.ts'
import { BlanksStore } from '../blanks/blanks-store.ts'
import { showIn } from '../blanks/blank-links.ts'
import '../blanks/show-blanks.ts'
import { storage } from '../browser-storage.ts'
import { reviewShelf } from '../cards/review.ts'
import { InterviewStore } from '../interview/interview-store.ts'
import { piecesOf } from '../stories/own-text.ts'
import { StoriesStore } from '../stories/stories-store.ts'
import { clockOf } from './hour.ts'
import { MOST_WORDS } from './last-minutes.ts'
import { choose, fitLines, tell } from './lines.ts'
import { firstSentence } from './sentence.ts'
import { byWeakness, WEAKEST } from './weakest.ts'

class LastMinutes extends HTMLElement {
  readonly #asks = new AsksStore(storage)
  readonly #blanks = new BlanksStore(storage)
  readonly #interview = new InterviewStore(storage)
  readonly #stories = new StoriesStore(storage)
  #leave: (() => void) | undefined

  connectedCallback() {
    this.#part('print').addEventListener('click', () => print())
    this.#leave = storage.subscribe(() => this.#show())
    this.#show()
  }

  disconnectedCallback() {
    this.#leave?.()
  }

  #show() {
    this.#showStories()
    this.#showHour()
    this.#showAnswers()
    this.#showAsks()
    showIn(this, this.#blanks)
    const room = Number(this.dataset['room'])
    const { words, left } = fitLines(this, room)
    say(this.#part('words'), String(MOST_WORDS - room + words))
    say(this.#part('left'), left.join(', '))
    this.#part('no-room').hidden = left.length === 0
  }

  /** Three stories: those that he tells in his own words first, then the guide's. */
  #showStories() {
    const lines = [...this.querySelectorAll<HTMLElement>('[data-story]')]
    const told = lines.map((line) => this.#stories.told(line.dataset['story'] ?? '', 'headline'))
    for (const [at, line] of lines.entries()) {
      const text = told[at]
      tell(line, text === undefined ? undefined : [this.#written(firstSentence(text)), this.#written(text)])
    }
    const own = lines.filter((_, at) => told[at] !== undefined)
    const others = lines.filter((line) => !own.includes(line) && !line.hasAttribute('data-outline'))
    const order = (some: HTMLElement[]) => some.toSorted((a, b) => placeOf(a) - placeOf(b))
    const three = [...order(own), ...order(others)].slice(0, 3)
    choose(
      this,
      'data-story',
      order(three).map(({ dataset }) => dataset['story'] ?? ''),
    )
  }

  /** His own text with a link for each blank in it. */
  #written(text: string): (string | Node)[] {
    const links = this.querySelector('template')?.content
    const linkOf = (id: string) => links?.querySelector(`[data-blank="${CSS.escape(id)}"]`) ?? null
    return piecesOf(text, (id) => linkOf(id) !== null).map((piece) =>
      typeof piece === 'string' ? piece : (linkOf(piece.blank)?.cloneNode(true) ?? ''),
    )
  }

  /** The hour that was set stands where none was written. */
  #showHour() {
    const line = this.querySelector<HTMLElement>('[data-when]')
    const interview = this.#interview.get()
    if (!line) return
    const isWritten = shownOf(this.#blanks.get('interview-time')).state === 'filled'
    tell(line, interview && !isWritten ? [[clockOf(interview)]] : undefined)
  }

  #showAnswers() {
    const questions = [...this.querySelectorAll<HTMLElement>('[data-question]')].map(({ dataset }) => ({
      id: dataset['question'] ?? '',
      top: dataset['top'] === undefined ? undefined : Number(dataset['top']),
    }))
    choose(this, 'data-question', byWeakness(questions, storage.all(reviewShelf)).slice(0, WEAKEST))
  }

  #showAsks() {
    const chosen = this.#asks.chosen(asksIn(this), this.#asks.setup().audience)
    choose(
      this,
      'data-ask',
      chosen.filter((id) => !isSettled(this.#asks.marks(id))),
    )
  }

  #part(name: string): HTMLElement {
    const part = this.querySelector<HTMLElement>(`[data-part="${name}"]`)
    if (part === null) throw new Error(`<last-minutes> lacks its part "${name}"`)
    return part
  }
}

/** Place in the guide's order. */
const placeOf = (line: HTMLElement) => Number(line.dataset['place'])

customElements.define('last-minutes', LastMinutes)
