/**
 * `<walk-path>`: on the page of a path, ticks its stops, leads to where one goes on, and makes the path fit the minutes
 * that there are.
 */
import { InterviewStore } from '../interview/interview-store.ts'
import { deleteButton, PracticeElement, say } from '../kit/element.ts'
import { moveFocus } from '../kit/focus.ts'
import { storage } from '../kit/storage/browser.ts'
import { MINUTE } from '../kit/time.ts'
import { lengthInWords } from '../plan/plan-words.ts'
import { PathStore, underWay, type PathProgress } from './path-progress.ts'
import { leftInWords, stopsInWords } from './path-words.ts'
import {
  isTight,
  leftOutToFit,
  minutesOf,
  minutesUntil,
  numberOf,
  standingOf,
  type Standing,
  type Stop,
} from './path.ts'

/** What the page reckons with; the words stand in it. */
export interface PathPageFacts {
  /** Every path: one of the others may be under way. */
  paths: readonly { id: string; title: string; stops: readonly Stop[] }[]
}

const UNBEGUN = { done: [], leftOut: [] }

class WalkPath extends PracticeElement {
  readonly #store = new PathStore(storage)
  readonly #interview = new InterviewStore(storage)
  readonly #facts = this.facts() as PathPageFacts
  readonly #id = this.dataset['path'] ?? ''
  readonly #stops = this.#facts.paths.find(({ id }) => id === this.#id)?.stops ?? []
  /** Minutes that stand in the field because the clock says so. */
  #offered = ''

  protected start() {
    this.#listen()
    this.find('restart-here').replaceChildren(deleteButton('Begin again', () => this.#restart()))
    for (const [at, stop] of this.#stops.entries()) this.#listenTo(stop, at)
    this.until(this.#store.subscribe(() => this.#show()))
    this.until(this.#interview.subscribe(() => this.#show()))
    this.every(MINUTE / 4, () => this.#show())
    this.#show()
    // The form was hidden when the browser looked for it.
    if (location.hash === '#minutes') moveFocus(this.#minutes)
  }

  #listen() {
    this.on(this.find('go'), 'click', () => this.#store.begin(this.#id, Date.now()))
    this.on(this.find('leave'), 'click', () => this.#leave())
    this.on(this.find('restart'), 'click', () => this.#restart())
    for (const all of ['all', 'take-rest']) this.on(this.find(all), 'click', () => this.#takeAll())
    this.on(this.find('form'), 'submit', (event) => {
      event.preventDefault()
      this.#fit(this.#minutes.valueAsNumber)
    })
  }

  #listenTo({ to }: Stop, at: number) {
    const box = this.find(`done-${at}`, HTMLInputElement)
    this.on(box, 'change', () => this.#store.tick(this.#id, to, box.checked, Date.now()))
    // Whoever follows the list has begun, unless another path is under way or this one was left.
    this.on(this.find(`link-${at}`), 'click', () => {
      if (!this.#underWay() && !this.#progress) this.#store.begin(this.#id, Date.now())
    })
  }

  #leave() {
    this.#store.leave(this.#id)
    say(this.find('told'), 'You left the path. What you ticked is kept.')
    moveFocus(this.find('go'))
  }

  #restart() {
    this.#store.restart(this.#id, Date.now())
    say(this.find('told'), '')
    moveFocus(this.find('go'))
  }

  #takeAll() {
    this.#store.fit(this.#id, [], undefined, Date.now())
    say(this.find('told'), 'Every stop is in it again.')
    moveFocus(this.find('go'))
  }

  #fit(minutes: number) {
    const open = this.#stops.filter(({ to }) => !this.#progress?.done.includes(to))
    const out = leftOutToFit(open, minutes)
    const stays = open.filter(({ to }) => !out.includes(to))
    if (stays.length === 0) {
      say(this.find('told'), `No stop is as short as ${lengthInWords(minutes)}. Nothing is changed.`)
      return
    }
    const now = Date.now()
    this.#store.fit(this.#id, out, now + minutes * MINUTE, now)
    const titles = this.#titles(this.#stops.filter(({ to }) => out.includes(to)))
    const end = out.length > 0 ? `Left out, for want of time: ${titles}.` : 'Nothing is left out.'
    say(this.find('told'), `It fits: ${stopsInWords(stays.length)} in ${lengthInWords(minutesOf(stays))}. ${end}`)
  }

  #show() {
    const progress = this.#progress
    const standing = standingOf(this.#stops, progress ?? UNBEGUN)
    const other = this.#underWay()
    const isUnderWay = other?.path.id === this.#id
    const isThrough = standing.next === undefined
    this.find('desk').hidden = isThrough
    this.find('through').hidden = !isThrough
    say(this.find('standing'), standingInWords(standing, progress))
    this.find('leave').hidden = !isUnderWay
    this.find('restart-here').hidden = (progress?.done.length ?? 0) === 0
    this.find('other').hidden = !other || isUnderWay
    say(this.find('other-title'), other?.path.title ?? '')
    this.#showGo(standing, progress)
    this.#showLeftOut(standing)
    this.#showTime(standing, isUnderWay ? progress : undefined)
    for (const [at, stop] of this.#stops.entries()) this.#showStop(stop, at, standing)
  }

  #showGo(standing: Standing, progress: PathProgress | undefined) {
    const { next } = standing
    if (!next) return
    const link = this.#link(next)
    const go = this.find('go', HTMLAnchorElement)
    go.href = link.href
    const isBegun = progress && progress.done.length > 0
    say(go, `${isBegun ? 'Go on with' : 'Start with'} stop ${numberOf(standing, next)}: ${link.textContent.trim()}`)
  }

  #showLeftOut({ leftOut }: Standing) {
    for (const name of ['all', 'take-rest', 'more']) this.find(name).hidden = leftOut.length === 0
    say(this.find('rest'), this.#titles(leftOut))
  }

  /** What the clock says: whether the rest still fits, and how many minutes there are. */
  #showTime(standing: Standing, progress: PathProgress | undefined) {
    const now = Date.now()
    const start = this.#interview.get()?.start
    const there = minutesUntil([progress?.until, start], now)
    const untilInterview = minutesUntil([start], now)
    this.find('tight').hidden = !isTight(standing, there)
    say(this.find('there'), lengthInWords(there ?? 0))
    say(this.find('takes'), lengthInWords(standing.minutes))
    this.find('interview').hidden = untilInterview === undefined || untilInterview >= minutesOf(this.#stops)
    say(this.find('begins'), lengthInWords(untilInterview ?? 0))
    const offered = there !== undefined && there < standing.minutes ? String(there) : ''
    // Not over what somebody typed.
    if (this.#minutes.value === this.#offered && this.#minutes !== document.activeElement) this.#minutes.value = offered
    if (this.#minutes.value === offered) this.#offered = offered
  }

  #showStop(stop: Stop, at: number, { stops, open }: Standing) {
    const isIn = stops.includes(stop)
    this.find(`mark-${at}`).hidden = !isIn
    this.find(`out-${at}`).hidden = isIn
    this.find(`done-${at}`, HTMLInputElement).checked = isIn && !open.includes(stop)
    this.find(`stop-${at}`).classList.toggle('left-out', !isIn)
  }

  #titles(stops: readonly Stop[]): string {
    return stops.map((stop) => `${this.#link(stop).textContent.trim()} (${stop.minutes} min)`).join(', ')
  }

  #link(stop: Stop): HTMLAnchorElement {
    return this.find(`link-${this.#stops.indexOf(stop)}`, HTMLAnchorElement)
  }

  #underWay() {
    return underWay(this.#facts.paths, this.#store.all())
  }

  get #progress(): PathProgress | undefined {
    return this.#store.get(this.#id)
  }

  get #minutes(): HTMLInputElement {
    return this.find('minutes', HTMLInputElement)
  }
}

/** `12 stops, 1 h`, and once begun `4 of 12 stops done, 23 min left`. */
function standingInWords(standing: Standing, progress: PathProgress | undefined): string {
  const { stops, open, minutes } = standing
  if (!progress) return `${stopsInWords(stops.length)}, ${lengthInWords(minutes)}`
  return `${stops.length - open.length} of ${stopsInWords(stops.length)} done, ${leftInWords(standing)}`
}

customElements.define('walk-path', WalkPath)
