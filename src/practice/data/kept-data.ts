/** `<kept-data>`: counts what is kept, by kind, and says since when and how much room it takes. */
import { partOf, say } from '../kit/element.ts'
import { DataPanel } from './data-panel.ts'
import { counted, sizeInWords } from './data-words.ts'

class KeptData extends DataPanel {
  protected start() {
    this.until(this.data.subscribe(() => this.#show()))
    this.#show()
  }

  #show() {
    const kept = this.data.kept()
    for (const [kind, { count, since }] of kept) {
      const row = this.find(`kind-${kind}`)
      row.hidden = count === 0
      say(partOf(row, 'count'), String(count))
      say(partOf(row, 'since'), since === undefined ? '–' : day(since))
    }
    const all = [...kept.values()]
    const records = all.reduce((sum, { count }) => sum + count, 0)
    const size = new Blob([this.data.export(Date.now())]).size
    say(
      this.find('sum'),
      records === 0 ? 'Nothing yet.' : `${counted(records, 'record')}, ${sizeInWords(size)} as a file.`,
    )
    this.find('kinds').hidden = records === 0
    const unsound = all.reduce((sum, kind) => sum + kind.unsound, 0)
    this.showCounts({ unsound, damaged: this.data.damaged() })
  }
}

const day = (at: number) =>
  new Date(at).toLocaleDateString('en-GB', { day: 'numeric', month: 'short', year: 'numeric' })

customElements.define('kept-data', KeptData)
