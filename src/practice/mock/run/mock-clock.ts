/** `<mock-clock>`: what is left of the phase and of the whole. Reads the clock; the ends are in the mock. */
import { PracticeElement, say } from '../../kit/element.ts'
import { MINUTE } from '../../kit/time.ts'
import { titleOf } from '../facts.ts'
import { inDebrief, toDebrief, type Mock } from '../mock.ts'
import { facts, mocks, sayMoved } from '../mock-page.ts'
import type { KeptMock } from '../mock-store.ts'
import { behindBy, inDigits, leftOf, paused, resumed, type Countdown } from './countdown.ts'

class MockClock extends PracticeElement {
  #shouldWake = false
  #wakeLock: Promise<WakeLockSentinel | undefined> | undefined

  protected start() {
    this.on(this.find('pause'), 'click', () => {
      this.#change((mock, now) => ({
        ...mock,
        countdown: mock.countdown.pausedAt === null ? paused(mock.countdown, now) : resumed(mock.countdown, now),
      }))
    })
    this.on(this.find('end'), 'click', () => {
      this.#change(toDebrief)
      sayMoved(this)
    })
    this.until(mocks.subscribe(() => this.#show()))
    this.every(500, () => this.#tick())
    this.on(document, 'visibilitychange', () => {
      // Back on the screen after a sleep: at once, not at the next tick.
      this.#tick()
      // The browser takes the lock away from a hidden page.
      this.#wakeLock = undefined
      this.#keepAwake(this.#shouldWake)
    })
    this.until(() => this.#keepAwake(false))
    this.#show()
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
    this.#keepAwake(mock?.countdown.pausedAt === null)
    if (!mock) return
    const { phase, pausedAt } = mock.countdown
    say(this.find('phase'), titleOf(facts, mock.agenda[phase]?.phase ?? ''))
    say(this.find('of'), `phase ${phase + 1} of ${mock.agenda.length}`)
    say(this.find('pause'), pausedAt === null ? 'Pause' : 'Go on')
    this.find('end').hidden = this.dataset['mock'] !== undefined || inDebrief(mock)
    this.#tick()
  }

  #tick() {
    const mock = this.#kept()?.mock
    if (!mock) return
    const now = Date.now()
    const left = leftOf(mock.countdown, now)
    const late = left.phase <= -1000
    say(this.find('left'), inDigits(left.phase))
    say(this.find('left-says'), late ? 'over' : 'left in this phase')
    this.toggleAttribute('data-late', late)
    say(this.find('total'), `${inDigits(left.total)} ${left.total <= -1000 ? 'over in all' : 'left in all'}`)
    say(this.find('pace'), inDebrief(mock) ? '' : paceOf(mock.countdown, now))
    say(this.find('told'), toldOf(mock.countdown, left.phase))
  }

  /** Keeps the screen awake where the browser offers that, or no longer. Nothing depends on it: the countdown keeps ends. */
  #keepAwake(wanted: boolean) {
    this.#shouldWake = wanted
    if (!wanted) {
      void this.#wakeLock?.then((lock) => lock?.release())
      this.#wakeLock = undefined
    } else if (!this.#wakeLock && document.visibilityState === 'visible' && 'wakeLock' in navigator) {
      // Refused when the battery is low, for example.
      this.#wakeLock = navigator.wakeLock.request('screen').catch(() => undefined)
    }
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
