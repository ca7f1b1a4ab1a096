/** A task on the page: its hours, whether it is ticked, and how long it took. */
import { fill, partOf, say } from '../kit/element.ts'
import { stateOf, type SlotState } from './current-plan.ts'
import { hoursInWords } from './plan-words.ts'
import type { Slot } from './sittings.ts'
import { LONGEST_TASK, type DoneTask, type DoneTasks, type Task } from './task.ts'

const STATES: Readonly<Record<SlotState, string>> = { done: 'done', now: 'now', later: '', late: 'should be done' }

export class TaskView {
  readonly task: Task
  readonly element: HTMLElement
  readonly #tick: HTMLInputElement
  readonly #minutes: HTMLInputElement

  constructor(task: Task, element: HTMLElement) {
    this.task = task
    this.element = element
    const [tick, minutes] = ['done', 'minutes'].map((name) => partOf(element, name))
    if (!(tick instanceof HTMLInputElement && minutes instanceof HTMLInputElement))
      throw new Error('no fields of a task')
    this.#tick = tick
    this.#minutes = minutes
    partOf(element, 'tick').hidden = false
  }

  get title(): string {
    return textOf(this.element.querySelector('h3'))
  }

  get detail(): string {
    return textOf(partOf(this.element, 'detail'))
  }

  /** Calls `ticked` when the task is ticked or not any more, `took` with the minutes entered, `left` when their field is. */
  listen(
    act: { ticked: (done: boolean) => void; took: (minutes: number) => void; left: () => void },
    signal: AbortSignal,
  ) {
    this.#tick.addEventListener('change', () => act.ticked(this.#tick.checked), { signal })
    this.#minutes.addEventListener(
      'input',
      () => {
        const took = Math.round(this.#minutes.valueAsNumber)
        // What is no number of minutes yet is still being typed.
        if (took >= 1 && took <= LONGEST_TASK) act.took(took)
      },
      { signal },
    )
    this.#minutes.addEventListener('blur', act.left, { signal })
  }

  /** Shows whether the task is ticked; `usual` are the minutes that it took if nothing else is entered. */
  showTick(done: DoneTask | undefined, usual: number): void {
    this.#tick.checked = done !== undefined
    partOf(this.element, 'took').hidden = !done
    fill(this.#minutes, String(done?.minutes ?? usual))
  }

  /** Shows when the task is to be done, and how it stands against the clock. */
  showSlot(slot: Slot | undefined, zone: string, done: DoneTasks, now: number): void {
    const state = slot ? stateOf(slot, done, now) : done.has(this.task.id) ? 'done' : 'later'
    this.element.dataset['state'] = state
    const [when, told] = [partOf(this.element, 'when'), partOf(this.element, 'state')]
    say(when, slot ? hoursInWords(slot, zone) : '')
    when.hidden = !slot
    say(told, STATES[state])
    told.hidden = STATES[state] === ''
  }
}

const textOf = (element: Element | null) => element?.textContent.replace(/\s+/g, ' ').trim() ?? ''
