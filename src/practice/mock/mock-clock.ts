/** `<mock-clock>`: what is left of the phase and of the whole. Reads the clock; the ends are in the mock. */
import { behindBy, inDigits, leftOf, paused, resumed, type Countdown } from './countdown.ts'
import { part, say } from './markup.ts'
import type { KeptMock } from './mock-store.ts'
import { inDebrief, toDebrief, type Mock } from './mock.ts'
import { phaseTitle } from './script.ts'
import { mocks, sayMoved } from './session.ts'
import { WakeLock } from './wake-lock.ts'

const MINUTE = 60_000

class MockClock extends HTMLElement {
  readonly #wake = new WakeLock()
  #leave: (() => void) | undefined
  #timer: ReturnType<typeof setInterval> | undefined

  connectedCallback() {
    part(this, 'pause').addEventListener('click', () => {
      this.#change((mock, now) => ({
        ...mock,
        countdown: mock.countdown.pausedAt === null ? paused(mock.countdown, now) : resumed(mock.countdown, now),
      }))
    })
    this.querySelector('[data-part="end"]')?.addEventListener('click', () => {
      this.#change(toDebrief)
      sayMoved()
    })
    this.#leave = mocks.subscribe(() => this.#show())
    this.#timer = setInterval(() => this.#tick(), 500)
    // Back on the screen after a sleep: at once, not at the next tick.
    document.addEventListener('visibilitychange', this.#tick)
    this.#show()
  }

  disconnectedCallback() {
    this.#leave?.()
    clearInterval(this.#timer)
    document.removeEventListener('visibilitychange', this.#tick)
    this.#wake.want(false)
  }

  /** The mock that is running here: that of a second device where the markup names it. */
  #kept(): KeptMock | undefined {
    const named = this.dataset['mock']
    const mock = named === undefined ? undefined : mocks.get(named)
    const kept = named === undefined ? mocks.current() : mock && !mocks.running() ? { id: named, mock } : undefined
    return kept?.mock.finished === null ? kept : undefined
  }

  #change(change: (mock: Mock, now: number) => Mock) {
    const kept = this.#kept()
    if (kept) mocks.put(kept.id, change(kept.mock, Date.now()))
  }

  #show() {
    const mock = this.#kept()?.mock
    this.hidden = !mock
    this.#wake.want(mock?.countdown.pausedAt === null)
    if (!mock) return
    const { phase, pausedAt } = mock.countdown
    say(part(this, 'phase'), phaseTitle(mock.agenda[phase]?.phase ?? ''))
    say(part(this, 'of'), `phase ${phase + 1} of ${mock.agenda.length}`)
    say(part(this, 'pause'), pausedAt === null ? 'Pause' : 'Go on')
    const end = this.querySelector<HTMLElement>('[data-part="end"]')
    if (end) end.hidden = inDebrief(mock)
    this.#tick()
  }

  readonly #tick = () => {
    const mock = this.#kept()?.mock
    if (!mock) return
    const now = Date.now()
    const left = leftOf(mock.countdown, now)
    const late = left.phase <= -1000
    say(part(this, 'left'), inDigits(left.phase))
    say(part(this, 'left-says'), late ? 'over' : 'left in this phase')
    this.toggleAttribute('data-late', late)
    say(part(this, 'total'), `${inDigits(left.total)} ${left.total <= -1000 ? 'over in all' : 'left in all'}`)
    say(part(this, 'pace'), inDebrief(mock) ? '' : paceOf(mock.countdown, now))
    say(part(this, 'told'), toldOf(mock.countdown, left.phase))
  }
}

/** How far behind the agenda, in whole minutes; nothing before the first. */
function paceOf(countdown: Countdown, now: number): string {
  const minutes = Math.floor(Math.abs(behindBy(countdown, now)) / MINUTE)
  if (minutes === 0) return ''
  return behindBy(countdown, now) > 0 ? `· ${minutes} min behind` : `· ${minutes} min ahead`
}

/** What is announced: little, and each once. */
function toldOf({ pausedAt }: Countdown, left: number): string {
  if (pausedAt !== null) return 'Paused.'
  if (left <= 0) return 'Time for this phase is up.'
  return left <= MINUTE ? 'One minute left in this phase.' : ''
}

customElements.define('mock-clock', MockClock)
