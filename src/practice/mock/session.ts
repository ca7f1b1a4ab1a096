/** The mock interviews of this page: one store for its elements, and the word that somebody here has moved on. */
import { storage } from '../browser-storage.ts'
import { MockStore } from './mock-store.ts'

export const mocks = new MockStore(storage)

const MOVED = 'mock-moved'

/** Says that the view changes because of what was done here, so that the focus may be moved. */
export const sayMoved = () => document.dispatchEvent(new Event(MOVED))

/** Calls `listener` after each such change; returns the way out. */
export function onMoved(listener: () => void): () => void {
  document.addEventListener(MOVED, listener)
  return () => document.removeEventListener(MOVED, listener)
}
