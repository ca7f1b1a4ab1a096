/** What the panels of the data page have in common: the data of this browser, sentences that apply, counts, the file. */
import { download } from '../kit/download.ts'
import { PracticeElement, say } from '../kit/element.ts'
import { storage } from '../kit/storage/browser.ts'
import { DataStore } from './data-store.ts'
import { sizeInWords } from './data-words.ts'
import { nameOfFile } from './exchange.ts'
import { recordKinds } from './record-kinds.ts'

export abstract class DataPanel extends PracticeElement {
  protected readonly data = new DataStore(storage, recordKinds)

  /** Calls `act` when the button of this name is pressed. */
  protected press(name: string, act: () => void): void {
    this.on(this.find(name), 'click', act)
  }

  /** Shows those of the sentences `[data-says]` that are named, and hides the others. */
  protected sayOnly(...names: readonly string[]): void {
    for (const sentence of this.querySelectorAll<HTMLElement>('[data-says]')) {
      sentence.hidden = !names.includes(sentence.dataset['says'] ?? '')
    }
  }

  /** Puts counts into `[data-count="name"]`, and hides the rows whose count is none. */
  protected showCounts(counts: Readonly<Record<string, number>>, words: (count: number) => string = String): void {
    for (const place of this.querySelectorAll<HTMLElement>('[data-count]')) {
      const count = counts[place.dataset['count'] ?? ''] ?? 0
      say(place, words(count))
      const row = place.closest<HTMLElement>('li')
      if (row) row.hidden = count === 0
    }
  }

  /** Saves everything as a file, and says so in the part "file"; or says that there is nothing to save. */
  protected save(): void {
    if (this.data.isEmpty()) {
      this.sayOnly('empty')
      return
    }
    const now = new Date()
    const name = nameOfFile(now)
    const file = new Blob([this.data.export(now.getTime())], { type: 'application/json' })
    download(name, file)
    say(this.find('file'), `${name}, ${sizeInWords(file.size)}`)
    this.sayOnly('saved')
  }
}
