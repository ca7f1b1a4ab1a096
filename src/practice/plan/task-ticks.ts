/** What a script adds to a task on the page: its hours, the tick, and how long it took. */
import { stateOf, type SlotState } from './current-plan.ts'
import { partOf, say } from './plan-markup.ts'
import type { PlanStore } from './plan-store.ts'
import { hoursInWords } from './plan-words.ts'
import type { Slot } from './sittings.ts'
import { LONGEST_TASK, type DoneTask, type DoneTasks } from './task.ts'

const STATES: Readonly<Record<SlotState, string>> = { done: 'done', now: 'now', later: '', late: 'should be done' }

/** Keeps what is ticked and typed. */
export class TaskTicks {
  readonly #store: PlanStore
  readonly #usual: (id: string) => number

  /** `usual` says how many minutes a task took if nothing else is entered. */
  constructor(store: PlanStore, usual: (id: string) => number) {
    this.#store = store
    this.#usual = usual
  }

  wake(element: HTMLElement): void {
    const id = element.dataset['task'] ?? ''
    partOf(element, 'tick').hidden = false
    const { tick, minutes } = fieldsOf(element)
    tick.addEventListener('change', () => {
      if (tick.checked) this.#store.tick(id, this.#usual(id), Date.now())
      else this.#store.untick(id)
    })
    minutes.addEventListener('input', () => {
      const took = Math.round(minutes.valueAsNumber)
      // What is no number of minutes yet is still being typed.
      if (took >= 1 && took <= LONGEST_TASK) this.#store.tick(id, took, Date.now())
    })
    minutes.addEventListener('blur', () => showTick(element, this.#store.done().get(id), this.#usual(id)))
  }
}

/** Shows whether a task is ticked; a field that has the focus keeps what is being typed. */
export function showTick(element: HTMLElement, done: DoneTask | undefined, usual: number): void {
  const { tick, minutes } = fieldsOf(element)
  tick.checked = done !== undefined
  partOf(element, 'took').hidden = !done
  if (document.activeElement !== minutes) minutes.value = String(done?.minutes ?? usual)
}

/** Shows when a task is to be done, and how it stands against the clock. */
export function showSlot(element: HTMLElement, slot: Slot | undefined, zone: string, done: DoneTasks, now: number) {
  const state = slot ? stateOf(slot, done, now) : done.has(element.dataset['task'] ?? '') ? 'done' : 'later'
  element.dataset['state'] = state
  const [when, told] = [partOf(element, 'when'), partOf(element, 'state')]
  say(when, slot ? hoursInWords(slot, zone) : '')
  when.hidden = !slot
  say(told, STATES[state])
  told.hidden = STATES[state] === ''
}

function fieldsOf(element: HTMLElement): { tick: HTMLInputElement; minutes: HTMLInputElement } {
  const [tick, minutes] = ['done', 'minutes'].map((name) =>
    element.querySelector<HTMLInputElement>(`input[name="${name}"]`),
  )
  if (!tick || !minutes) throw new Error('a task of <practice-plan> lacks its fields')
  return { tick, minutes }
}
