/** `<mock-recordings>`: plays the recorded answers of the mock in debrief, each with its length against the target. */
import { inDigits } from './countdown.ts'
import { deleteButton, made, part } from './markup.ts'
import { inDebrief } from './mock.ts'
import { recordings, type Recording } from './recording-store.ts'
import { promptOf, questionIn } from './script.ts'
import { mocks } from './session.ts'
import { fit } from './target.ts'

class MockRecordings extends HTMLElement {
  #leave: (() => void) | undefined
  /** Which mock's recordings are shown. */
  #shown: string | undefined
  #addresses: string[] = []

  connectedCallback() {
    part(this, 'all').append(
      deleteButton('Delete all recordings', () => {
        void recordings.removeAll().then(() => this.#load())
      }),
    )
    this.#leave = mocks.subscribe(() => this.#show())
    this.#show()
    void forgetOrphans()
  }

  disconnectedCallback() {
    this.#leave?.()
    this.#release()
  }

  #show() {
    const kept = mocks.current()
    const id = kept && (kept.mock.finished !== null || inDebrief(kept.mock)) ? kept.id : undefined
    if (id === this.#shown) return
    this.#shown = id
    void this.#load()
  }

  async #load() {
    const id = this.#shown
    const all = id === undefined ? [] : await recordings.all(id)
    if (id !== this.#shown) return
    this.#release()
    this.hidden = all.length === 0
    part(this, 'list').replaceChildren(...all.map((recording) => this.#line(recording)))
  }

  #line(recording: Recording): HTMLElement {
    const src = URL.createObjectURL(recording.sound)
    this.#addresses.push(src)
    const prompt = promptOf(recording.question)
    const player = Object.assign(made('audio'), { src, controls: true, preload: 'metadata' as const })
    player.setAttribute('aria-label', `Your answer: ${prompt}`)
    const remove = deleteButton('Delete', () => {
      void recordings.remove(recording.id).then(() => this.#load())
    })
    remove.setAttribute('aria-description', prompt)
    return made('li', made('p', made('strong', prompt)), player, made('p', this.#length(recording)), remove)
  }

  /** `1:12 long, target 0:30 to 1:10: a little long`, in the words of the markup. */
  #length({ ms, question }: Recording): string {
    const { from, to } = questionIn(question)?.dataset ?? {}
    const long = inDigits(ms)
    if (from === undefined || to === undefined) return long
    const target = { from: Number(from), to: Number(to) }
    const bounds = `${inDigits(target.from * 1000)} to ${inDigits(target.to * 1000)}`
    return `${long}, target ${bounds}: ${this.dataset[fit(ms, target)] ?? ''}`
  }

  #release() {
    for (const address of this.#addresses.splice(0)) URL.revokeObjectURL(address)
  }
}

/** Recordings whose mock was removed on another page go too. */
async function forgetOrphans() {
  const removed = mocks.removed()
  for (const { id, mock } of await recordings.all()) if (removed.has(mock)) await recordings.remove(id)
}

customElements.define('mock-recordings', MockRecordings)
