/** `<delete-all>`: deletes everything, in two steps. */
import { recordings } from '../mock/recording-store.ts'
import { data } from './browser-data.ts'
import { counted } from './kept.ts'
import { onPress, part, say, sayOnly, showCounts } from './parts.ts'
import { saveCopy } from './save-copy.ts'

class DeleteAll extends HTMLElement {
  connectedCallback() {
    part(this, 'use').hidden = false
    const ask = onPress(this, 'ask', () => void this.#ask())
    onPress(this, 'save', () => {
      const saved = saveCopy()
      if (saved) say(part(this, 'file'), `${saved.name}, ${saved.size}`)
      sayOnly(this, saved ? 'saved' : 'empty')
    })
    onPress(this, 'keep', () => {
      this.#close()
      ask.focus()
    })
    onPress(this, 'delete', () => void this.#delete())
  }

  async #ask() {
    sayOnly(this)
    const counts = Object.fromEntries([...data.kept()].map(([shelf, { count, unsound }]) => [shelf, count + unsound]))
    const recorded = (await recordings.all()).length
    const all = { ...counts, recordings: recorded, damaged: data.damaged() }
    if (Object.values(all).every((count) => count === 0)) {
      sayOnly(this, 'empty')
      return
    }
    showCounts(part(this, 'goes'), all, String)
    part(this, 'sure').hidden = false
    part(this, 'head').focus()
  }

  async #delete() {
    const records = [...data.kept().values()].reduce((sum, { count, unsound }) => sum + count + unsound, 0)
    const recorded = (await recordings.all()).length
    const isGone = data.clear()
    const isSilent = await recordings.removeAll()
    this.#close()
    say(part(this, 'gone'), `${counted(records, 'record')} and ${counted(recorded, 'recording')}`)
    sayOnly(this, isGone && isSilent ? 'gone' : 'refused')
    part(this, 'told').focus()
  }

  #close() {
    part(this, 'sure').hidden = true
    sayOnly(this)
  }
}

customElements.define('delete-all', DeleteAll)
