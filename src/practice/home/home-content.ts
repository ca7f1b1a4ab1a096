/** What the home page needs to know of the content to count. Not for the browser, which fetches it. */
import { getBlanks } from '../../content.ts'
import { getCardAreas, getCards } from '../cards/deck-content.ts'
import { getPlanDays } from '../plan/plan-content.ts'
import type { HomeContent } from './readiness.ts'

export async function getHomeContent(): Promise<HomeContent> {
  const [cards, { sprint, week }] = await Promise.all([getCards(), getPlanDays()])
  const tasksOf = (days: typeof week) => days.flatMap(({ tasks }) => tasks)
  return {
    areas: getCardAreas().map(({ id, title }) => ({
      ...{ id, title },
      cards: cards.filter(({ area }) => area === id).map((card) => card.id),
    })),
    blanks: getBlanks().map(({ id }) => id),
    // A week holds every task there is.
    tasks: tasksOf(week).map(({ id, title, from, to, worth, needs }) => ({ id, title, from, to, worth, needs })),
    plans: { sprint: tasksOf(sprint).map(({ id }) => id), week: tasksOf(week).map(({ id }) => id) },
  }
}
