/** Shows what a text from elsewhere holds, lets it be taken or left, and says what came of it. */
import { storage } from '../browser-storage.ts'
import { data } from './browser-data.ts'
import { readExport, type Reading, type Refusal } from './exchange.ts'
import { counted } from './kept.ts'
import { dateInWords, onPress, part, say, sayOnly, showCounts } from './parts.ts'

/** Why nothing can be taken; `locked` when a newer guide wrote what is kept here, `unreadable` when a file is gone. */
export type Obstacle = Refusal | 'locked' | 'unreadable' | 'mismatch'

const records = (count: number) => counted(count, 'record')

export class ImportReview {
  readonly #root: HTMLElement
  readonly #done: (how: 'taken' | 'left') => void
  #reading: Reading | undefined

  /** `done` is called when the user has taken the records or left them. */
  constructor(element: HTMLElement, done: (how: 'taken' | 'left') => void) {
    this.#root = part(element, 'import')
    this.#done = done
    onPress(this.#root, 'take', () => this.#take())
    onPress(this.#root, 'leave', () => this.#leave())
    // What is kept may change, in another tab too, while the question stands.
    storage.subscribe(() => this.#showCounts())
  }

  /** Reads a text and asks whether it is to be taken, or says why it cannot be. */
  offer(text: string): void {
    const reading = data.isNewer() ? ({ refusal: 'locked' } as const) : readExport(text, data.shelves)
    if ('refusal' in reading) {
      this.refuse(reading.refusal)
      return
    }
    this.#reading = reading
    say(part(this.#root, 'from'), dateInWords(reading.exportedAt))
    this.#showCounts()
    sayOnly(this.#root)
    part(this.#root, 'review').hidden = false
    part(this.#root, 'head').focus()
  }

  /** Says why nothing is taken. */
  refuse(why: Obstacle): void {
    this.close()
    sayOnly(this.#root, why)
  }

  /** Takes the question back. */
  close(): void {
    this.#reading = undefined
    part(this.#root, 'review').hidden = true
    sayOnly(this.#root)
  }

  #showCounts() {
    if (!this.#reading) return
    const { unsound, unknown } = this.#reading
    const counts = { ...data.compare(this.#reading), unsound, unknown }
    showCounts(part(this.#root, 'counts'), counts, records)
    const isNothing = counts.taken === 0
    part(this.#root, 'nothing').hidden = !isNothing
    part(this.#root, 'asks').hidden = isNothing
  }

  #take() {
    if (!this.#reading) return
    const reading = this.#reading
    this.close()
    const { taken, newerHere, trouble } = data.take(reading)
    const newer = newerHere === 0 ? '' : newerHere === 1 ? ', 1 was newer here' : `, ${newerHere} were newer here`
    say(part(this.#root, 'result'), `${records(taken)} taken${newer}.`)
    sayOnly(this.#root, 'result', ...(trouble ? [trouble] : []))
    part(this.#root, 'told').focus()
    this.#done('taken')
  }

  #leave() {
    this.close()
    sayOnly(this.#root, 'left')
    this.#done('left')
  }
}
