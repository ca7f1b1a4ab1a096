/**
 * `<practice-plan>`: puts the tasks of the chosen plan under the dates on which they are to be done, ticks them, plans
 * again, and saves the rest as a calendar.
 */
import { storage } from '../browser-storage.ts'
import { InterviewStore } from '../interview/interview-store.ts'
import { MINUTE, offsetAt, type Interview } from '../interview/interview.ts'
import { calendarOf } from './calendar.ts'
import {
  currentPlan,
  openSlots,
  stateOf,
  unlaid,
  VARIANTS,
  variantOf,
  type CurrentPlan,
  type Variant,
} from './current-plan.ts'
import { arrange, daysIn, partOf, say, tasksIn, type Group, type ShownTask } from './plan-markup.ts'
import { PlanStore } from './plan-store.ts'
import { dateInWords, lengthInWords, tasksInWords } from './plan-words.ts'
import { saveCalendar } from './save-calendar.ts'
import { estimateOf, type DoneTasks } from './task.ts'
import { showSlot, showTick, TaskTicks } from './task-ticks.ts'
import { dateOf } from './work-days.ts'

/** Everything that the page shows of the plan. */
interface View {
  interview: Interview | undefined
  variant: Variant
  /** Tasks of the variant, in order. */
  tasks: ShownTask[]
  done: DoneTasks
  /** Undefined while no date is set. */
  plan: CurrentPlan | undefined
}

class PracticePlan extends HTMLElement {
  readonly #store = new PlanStore(storage)
  readonly #interview = new InterviewStore(storage)
  #tasks = new Map<string, ShownTask>()
  #days: Record<Variant, Group[]> = { sprint: [], week: [] }
  /** The groups on the page, to move nothing without need: what is moved loses the focus. */
  #arranged = ''
  #leave: (() => void) | undefined
  #clock: ReturnType<typeof setInterval> | undefined

  connectedCallback() {
    this.#tasks = tasksIn(this)
    this.#days = daysIn(this)
    for (const name of ['desk', 'days']) partOf(this, name).hidden = false
    partOf(this, 'written').hidden = true
    const ticks = new TaskTicks(this.#store, (id) => this.#usual(id))
    for (const { element } of this.#tasks.values()) ticks.wake(element)
    this.addEventListener('change', ({ target }) => {
      if (target instanceof HTMLInputElement && target.name === 'variant') this.#choose(target.value)
    })
    this.#press('behind', () => this.#planAgain())
    this.#press('save', () => this.#save())
    this.#leave = this.#store.subscribe(() => this.#show())
    this.#clock = setInterval(() => this.#showTimes(this.#view()), MINUTE / 4)
    this.#show()
  }

  disconnectedCallback() {
    this.#leave?.()
    clearInterval(this.#clock)
  }

  #press(name: string, act: () => void) {
    this.querySelector(`[data-do="${name}"]`)?.addEventListener('click', act)
  }

  #choose(value: string) {
    const variant = VARIANTS.find((known) => known === value)
    if (variant) this.#store.lay(Date.now(), variant)
  }

  #planAgain() {
    this.#store.lay(Date.now())
    const { plan } = this.#view()
    const leftOut = plan?.dropped.length ?? 0
    const end = leftOut > 0 ? `; ${tasksInWords(leftOut)} left out.` : '; nothing is left out.'
    say(partOf(this, 'told'), `Planned again from now: ${tasksInWords(plan?.slots.length ?? 0)} to do${end}`)
  }

  #save() {
    const { plan, done } = this.#view()
    if (!plan) return
    const now = Date.now()
    const entries = openSlots(plan, done)
      .filter(({ end }) => end > now)
      .map((slot) => {
        const { title = slot.id, detail = '' } = this.#tasks.get(slot.id) ?? {}
        return { ...slot, title, detail, url: new URL(`#${slot.id}`, location.href).href }
      })
    const { guide = '', name = '' } = this.dataset
    saveCalendar('plan.ics', calendarOf(entries, guide, name, now))
    say(partOf(this, 'told'), `Saved plan.ics with ${tasksInWords(entries.length)}.`)
  }

  #view(): View {
    const interview = this.#interview.get()
    const done = this.#store.done()
    const choice = this.#store.choice() ?? unlaid(Date.now(), done)
    const variant = variantOf(choice, interview)
    const ids = this.#days[variant].flatMap(({ tasks }) => tasks)
    const tasks = ids.flatMap((id) => this.#tasks.get(id) ?? [])
    return { interview, variant, tasks, done, plan: interview && currentPlan(tasks, done, choice, interview) }
  }

  /** Minutes that a task is planned with, or its estimate: what it took unless somebody knows better. */
  #usual(id: string): number {
    const task = this.#tasks.get(id)
    const slot = this.#view().plan?.slots.find((one) => one.id === id)
    return slot?.minutes ?? (task ? Math.round(estimateOf(task)) : MINUTE)
  }

  #show() {
    if (this.#interview.get() && !this.#store.choice()) {
      // The plan is laid once, or it would slip with the clock and nobody would ever be behind. Storing tells this again.
      this.#store.lay(Date.now())
      return
    }
    const view = this.#view()
    this.#arrange(view)
    for (const input of this.querySelectorAll<HTMLInputElement>('[name="variant"]')) {
      input.checked = input.value === view.variant
    }
    for (const task of view.tasks) showTick(task.element, view.done.get(task.id), this.#usual(task.id))
    this.#showTimes(view)
    this.#showStanding(view)
  }

  #arrange({ plan, interview, variant, tasks }: View) {
    const byDate = Map.groupBy(plan?.slots ?? [], ({ start }) => dateOf(start, interview?.zone ?? 'UTC'))
    const dates = [...byDate].map(([date, slots]) => ({ title: dateInWords(date), tasks: slots.map(({ id }) => id) }))
    const groups = plan ? dates : this.#days[variant]
    const lists = { 'left-out': plan?.dropped ?? [], earlier: plan?.earlier ?? [] }
    const wanted = JSON.stringify([groups, lists])
    if (wanted === this.#arranged) return
    this.#arranged = wanted
    const focused = document.activeElement
    const elementOf = (id: string) => tasks.find((task) => task.id === id)?.element
    const template = this.querySelector('template')
    if (template) arrange(partOf(this, 'days'), template, groups, elementOf)
    for (const [name, ids] of Object.entries(lists)) {
      const section = partOf(this, name)
      section.hidden = ids.length === 0
      section.querySelector('ol')?.replaceChildren(...ids.flatMap((id) => elementOf(id) ?? []))
    }
    if (focused instanceof HTMLElement && this.contains(focused)) focused.focus()
  }

  /** What changes as the clock runs. */
  #showTimes({ plan, interview, tasks, done }: View) {
    const now = Date.now()
    const slots = new Map(plan?.slots.map((slot) => [slot.id, slot]))
    for (const { id, element } of tasks) showSlot(element, slots.get(id), interview?.zone ?? 'UTC', done, now)
    const over = interview !== undefined && now >= interview.start
    const late = [...slots.values()].filter((slot) => stateOf(slot, done, now) === 'late').length
    say(partOf(this, 'late'), tasksInWords(late))
    this.#if('late', late > 0 && !over)
    this.#if('over', over)
    this.#if('empty', plan !== undefined && !over && plan.slots.length === 0 && plan.dropped.length > 0)
  }

  #showStanding({ plan, interview, tasks, done }: View) {
    const ticked = tasks.filter(({ id }) => done.has(id))
    const sum = (some: readonly ShownTask[]) => some.reduce((all, task) => all + estimateOf(task), 0)
    const progress = this.querySelector('progress')
    if (progress) Object.assign(progress, { max: sum(tasks), value: sum(ticked) })
    const worked = ticked.reduce((all, { id }) => all + (done.get(id)?.minutes ?? 0), 0)
    const left = plan && openSlots(plan, done).reduce((all, { minutes }) => all + minutes, 0)
    const standing = `${ticked.length} of ${tasksInWords(tasks.length)} done in ${lengthInWords(worked)}`
    say(partOf(this, 'standing'), left === undefined ? standing : `${standing}, ${lengthInWords(left)} planned`)
    const device = Intl.DateTimeFormat().resolvedOptions().timeZone
    say(partOf(this, 'zone'), interview?.zone ?? '')
    say(partOf(this, 'device'), device)
    say(partOf(this, 'pace'), `${(plan?.pace ?? 1).toFixed(1)} times`)
    this.#if('undated', !interview)
    this.#if('dated', interview !== undefined)
    this.#if('elsewhere', interview !== undefined && hereIsElsewhere(interview, device))
    this.#if('tight', plan?.tight === true)
    this.#if('pace', plan !== undefined && Math.abs(plan.pace - 1) >= 0.1)
  }

  /** Shows the sentences that hold. */
  #if(condition: string, holds: boolean) {
    for (const part of this.querySelectorAll<HTMLElement>(`[data-if="${condition}"]`)) part.hidden = !holds
  }
}

const hereIsElsewhere = ({ start, zone }: Interview, device: string) =>
  offsetAt(start, zone) !== offsetAt(start, device)

customElements.define('practice-plan', PracticePlan)
