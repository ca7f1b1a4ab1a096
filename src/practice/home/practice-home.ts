/**
 * `<practice-home>`: counts down to the interview, shows how ready the candidate is, and says what to do next. Looks at
 * the records of cards, blanks and plan, for it is the summary of them; it changes none.
 */
import { BlanksStore } from '../blanks/blanks-store.ts'
import { shownOf } from '../blanks/filled-blank.ts'
import { storage } from '../browser-storage.ts'
import { progressByArea } from '../cards/progress.ts'
import { reviewShelf } from '../cards/review.ts'
import { InterviewStore } from '../interview/interview-store.ts'
import { inWords, MINUTE, untilInterview, type Interview } from '../interview/interview.ts'
import { currentPlan, openSlots, stateOf, unlaid, variantOf, type SlotState } from '../plan/current-plan.ts'
import { PlanStore } from '../plan/plan-store.ts'
import { nextSteps, type Situation, type Suggestion } from './next.ts'
import css from './practice-home.css?inline'
import { standingInWords, standings, type HomeContent, type Standing } from './readiness.ts'

const sheet = new CSSStyleSheet()
sheet.replaceSync(css)
document.adoptedStyleSheets.push(sheet)

/** What is said of the task that is next. */
const STATES: Readonly<Record<SlotState, string>> = {
  late: 'should be done by now.',
  now: 'is planned for now.',
  later: 'is next in your plan.',
  done: '',
}

class PracticeHome extends HTMLElement {
  readonly #interview = new InterviewStore(storage)
  readonly #plan = new PlanStore(storage)
  readonly #blanks = new BlanksStore(storage)
  #content: HomeContent | undefined
  /** Kinds of the suggestions on the page. */
  #order = ''
  #leave: (() => void) | undefined
  #clock: ReturnType<typeof setInterval> | undefined

  connectedCallback() {
    this.#part('quiet').hidden = true
    this.#part('panel').hidden = false
    this.#leave = storage.subscribe(() => this.#show())
    this.#clock = setInterval(() => this.#show(), MINUTE / 4)
    this.#show()
    fetch(this.dataset['content'] ?? '')
      .then((response) => response.json() as Promise<HomeContent>)
      .then((content) => {
        this.#content = content
        this.#part('legend').hidden = false
        this.#show()
      })
      .catch(() => (this.#part('unread').hidden = false))
  }

  disconnectedCallback() {
    this.#leave?.()
    clearInterval(this.#clock)
  }

  #show() {
    const now = Date.now()
    const interview = this.#interview.get()
    this.#showCountdown(interview, now)
    const content = this.#content
    const areas = content ? this.#standings(content) : []
    this.#showAreas(areas)
    this.#showNext(
      nextSteps({
        left: interview && interview.start - now,
        areas,
        openBlanks: content ? this.#openBlanks(content) : 0,
        task: content && this.#task(content, interview, now),
      }),
    )
  }

  #showCountdown(interview: Interview | undefined, now: number) {
    this.#part('countdown').hidden = !interview
    if (!interview) return
    const { minutes, over } = untilInterview(interview.start, now)
    const when = new Date(interview.start).toLocaleString('en-GB', {
      ...{ timeZone: interview.zone, weekday: 'long', day: 'numeric', month: 'long' },
      ...{ hour: '2-digit', minute: '2-digit' },
    })
    say(this.#part('left'), over ? 'It has begun' : inWords(minutes))
    say(this.#part('when'), over ? `on ${when}` : `until ${when} (${interview.zone})`)
  }

  #standings({ areas }: HomeContent): Standing[] {
    const cards = areas.flatMap(({ id: area, cards }) => cards.map((id) => ({ id, area })))
    return standings(areas, progressByArea(cards, storage.all(reviewShelf)))
  }

  #openBlanks({ blanks }: HomeContent): number {
    const filled = this.#blanks.all()
    return blanks.filter((id) => shownOf(filled.get(id)).state === 'open').length
  }

  /** The first task of the plan that is not ticked; without a date there is none. */
  #task({ tasks, plans }: HomeContent, interview: Interview | undefined, now: number): Situation['task'] {
    if (!interview) return undefined
    const done = this.#plan.done()
    const choice = this.#plan.choice() ?? unlaid(now, done)
    const ids = plans[variantOf(choice, interview)]
    const chosen = ids.flatMap((id) => tasks.find((task) => task.id === id) ?? [])
    const [slot] = openSlots(currentPlan(chosen, done, choice, interview), done)
    return slot && { id: slot.id, state: stateOf(slot, done, now) }
  }

  #showAreas(areas: readonly Standing[]) {
    const list = this.#part('areas')
    const template = this.querySelector('template')
    if (!template) return
    if (list.childElementCount !== areas.length) {
      list.replaceChildren(...areas.map(() => document.importNode(template.content, true)))
    }
    for (const [at, area] of areas.entries()) {
      const row = list.children[at]
      if (!(row instanceof HTMLElement)) continue
      say(partOf(row, 'title'), area.title)
      say(partOf(row, 'words'), standingInWords(area))
      const counts = [area.strong, area.fair, area.weak, area.never]
      for (const [part, bar] of row.querySelectorAll<HTMLElement>('i').entries()) {
        bar.style.setProperty('flex-grow', String(counts[part] ?? 0))
      }
    }
  }

  #showNext(steps: readonly Suggestion[]) {
    for (const line of this.querySelectorAll<HTMLElement>('[data-next]')) {
      line.hidden = !steps.some(({ kind }) => kind === line.dataset['next'])
    }
    const lines = steps.flatMap((step) => {
      const line = this.querySelector<HTMLElement>(`[data-next="${step.kind}"]`)
      if (line) this.#fill(line, step)
      return line ?? []
    })
    // What matters most stands first; moved only if it must be, for what is moved loses the focus.
    const wanted = steps.map(({ kind }) => kind).join(' ')
    if (wanted !== this.#order) this.#part('areas').before(...lines)
    this.#order = wanted
  }

  #fill(line: HTMLElement, step: Suggestion) {
    if (step.kind === 'task') {
      const link = line.querySelector('a')
      if (link) link.hash = step.id
      say(partOf(line, 'task'), this.#content?.tasks.find(({ id }) => id === step.id)?.title ?? step.id)
      say(partOf(line, 'state'), STATES[step.state])
      return
    }
    for (const [name, value] of Object.entries(step)) {
      if (name !== 'kind') say(partOf(line, name), String(value))
    }
  }

  #part(name: string): HTMLElement {
    return partOf(this, name)
  }
}

function partOf(root: HTMLElement, name: string): HTMLElement {
  const part = root.querySelector<HTMLElement>(`[data-part="${name}"]`)
  if (part === null) throw new Error(`<practice-home> lacks its part "${name}"`)
  return part
}

function say(part: HTMLElement, text: string): void {
  if (part.textContent !== text) part.textContent = text
}

customElements.define('practice-home', PracticeHome)
