/** Remembers which plan was chosen, and what was ticked. */
import { interviewShelf } from '../interview/interview.ts'
import type { PracticeStorage } from '../storage.ts'
import { planShelf, unlaid, type PlanChoice, type Variant } from './current-plan.ts'
import { tasksShelf, type DoneTasks } from './task.ts'

const RECORD = 'plan'
const SHELVES: readonly string[] = [planShelf, tasksShelf, interviewShelf].map(({ name }) => name)

export class PlanStore {
  readonly #storage: PracticeStorage

  constructor(storage: PracticeStorage) {
    this.#storage = storage
  }

  choice(): PlanChoice | undefined {
    return this.#storage.get(planShelf, RECORD)
  }

  /** Lays the plan of what is not ticked anew from `from` on, in milliseconds; the variant stays unless one is given. */
  lay(from: number, variant?: Variant): void {
    this.#storage.put(planShelf, RECORD, {
      ...this.choice(),
      ...unlaid(from, this.done()),
      ...(variant && { variant }),
    })
  }

  done(): DoneTasks {
    return this.#storage.all(tasksShelf)
  }

  /** Ticks a task, or corrects how many minutes it took. */
  tick(id: string, minutes: number, now: number): void {
    this.#storage.put(tasksShelf, id, { at: this.#storage.get(tasksShelf, id)?.at ?? now, minutes })
  }

  untick(id: string): void {
    this.#storage.remove(tasksShelf, id)
  }

  /** Calls `listener` when something changes that the plan shows, also in another tab. Returns the way out. */
  subscribe(listener: () => void): () => void {
    return this.#storage.subscribe((shelf) => {
      if (shelf === undefined || SHELVES.includes(shelf)) listener()
    })
  }
}
