/** Remembers whom the candidate meets, what will be asked, and what came of it. */
import type { PracticeStorage } from '../storage.ts'
import {
  FIRST_AUDIENCE,
  isSettled,
  listShelf,
  marksShelf,
  seenShelf,
  setupShelf,
  UNMARKED,
  type Ask,
  type Audience,
  type Marks,
  type Setup,
} from './ask.ts'
import { suggest } from './suggest.ts'

const NOW = 'now'
const SHELVES: readonly string[] = [setupShelf, listShelf, marksShelf, seenShelf].map(({ name }) => name)

export class AsksStore {
  readonly #storage: PracticeStorage

  constructor(storage: PracticeStorage) {
    this.#storage = storage
  }

  setup(): Setup {
    return this.#storage.get(setupShelf, NOW) ?? { audience: FIRST_AUDIENCE, call: false }
  }

  meet(audience: Audience): void {
    this.#storage.put(setupShelf, NOW, { ...this.setup(), audience })
  }

  /** The call begins: from now on the list stays as it is, however many of it are answered. */
  beginCall(asks: readonly Ask[]): void {
    const { audience } = this.setup()
    this.choose(audience, this.chosen(asks, audience))
    this.#storage.put(setupShelf, NOW, { audience, call: true })
  }

  endCall(): void {
    this.#storage.put(setupShelf, NOW, { ...this.setup(), call: false })
  }

  /**
   * What the candidate chose for an audience, among the asks that exist and were not struck out; the suggestion while
   * nothing was chosen.
   */
  chosen(asks: readonly Ask[], audience: Audience): string[] {
    const own = this.#storage.get(listShelf, audience)?.asks
    if (!own) return this.suggestion(asks, audience)
    const known = asks.filter((ask) => ask.audience.includes(audience) && !this.marks(ask.id).struck)
    return [...new Set(own)].filter((id) => known.some((ask) => ask.id === id))
  }

  suggestion(asks: readonly Ask[], audience: Audience): string[] {
    return suggest(asks, audience, (id) => isSettled(this.marks(id)))
  }

  /** Whether the candidate has a list of his own for an audience. */
  hasOwn(audience: Audience): boolean {
    return this.#storage.get(listShelf, audience) !== undefined
  }

  /** Keeps a choice; `undefined` goes back to the suggestion. */
  choose(audience: Audience, ids: readonly string[] | undefined): void {
    if (ids) this.#storage.put(listShelf, audience, { asks: [...ids] })
    else this.#storage.remove(listShelf, audience)
  }

  /** What is known of an ask; all open while nothing was marked. */
  marks(id: string): Marks {
    return this.#storage.get(marksShelf, id) ?? UNMARKED
  }

  /** Writes what changed and leaves the rest as another tab may have written it. */
  mark(id: string, changes: Partial<Marks>): void {
    this.#storage.put(marksShelf, id, { ...this.marks(id), ...changes })
  }

  isSeen(flag: string): boolean {
    return this.#storage.get(seenShelf, flag)?.seen ?? false
  }

  setSeen(flag: string, seen: boolean): void {
    if (seen) this.#storage.put(seenShelf, flag, { seen })
    else this.#storage.remove(seenShelf, flag)
  }

  /** Takes back every tick and every flag; notes and what was struck out stay. */
  clearTicks(): void {
    for (const [id, { answer }] of this.#storage.all(marksShelf))
      if (answer !== 'none') this.mark(id, { answer: 'none' })
    for (const flag of this.#storage.all(seenShelf).keys()) this.setSeen(flag, false)
  }

  /** Calls `listener` after each change, also in another tab. Returns the way out. */
  subscribe(listener: () => void): () => void {
    return this.#storage.subscribe((shelf) => {
      if (shelf === undefined || SHELVES.includes(shelf)) listener()
    })
  }
}
