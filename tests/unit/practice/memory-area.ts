/** A storage area in memory that can be full or blocked, for tests. */
import type { Area } from '../../../src/practice/kit/storage/local-storage.ts'

export class MemoryArea implements Area {
  readonly texts = new Map<string, string>()
  full = false
  blocked = false

  get length() {
    return this.texts.size
  }

  key(at: number) {
    return [...this.texts.keys()][at] ?? null
  }

  getItem(key: string) {
    if (this.blocked) throw new DOMException('blocked', 'SecurityError')
    return this.texts.get(key) ?? null
  }

  setItem(key: string, text: string) {
    if (this.full) throw new DOMException('full', 'QuotaExceededError')
    this.texts.set(key, text)
  }

  removeItem(key: string) {
    this.texts.delete(key)
  }
}
