/**
 * The texts that this guide keeps in the browser's storage, by name, under keys of its own. Storage may be absent,
 * blocked or full: nothing here throws.
 */

/** The part of `Storage` that is needed. */
export type Area = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>

const ASIDE = ':damaged'

export class Texts {
  /** Whether the browser lets nothing be stored, as far as was tried. */
  isAbsent: boolean
  readonly #area: Area | undefined
  readonly #prefix: string

  /** `prefix` ends in a colon and tells guides on one origin apart. */
  constructor(area: Area | undefined, prefix: string) {
    this.#area = area
    this.#prefix = prefix
    this.isAbsent = !area
  }

  get(name: string): string | undefined {
    return this.#try((area) => area.getItem(this.#prefix + name)) ?? undefined
  }

  /** Returns whether there was room. Where nothing can be stored at all, there is nothing to run out of. */
  set(name: string, text: string): boolean {
    try {
      this.#area?.setItem(this.#prefix + name, text)
      return true
    } catch {
      return false
    }
  }

  remove(name: string): void {
    this.#try((area) => area.removeItem(this.#prefix + name))
  }

  /** Moves a text to another key, behind what stands there. Returns false where there is no room: then it stays. */
  setAside(name: string, text: string): boolean {
    // First the room, then the copy: both at once may be more than the browser grants.
    this.remove(name)
    const earlier = this.get(name + ASIDE)
    if (this.set(name + ASIDE, earlier ? `${earlier}\n${text}` : text)) return true
    // This fails only where another tab has taken the room that it had; the notice says that storage is full.
    this.set(name, text)
    return false
  }

  /** Texts that were set aside, by their name. */
  aside(): Record<string, string> {
    const names = this.#names().filter((name) => name.endsWith(ASIDE))
    return Object.fromEntries(names.map((name) => [name.slice(0, -ASIDE.length), this.get(name) ?? '']))
  }

  /** Removes every text, those that were set aside too. */
  clear(): void {
    for (const name of this.#names()) this.remove(name)
  }

  /** The name that a key of the browser's storage stands for; undefined for one of somebody else. */
  nameOf(key: string): string | undefined {
    return key.startsWith(this.#prefix) ? key.slice(this.#prefix.length) : undefined
  }

  #names(): string[] {
    const keys = this.#try((area) => Array.from({ length: area.length }, (_, at) => area.key(at)))
    return (keys ?? []).flatMap((key) => this.nameOf(key ?? '') ?? [])
  }

  #try<T>(act: (area: Area) => T): T | undefined {
    try {
      return this.#area && act(this.#area)
    } catch {
      this.isAbsent = true
      return undefined
    }
  }
}
