/**
 * `<import-review>`: shows what a text from elsewhere holds, lets it be taken or left, and says what came of it. Its
 * events `taken` and `left` say which.
 */
import { say } from '../kit/element.ts'
import { moveFocus } from '../kit/focus.ts'
import { DataPanel } from './data-panel.ts'
import { counted, dateInWords } from './data-words.ts'
import { readExport, type Reading, type Refusal } from './exchange.ts'

/** Why nothing can be taken; `locked` when a newer guide wrote what is kept here, `unreadable` when a file is gone. */
export type Obstacle = Refusal | 'locked' | 'unreadable' | 'mismatch'

const records = (count: number) => counted(count, 'record')

export class ImportReview extends DataPanel {
  #reading: Reading | undefined

  protected start() {
    this.press('take', () => this.#take())
    this.press('leave', () => this.#leave())
    // What is kept may change, in another tab too, while the question stands.
    this.until(this.data.subscribe(() => this.#showCounts()))
  }

  /** Reads a text and asks whether it is to be taken, or says why it cannot be. */
  offer(text: string): void {
    const reading = this.data.isNewer() ? ({ refusal: 'locked' } as const) : readExport(text, this.data.kinds)
    if ('refusal' in reading) {
      this.refuse(reading.refusal)
      return
    }
    this.#reading = reading
    say(this.find('from'), dateInWords(reading.exportedAt))
    this.#showCounts()
    this.sayOnly()
    this.find('review').hidden = false
    moveFocus(this.find('head'))
  }

  /** Says why nothing is taken. */
  refuse(why: Obstacle): void {
    this.close()
    this.sayOnly(why)
  }

  /** Takes the question back. */
  close(): void {
    this.#reading = undefined
    this.find('review').hidden = true
    this.sayOnly()
  }

  #showCounts() {
    if (!this.#reading) return
    const { unsound, unknown } = this.#reading
    const counts = { ...this.data.compare(this.#reading), unsound, unknown }
    this.showCounts(counts, records)
    const isNothing = counts.taken === 0
    this.find('nothing').hidden = !isNothing
    this.find('asks').hidden = isNothing
  }

  #take() {
    if (!this.#reading) return
    const reading = this.#reading
    this.close()
    const { taken, newerHere, trouble } = this.data.take(reading)
    const newer = newerHere === 0 ? '' : newerHere === 1 ? ', 1 was newer here' : `, ${newerHere} were newer here`
    say(this.find('result'), `${records(taken)} taken${newer}.`)
    this.sayOnly('result', ...(trouble ? [trouble] : []))
    this.dispatchEvent(new Event('taken'))
    moveFocus(this.find('told'))
  }

  #leave() {
    this.close()
    this.sayOnly('left')
    this.dispatchEvent(new Event('left'))
  }
}

customElements.define('import-review', ImportReview)
