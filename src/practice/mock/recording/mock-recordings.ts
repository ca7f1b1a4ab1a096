/** `<mock-recordings>`: plays the recorded answers of the mock in debrief, each with its length against the target. */
import { deleteButton, made, PracticeElement } from '../../kit/element.ts'
import { inDebrief } from '../mock.ts'
import { facts, mocks, promptOf } from '../mock-page.ts'
import { inDigits } from '../run/countdown.ts'
import { recordings, type Recording } from './recording-store.ts'
import { fit, targetOf } from './target.ts'

class MockRecordings extends PracticeElement {
  /** Which mock's recordings are shown. */
  #shown: string | undefined
  #addresses: string[] = []

  protected start() {
    this.find('all').replaceChildren(
      deleteButton('Delete all recordings', () => {
        void recordings.removeAll().then(() => this.#load())
      }),
    )
    this.until(mocks.subscribe(() => this.#show()))
    this.until(() => this.#release())
    this.#show()
    void forgetOrphans()
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
    const players = all.map((recording) => [recording, this.#player(recording)] as const)
    this.find('list').replaceChildren(...players.map(([recording, player]) => this.#line(recording, player)))
    for (const [recording, player] of players) {
      const sound = await whole(recording)
      if (sound && id === this.#shown && player.isConnected && player.paused) player.src = this.#addressOf(sound)
    }
  }

  #addressOf(sound: Blob): string {
    const address = URL.createObjectURL(sound)
    this.#addresses.push(address)
    return address
  }

  #player({ sound }: Recording): HTMLAudioElement {
    return Object.assign(made('audio'), {
      src: this.#addressOf(sound),
      controls: true,
      preload: 'metadata' as const,
    })
  }

  #line(recording: Recording, player: HTMLAudioElement): HTMLElement {
    const prompt = promptOf(recording.question)
    player.setAttribute('aria-label', `Your answer: ${prompt}`)
    const remove = deleteButton('Delete', () => {
      void recordings.remove(recording.id).then(() => this.#load())
    })
    remove.setAttribute('aria-description', prompt)
    return made('li', made('p', made('strong', prompt)), player, made('p', this.#length(recording)), remove)
  }

  /** `1:12, target 0:30 to 1:10: longer; what could go?`, in the words of the markup. */
  #length({ ms, question }: Recording): string {
    const target = targetOf(facts, question)
    if (!target) return inDigits(ms)
    const bounds = `${inDigits(target.from * 1000)} to ${inDigits(target.to * 1000)}`
    return `${inDigits(ms)}, target ${bounds}: ${this.dataset[fit(ms, target)] ?? ''}`
  }

  #release() {
    for (const address of this.#addresses.splice(0)) URL.revokeObjectURL(address)
  }
}

/**
 * The recording with its length and an index to seek by, kept so from now on. Undefined where the browser recorded it
 * so, or where it could not be done: then the recording stays as it is.
 */
async function whole(recording: Recording): Promise<Blob | undefined> {
  if (recording.seekable || !recording.sound.type.includes('webm')) return undefined
  try {
    const sound = await writtenAnew(recording.sound)
    if (sound) await recordings.replace(recording, sound)
    return sound
  } catch {
    return undefined
  }
}

/** Undefined where the worker could not be fetched, or could not read the recording. */
async function writtenAnew(sound: Blob): Promise<Blob | undefined> {
  const worker = new Worker(new URL('./seekable-worker.ts', import.meta.url), { type: 'module' })
  const { promise, resolve } = Promise.withResolvers<Blob | undefined>()
  worker.addEventListener('message', ({ data }: MessageEvent<Blob | undefined>) => resolve(data))
  worker.addEventListener('error', () => resolve(undefined))
  worker.postMessage(sound)
  const result = await promise
  worker.terminate()
  return result
}

/** Recordings whose mock was removed on another page go too. */
async function forgetOrphans() {
  const removed = mocks.removed()
  for (const { id, mock } of await recordings.all()) if (removed.has(mock)) await recordings.remove(id)
}

customElements.define('mock-recordings', MockRecordings)
