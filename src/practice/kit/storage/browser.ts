/**
 * The storage of this browser, opened once for all elements of a page. Whoever keeps something goes through this file;
 * `show-kept.ts` and
 * `stories/wake-stories.ts` alone look past it, whether there is anything at all.
 */
import { PracticeStorage } from './storage.ts'
import type { Area } from './local-storage.ts'

function areaOfBrowser(): Area | undefined {
  try {
    const probe = 'prep:probe'
    localStorage.setItem(probe, '')
    localStorage.removeItem(probe)
    return localStorage
  } catch (error) {
    // A full area can still be read; a blocked one throws at the first touch.
    return error instanceof DOMException && error.name === 'QuotaExceededError' ? localStorage : undefined
  }
}

/** Guides under different base paths of one origin keep apart. */
export const storage = new PracticeStorage(areaOfBrowser(), `prep:${import.meta.env.BASE_URL}:`, () => Date.now())

addEventListener('storage', ({ key, storageArea }) => {
  if (storageArea === localStorage) storage.changedElsewhere(key)
})
addEventListener('pageshow', ({ persisted }) => {
  if (persisted) storage.refresh()
})
