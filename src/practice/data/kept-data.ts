/** `<kept-data>`: counts what is kept, by kind, and says since when and how much room it takes. */
import { data } from './browser-data.ts'
import { counted, sizeInWords } from './kept.ts'
import { part, say, showCounts } from './parts.ts'

class KeptData extends HTMLElement {
  #leave: (() => void) | undefined

  connectedCallback() {
    this.#leave = data.subscribe(() => this.#show())
    this.#show()
  }

  disconnectedCallback() {
    this.#leave?.()
  }

  #show() {
    const kept = data.kept()
    for (const row of this.querySelectorAll<HTMLElement>('[data-shelf]')) {
      const { count = 0, since } = kept.get(row.dataset['shelf'] ?? '') ?? {}
      row.hidden = count === 0
      say(part(row, 'count'), String(count))
      say(part(row, 'since'), since === undefined ? '–' : day(since))
    }
    const all = [...kept.values()]
    const records = all.reduce((sum, { count }) => sum + count, 0)
    const size = new Blob([data.export(Date.now())]).size
    say(
      part(this, 'sum'),
      records === 0 ? 'Nothing yet.' : `${counted(records, 'record')}, ${sizeInWords(size)} as a file.`,
    )
    part(this, 'kinds').hidden = records === 0
    const unsound = all.reduce((sum, kind) => sum + kind.unsound, 0)
    showCounts(part(this, 'odd'), { unsound, damaged: data.damaged() }, String)
  }
}

const day = (at: number) =>
  new Date(at).toLocaleDateString('en-GB', { day: 'numeric', month: 'short', year: 'numeric' })

customElements.define('kept-data', KeptData)
