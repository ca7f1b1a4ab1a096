/** Remembers the candidate's own versions of the stories. */
import type { PracticeStorage } from '../storage.ts'
import { OWN_PARTS, storiesShelf, type OwnPart, type OwnVersion } from './own-version.ts'

export class StoriesStore {
  readonly #storage: PracticeStorage

  constructor(storage: PracticeStorage) {
    this.#storage = storage
  }

  get(story: string): OwnVersion {
    return this.#storage.get(storiesShelf, story) ?? {}
  }

  /** Own words of a part; undefined where there are none but white space, and the guide's hold. */
  told(story: string, part: OwnPart): string | undefined {
    const text = this.get(story)[part]?.trim()
    return text === '' ? undefined : text
  }

  /** Every own version, by story. */
  all(): Map<string, OwnVersion> {
    return this.#storage.all(storiesShelf)
  }

  /** Keeps own words of a part, as typed; `undefined` goes back to the guide's. */
  set(story: string, part: OwnPart, text: string | undefined): void {
    const version = { ...this.get(story) }
    if (text === undefined) Reflect.deleteProperty(version, part)
    else version[part] = text
    if (OWN_PARTS.some((name) => version[name] !== undefined)) this.#storage.put(storiesShelf, story, version)
    else this.#storage.remove(storiesShelf, story)
  }

  /** Calls `listener` when a version changes, also in another tab. Returns the way out. */
  subscribe(listener: () => void): () => void {
    return this.#storage.subscribe((shelf) => {
      if (shelf === undefined || shelf === storiesShelf.name) listener()
    })
  }
}
