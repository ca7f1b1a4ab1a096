/**
 * `<mock-candidate>`: the prompt alone, large. Follows the interview of this browser; on a second device it draws the
 * same agenda from the code that is typed in, and is moved on by hand.
 */
import { drawAgenda } from './agenda.ts'
import { chanceOf } from './chance.ts'
import { codeOf, textOf } from './code.ts'
import { inDigits, leftOf } from './countdown.ts'
import { part, say } from './markup.ts'
import { hear } from './mock-channel.ts'
import { SECOND_DEVICE } from './mock-store.ts'
import { beginMock, moved, placeOf, stepOf, type Mock } from './mock.ts'
import { phaseTitle, poolsOf, promptOf } from './script.ts'
import { mocks } from './session.ts'

class MockCandidate extends HTMLElement {
  #leave: (() => void) | undefined
  #timer: ReturnType<typeof setInterval> | undefined
  /** What the interviewer's page told, where storage does not. */
  #heard: Mock | undefined

  connectedCallback() {
    const form = part(this, 'form', HTMLFormElement)
    form.addEventListener('submit', (event) => {
      event.preventDefault()
      this.#follow(part(this, 'typed', HTMLInputElement).value)
    })
    part(this, 'next').addEventListener('click', () => this.#step(1))
    part(this, 'back').addEventListener('click', () => this.#step(-1))
    part(this, 'leave').addEventListener('click', () => {
      mocks.remove(SECOND_DEVICE)
      part(this, 'typed').focus()
    })
    part(this, 'prompts').hidden = true
    hear((running) => {
      this.#heard = running
      this.#show()
    })
    this.#leave = mocks.subscribe(() => this.#show())
    this.#timer = setInterval(() => this.#tick(), 500)
    this.#show()
  }

  disconnectedCallback() {
    this.#leave?.()
    clearInterval(this.#timer)
  }

  /** The interview of this browser goes before one that was typed in. */
  #mock(): { mock: Mock | undefined; byHand: boolean } {
    const running = mocks.running()?.mock ?? this.#heard
    return running ? { mock: running, byHand: false } : { mock: mocks.get(SECOND_DEVICE), byHand: true }
  }

  #show() {
    const { mock, byHand } = this.#mock()
    const place = mock && placeOf(mock)
    part(this, 'waiting').hidden = mock !== undefined
    part(this, 'on').hidden = !mock
    part(this, 'hand').hidden = !mock || !byHand
    this.toggleAttribute('data-on', mock !== undefined)
    if (!mock || !place) return
    say(part(this, 'phase'), phaseTitle(place.phase.phase))
    say(part(this, 'prompt'), promptOf(place.asked.question))
    part(this, 'back').hidden = stepOf(mock, -1) === undefined
    part(this, 'next').hidden = stepOf(mock, 1) === undefined
    this.#tick()
  }

  #tick() {
    const { mock, byHand } = this.#mock()
    const time = part(this, 'time')
    time.hidden = byHand
    if (!mock) return
    const left = leftOf(mock.countdown, Date.now()).phase
    const stands = mock.countdown.pausedAt === null ? '' : ', paused'
    say(time, `${inDigits(left)} ${left <= -1000 ? 'over' : 'left'}${stands}`)
  }

  #follow(typed: string) {
    const code = codeOf(typed)
    part(this, 'wrong').hidden = code !== undefined
    if (!code) {
      part(this, 'typed').focus()
      return
    }
    const agenda = drawAgenda(code.length, poolsOf(code.length), chanceOf(textOf(code)))
    mocks.put(SECOND_DEVICE, beginMock(code, agenda, { alone: false, recording: false }, Date.now()))
    part(this, 'prompt').focus()
  }

  #step(by: 1 | -1) {
    const mock = mocks.get(SECOND_DEVICE)
    const to = mock && stepOf(mock, by)
    if (!to) return
    mocks.put(SECOND_DEVICE, moved(mock, to, Date.now()))
    part(this, 'prompt').focus()
  }
}

customElements.define('mock-candidate', MockCandidate)
