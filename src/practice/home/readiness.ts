/** How ready the candidate is, by area of the cards; what was never attempted is counted as such, not as unknown. */
import type { Progress } from '../cards/review.ts'
import type { Task } from '../plan/task.ts'

/** What the page fetches of the guide's content: names, no words of the content itself. */
export interface HomeContent {
  /** Areas in their order, the chapters last, with the ids of their cards. */
  areas: readonly { id: string; title: string; cards: readonly string[] }[]
  /** Ids of all blanks. */
  blanks: readonly string[]
  /** Tasks of the sprint and of a week by id, and the order of each. */
  tasks: readonly HomeTask[]
  plans: Record<'sprint' | 'week', readonly string[]>
}

export interface HomeTask extends Task {
  title: string
}

/** An area as the picture shows it. */
export interface Standing extends Progress {
  title: string
  total: number
  attempted: number
}

const NOTHING: Progress = { never: 0, weak: 0, fair: 0, strong: 0 }

/** The areas in their order; `progress` is what the cards count by area. */
export const standings = (areas: HomeContent['areas'], progress: ReadonlyMap<string, Progress>): Standing[] =>
  areas.map(({ id, title, cards }) => {
    const counts = progress.get(id) ?? { ...NOTHING, never: cards.length }
    return { ...counts, title, total: cards.length, attempted: cards.length - counts.never }
  })

/** `4 of 18 attempted: 1 strong, 1 fair, 2 weak`: what the bar says, in words. */
export function standingInWords({ attempted, total, weak, fair, strong }: Standing): string {
  const parts = [
    [strong, 'strong'],
    [fair, 'fair'],
    [weak, 'weak'],
  ] as const
  const said = parts.filter(([count]) => count > 0).map(([count, name]) => `${count} ${name}`)
  return `${attempted} of ${total} attempted${said.length > 0 ? `: ${said.join(', ')}` : ''}`
}
