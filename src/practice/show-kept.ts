/**
 * What every page runs for the practice: blanks that were filled in are shown where they appear, a path that was begun
 * on every page; the day-of card brings the questions that were chosen, a question says how its card stands, and the
 * home page how far the practice is. A page without any of it, or a reader who keeps nothing here, fetches nothing for
 * it. So it only asks whether something is there, under keys that `kit/storage/storage.ts` documents: whoever never
 * practised shall not pay for asking properly.
 * With it comes what waits for the form of the date on the home page.
 */
import './home/wake-date.ts'

const showKept = () => {
  try {
    const keys = Object.keys(localStorage).join()
    const isKept = (kind: string, shownIn: string) =>
      keys.includes(`prep:${import.meta.env.BASE_URL}:${kind}`) && document.querySelector(shownIn)
    if (isKept('blanks', '.blank') || isKept('interview', '[data-blank=interview-time]'))
      import('./blanks/show-blanks.ts').catch(() => undefined)
    if (isKept('ask', 'chosen-asks')) import('./asks/chosen-asks.ts').catch(() => undefined)
    if (isKept('reviews', 'card-state')) import('./cards/card-state.ts').catch(() => undefined)
    if (isKept('stories', 'story-state')) import('./stories/story-state.ts').catch(() => undefined)
    if (isKept('paths', 'main')) import('./path/show-path.ts').catch(() => undefined)
    if (isKept('', 'practice-home')) {
      import('./home/practice-home.ts').catch(() =>
        document.querySelector('practice-home [data-part=unloaded]')?.removeAttribute('hidden'),
      )
    }
  } catch {
    // Blocked storage: nothing can have been kept.
  }
}
showKept()
// "Back" brings the page up again, another tab may be the first to keep something, and what failed may load now.
for (const moment of ['pageshow', 'storage', 'online']) addEventListener(moment, showKept)
