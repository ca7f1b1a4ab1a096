/**
 * `<practice-plan>`: puts the tasks of the chosen plan under the dates on which they are to be done, ticks them, plans
 * again, and saves the rest as a calendar.
 */
import { InterviewStore } from '../interview/interview-store.ts'
import { offsetAt, type Interview } from '../interview/interview.ts'
import { download } from '../kit/download.ts'
import { made, PracticeElement, say } from '../kit/element.ts'
import { moveFocus } from '../kit/focus.ts'
import { storage } from '../kit/storage/browser.ts'
import { MINUTE } from '../kit/time.ts'
import { calendarOf, INTERVIEW_ENTRY, type CalendarEntry } from './calendar.ts'
import { currentPlan, openSlots, PlanStore, stateOf, unlaid, VARIANTS, variantOf } from './current-plan.ts'
import type { CurrentPlan, Variant } from './current-plan.ts'
import { dateInWords, lengthInWords, tasksInWords } from './plan-words.ts'
import { estimateOf, type DoneTasks, type Task } from './task.ts'
import { TaskView } from './task-view.ts'
import { dateOf, LAST_CALM } from './work-days.ts'

/** What the plan is laid of; the words stand in the page. */
export interface PlanFacts {
  /** Tells the plans of several guides apart in a calendar. */
  guide: string
  /** Of the calendar. */
  name: string
  /** The interview in the calendar: its name, what stands below it, its length in minutes, and where to look before it. */
  interview: { title: string; detail: string; minutes: number; href: string }
  /** Each task once. */
  tasks: readonly Task[]
  days: Readonly<Record<Variant, readonly Group[]>>
}

/** A heading, its name in addresses and the hours of work under it, with its tasks by id. */
interface Group {
  id: string
  title: string
  hours: string
  tasks: readonly string[]
}

/** Everything that the page shows of the plan. */
interface View {
  interview: Interview | undefined
  variant: Variant
  /** Tasks of the variant, in order. */
  tasks: TaskView[]
  done: DoneTasks
  /** Undefined while no date is set. */
  plan: CurrentPlan | undefined
}

/** Minutes before a task at which the calendar reminds of it. */
const REMINDER = 10

class PracticePlan extends PracticeElement {
  readonly #store = new PlanStore(storage)
  readonly #interview = new InterviewStore(storage)
  readonly #facts = this.facts() as PlanFacts
  readonly #tasks = new Map(
    this.#facts.tasks.map((task) => [task.id, new TaskView(task, this.find(`task-${task.id}`))]),
  )
  /** The groups on the page, to move nothing without need: what is moved loses the focus. */
  #arranged = ''
  /** Whether a date was set when the page was last shown: what explains it is folded once it is. */
  #wasDated: boolean | undefined

  protected start() {
    this.find('desk').hidden = false
    for (const task of this.#tasks.values()) this.#listen(task)
    for (const variant of VARIANTS) this.on(this.find(variant), 'change', () => this.#store.lay(Date.now(), variant))
    this.on(this.find('behind'), 'click', () => this.#planAgain())
    this.on(this.find('save'), 'click', () => this.#save())
    this.until(this.#store.subscribe(() => this.#show()))
    this.every(MINUTE / 4, () => this.#showTimes(this.#view()))
    this.#show()
  }

  #listen(view: TaskView) {
    const { id } = view.task
    view.listen(
      {
        ticked: (done) => (done ? this.#store.tick(id, this.#usual(view), Date.now()) : this.#store.untick(id)),
        took: (minutes) => this.#store.tick(id, minutes, Date.now()),
        left: () => view.showTick(this.#store.done().get(id), this.#usual(view)),
      },
      this.signal,
    )
  }

  #planAgain() {
    this.#store.lay(Date.now())
    const { plan } = this.#view()
    const leftOut = plan?.dropped.length ?? 0
    const end = leftOut > 0 ? `; ${tasksInWords(leftOut)} left out.` : '; nothing is left out.'
    say(this.find('told'), `Planned again from now: ${tasksInWords(plan?.slots.length ?? 0)} to do${end}`)
  }

  #save() {
    const { plan, done, interview } = this.#view()
    if (!plan || !interview) return
    const now = Date.now()
    const tasks = openSlots(plan, done)
      .filter(({ end }) => end > now)
      .map((slot) => {
        const { title = slot.id, detail = '' } = this.#tasks.get(slot.id) ?? {}
        return {
          ...slot,
          title,
          detail,
          url: new URL(`${location.pathname}#${slot.id}`, location.href).href,
          reminder: REMINDER,
        }
      })
    const { guide, name } = this.#facts
    const text = calendarOf([...tasks, this.#appointment(interview)], guide, name, now)
    download('plan.ics', new Blob([text], { type: 'text/calendar;charset=utf-8' }))
    say(this.find('told'), `Saved plan.ics with the interview and ${tasksInWords(tasks.length)}.`)
  }

  /** The interview as an entry of the calendar, which reminds of it when nothing new is to be studied any more. */
  #appointment({ start }: Interview): CalendarEntry {
    const { title, detail, minutes, href } = this.#facts.interview
    const url = new URL(href, location.href).href
    const end = start + minutes * MINUTE
    return { id: INTERVIEW_ENTRY, start, end, title, detail, url, reminder: LAST_CALM / MINUTE }
  }

  #view(): View {
    const interview = this.#interview.get()
    const done = this.#store.done()
    const choice = this.#store.choice() ?? unlaid(Date.now(), done)
    const variant = variantOf(choice, interview)
    const ids = this.#facts.days[variant].flatMap(({ tasks }) => tasks)
    const tasks = ids.flatMap((id) => this.#tasks.get(id) ?? [])
    const plan =
      interview &&
      currentPlan(
        tasks.map(({ task }) => task),
        done,
        choice,
        interview,
      )
    return { interview, variant, tasks, done, plan }
  }

  /** Minutes that a task is planned with, or its estimate: what it took unless somebody knows better. */
  #usual({ task }: TaskView, { plan } = this.#view()): number {
    return plan?.slots.find(({ id }) => id === task.id)?.minutes ?? Math.round(estimateOf(task))
  }

  #show() {
    if (this.#interview.get() && !this.#store.choice()) {
      // The plan is laid once, or it would slip with the clock and nobody would ever be behind. Storing tells this again.
      this.#store.lay(Date.now())
      return
    }
    const view = this.#view()
    this.#arrange(view)
    for (const variant of VARIANTS) this.find(variant, HTMLInputElement).checked = variant === view.variant
    for (const task of view.tasks) task.showTick(view.done.get(task.task.id), this.#usual(task, view))
    this.#showTimes(view)
    this.#showStanding(view)
  }

  #arrange({ plan, interview, variant, tasks }: View) {
    const byDate = Map.groupBy(plan?.slots ?? [], ({ start }) => dateOf(start, interview?.zone ?? 'UTC'))
    const dates = [...byDate].map(([date, slots], at) => ({
      id: `day-${at + 1}`,
      title: dateInWords(date),
      hours: lengthInWords(slots.reduce((sum, { minutes }) => sum + minutes, 0)),
      tasks: slots.map(({ id }) => id),
    }))
    const groups = plan ? dates : this.#facts.days[variant]
    const more = [...this.#tasks].flatMap(([id, view]) => (tasks.includes(view) ? [] : id))
    const lists = { 'left-out': plan?.dropped ?? [], earlier: plan?.earlier ?? [], more }
    const wanted = JSON.stringify([groups, lists])
    if (wanted === this.#arranged) return
    this.#arranged = wanted
    const focused = document.activeElement
    this.find('days').replaceChildren(...groups.map((group) => this.#section(group)))
    for (const [name, ids] of Object.entries(lists)) {
      const section = this.find(name)
      section.hidden = ids.length === 0
      section.querySelector('ol')?.replaceChildren(...this.#elements(ids))
    }
    nameDays(groups)
    if (focused instanceof HTMLElement && this.contains(focused)) moveFocus(focused)
  }

  /** The heading of a group with its tasks under it. */
  #section({ id, title, hours, tasks }: Group): DocumentFragment {
    const section = document.importNode(this.find('day', HTMLTemplateElement).content, true)
    const heading = section.querySelector('h2')
    if (heading) heading.id = id
    section.querySelector('a')?.replaceWith(linkTo(id, title))
    section.querySelector('p')?.replaceChildren(hours)
    section.querySelector('ol')?.append(...this.#elements(tasks))
    return section
  }

  #elements(ids: readonly string[]): HTMLElement[] {
    return ids.flatMap((id) => this.#tasks.get(id)?.element ?? [])
  }

  /** What changes as the clock runs. */
  #showTimes({ plan, interview, done }: View) {
    const now = Date.now()
    const slots = new Map(plan?.slots.map((slot) => [slot.id, slot]))
    for (const view of this.#tasks.values()) view.showSlot(slots.get(view.task.id), interview?.zone ?? 'UTC', done, now)
    const over = interview !== undefined && now >= interview.start
    const late = [...slots.values()].filter((slot) => stateOf(slot, done, now) === 'late').length
    say(this.find('late'), tasksInWords(late))
    this.#if('late', late > 0 && !over)
    this.#if('over', over)
    this.#if('empty', plan !== undefined && !over && plan.slots.length === 0 && plan.dropped.length > 0)
  }

  #showStanding({ plan, interview, tasks, done }: View) {
    const all = tasks.map(({ task }) => task)
    const ticked = all.filter(({ id }) => done.has(id))
    const sum = (some: readonly Task[]) => some.reduce((total, task) => total + estimateOf(task), 0)
    Object.assign(this.find('progress'), { max: sum(all), value: sum(ticked) })
    const worked = ticked.reduce((total, { id }) => total + (done.get(id)?.minutes ?? 0), 0)
    const left = plan && openSlots(plan, done).reduce((total, { minutes }) => total + minutes, 0)
    const standing = `${ticked.length} of ${tasksInWords(tasks.length)} done in ${lengthInWords(worked)}`
    say(this.find('standing'), left === undefined ? standing : `${standing}, ${lengthInWords(left)} planned`)
    const device = Intl.DateTimeFormat().resolvedOptions().timeZone
    say(this.find('zone'), interview?.zone ?? '')
    say(this.find('device'), device)
    say(this.find('pace'), `${(plan?.pace ?? 1).toFixed(1)} times`)
    this.#if('undated', !interview)
    this.#if('dated', interview !== undefined)
    this.#foldHow(interview !== undefined)
    this.#if('elsewhere', interview !== undefined && hereIsElsewhere(interview, device))
    this.#if('tight', plan?.tight === true)
    this.#if('pace', plan !== undefined && Math.abs(plan.pace - 1) >= 0.1)
  }

  /** Leaves the first screen to the tasks once they have their hours; what the reader unfolds stays so. */
  #foldHow(isDated: boolean) {
    if (isDated !== this.#wasDated) this.find('how', HTMLDetailsElement).open = !isDated
    this.#wasDated = isDated
  }

  /** Shows the sentences that hold. */
  #if(condition: string, holds: boolean) {
    for (const sentence of this.querySelectorAll<HTMLElement>(`[data-if="${condition}"]`)) sentence.hidden = !holds
  }
}

const linkTo = (id: string, title: string) => Object.assign(made('a', title), { href: `#${id}` })

/** The contents of the page name the days as they are laid. */
function nameDays(groups: readonly Group[]) {
  const contents = document.querySelector('.toc ul')
  for (const link of contents?.querySelectorAll('[href^="#day-"]') ?? []) link.parentElement?.remove()
  contents?.prepend(...groups.map(({ id, title }) => made('li', linkTo(id, title))))
}

const hereIsElsewhere = ({ start, zone }: Interview, device: string) =>
  offsetAt(start, zone) !== offsetAt(start, device)

customElements.define('practice-plan', PracticePlan)
