/** `<blanks-tally>`: how many of the blanks that it names are filled in. */
import { PracticeElement, say } from '../kit/element.ts'
import { storage } from '../kit/storage/browser.ts'
import { shownOf } from './filled-blank.ts'
import { ShownBlanks } from './shown-blanks.ts'

class BlanksTally extends PracticeElement {
  readonly #blanks = new ShownBlanks(storage)

  protected start() {
    this.until(this.#blanks.subscribe(() => this.#show()))
    this.#show()
  }

  #show() {
    const ids = this.dataset['of']?.split(' ') ?? []
    const filled = this.#blanks.all()
    const states = ids.map((id) => shownOf(filled.get(id)).state)
    const count = (state: string) => states.filter((one) => one === state).length
    const unconfirmed = count('unconfirmed')
    say(this, `${count('filled')} of ${ids.length} filled in${unconfirmed ? `, ${unconfirmed} not confirmed` : ''}`)
  }
}

customElements.define('blanks-tally', BlanksTally)
