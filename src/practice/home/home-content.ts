/** What the home page needs to know of the content to count. Not for the browser, which fetches it. */
import { getBlanks } from '../../content/entries.ts'
import { getDeckAreas } from '../cards/deck-content.ts'
import { getPlanDays } from '../plan/plan-content.ts'
import type { HomeContent } from './readiness.ts'

export function getHomeContent(): HomeContent {
  const { sprint, week } = getPlanDays()
  const tasksOf = (days: typeof week) => days.flatMap(({ tasks }) => tasks)
  return {
    areas: getDeckAreas().map(({ id, title, sets }) => ({
      id,
      title,
      cards: sets.flatMap(({ cards }) => cards.map((card) => card.id)),
    })),
    blanks: getBlanks().map(({ id }) => id),
    // A week holds every task there is.
    tasks: tasksOf(week).map(({ id, title, from, to, worth, needs }) => ({ id, title, from, to, worth, needs })),
    plans: { sprint: tasksOf(sprint).map(({ id }) => id), week: tasksOf(week).map(({ id }) => id) },
  }
}
