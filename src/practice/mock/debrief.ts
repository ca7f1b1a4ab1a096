/** What the debrief of a mock says: its one gap in the words of the rubric, and the cards that drill it. */
import { firstGap, ratingOf, variantOf, type Judged } from './gap.ts'
import type { Mock } from './mock.ts'
import { drillables, phaseTitle } from './script.ts'

export interface Debrief {
  /** `unrated` while nothing is rated, `none` when all is strong, else `found`. */
  state: 'unrated' | 'none' | 'found'
  gap?: { name: string; strong: string; drill: string } | undefined
  /** Ids of the cards, the first one first. */
  cards: string[]
}

export function debriefOf(mock: Mock, order: readonly Judged[]): Debrief {
  const gap = firstGap(order, mock.ratings)
  if (!gap) return { state: Object.keys(mock.ratings).length === 0 ? 'unrated' : 'none', cards: [] }
  const { level, title, strong, drill } = wordsOf(gap, gap.level)
  const slots = mock.agenda.find(({ phase }) => phase === gap.phase)?.slots ?? []
  const asked = slots.map(({ question }) => question).filter((question) => mock.reached.includes(question))
  return {
    state: 'found',
    gap: { name: `${title}: ${level.toLowerCase()} in ${phaseTitle(gap.phase)}`, strong, drill },
    cards: variantOf(asked, drillables()),
  }
}

/** Words of the rubric, as they stand in the debrief. */
export function wordsOf(judged: Judged, level: number) {
  const fieldset = document.querySelector<HTMLElement>(`[data-judges="${CSS.escape(ratingOf(judged))}"]`)
  const text = (selector: string) => fieldset?.querySelector(selector)?.textContent.trim() ?? ''
  return {
    title: text('[data-title]') || judged.dimension,
    level: text(`[data-level="${level}"] strong`),
    strong: text('[data-level="3"] .words'),
    drill: fieldset?.dataset['drill'] ?? '',
  }
}
