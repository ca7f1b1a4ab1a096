/** `<delete-all>`: deletes everything, in two steps. */
import { say } from '../kit/element.ts'
import { moveFocus } from '../kit/focus.ts'
import { recordings } from '../mock/recording/recording-store.ts'
import { DataPanel } from './data-panel.ts'
import { counted } from './data-words.ts'

class DeleteAll extends DataPanel {
  protected start() {
    this.find('use').hidden = false
    this.press('ask', () => void this.#ask())
    this.press('save', () => this.save())
    this.press('keep', () => {
      this.#close()
      moveFocus(this.find('ask'))
    })
    this.press('delete', () => void this.#delete())
  }

  async #ask() {
    this.sayOnly()
    const counts = [...this.data.kept()].map(([kind, { count, unsound }]) => [kind, count + unsound] as const)
    const recorded = (await recordings.all()).length
    const all = { ...Object.fromEntries(counts), recordings: recorded, damaged: this.data.damaged() }
    if (Object.values(all).every((count) => count === 0)) {
      this.sayOnly('empty')
      return
    }
    this.showCounts(all)
    this.find('sure').hidden = false
    moveFocus(this.find('head'))
  }

  async #delete() {
    const records = [...this.data.kept().values()].reduce((sum, { count, unsound }) => sum + count + unsound, 0)
    const recorded = (await recordings.all()).length
    const isGone = this.data.clear()
    const isSilent = await recordings.removeAll()
    this.#close()
    say(this.find('gone'), `${counted(records, 'record')} and ${counted(recorded, 'recording')}`)
    this.sayOnly(isGone && isSilent ? 'gone' : 'refused')
    moveFocus(this.find('told'))
  }

  #close() {
    this.find('sure').hidden = true
    this.sayOnly()
  }
}

customElements.define('delete-all', DeleteAll)
