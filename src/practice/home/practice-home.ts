/**
 * `<practice-home>`: counts down to the interview, shows how ready the candidate is, and says what to do next. Looks at
 * the records of cards, blanks and plan, for it is the summary of them; it changes none.
 */
import { shownOf } from '../blanks/filled-blank.ts'
import { ShownBlanks } from '../blanks/shown-blanks.ts'
import { progressByArea, reviewKind } from '../cards/review.ts'
import { InterviewStore } from '../interview/interview-store.ts'
import { untilInterview, whenInWords, type Interview } from '../interview/interview.ts'
import { partOf, PracticeElement, say } from '../kit/element.ts'
import { moveFocus } from '../kit/focus.ts'
import { storage } from '../kit/storage/browser.ts'
import { inWords, MINUTE } from '../kit/time.ts'
import { currentPlan, openSlots, PlanStore, stateOf, unlaid, variantOf, type SlotState } from '../plan/current-plan.ts'
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

class PracticeHome extends PracticeElement {
  readonly #interview = new InterviewStore(storage)
  readonly #plan = new PlanStore(storage)
  readonly #blanks = new ShownBlanks(storage)
  #content: HomeContent | undefined
  /** Kinds of the suggestions on the page. */
  #order = ''

  protected start() {
    this.find('unloaded').hidden = true
    this.find('panel').hidden = false
    this.until(storage.subscribe(() => this.#show()))
    this.every(MINUTE / 4, () => {
      this.#show()
      void this.#fetchContent()
    })
    this.on(window, 'online', () => void this.#fetchContent())
    this.#show()
    void this.#fetchContent()
  }

  /** Fetches the list of what there is to practise, until it is there. */
  async #fetchContent() {
    if (this.#content) return
    try {
      const response = await fetch(this.dataset['content'] ?? '')
      this.#content = (await response.json()) as HomeContent
    } catch {
      // No connection, or a page of somebody else's in the list's place.
    }
    this.find('legend').hidden = !this.#content
    this.find('unread').hidden = this.#content !== undefined
    this.#show()
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
    const date = this.find('date')
    const hadFocus = interview !== undefined && date.contains(document.activeElement)
    this.find('countdown').hidden = !interview
    date.hidden = interview !== undefined
    if (!interview) return
    const { minutes, over } = untilInterview(interview.start, now)
    const when = whenInWords(interview)
    say(this.find('time-left'), over ? 'It has begun' : inWords(minutes))
    say(this.find('until'), over ? `on ${when}` : `until ${when}`)
    // The form that was just sent has gone; what came of it is read out.
    if (hadFocus) moveFocus(this.find('countdown'))
  }

  #standings({ areas }: HomeContent): Standing[] {
    const cards = areas.flatMap(({ id: area, cards }) => cards.map((id) => ({ id, area })))
    return standings(areas, progressByArea(cards, storage.all(reviewKind)))
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
    const list = this.find('areas')
    const template = this.find('area-row', HTMLTemplateElement)
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
    if (wanted !== this.#order) this.find('areas').before(...lines)
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
}

customElements.define('practice-home', PracticeHome)
