/**
 * `<mock-candidate>`: the prompt alone, large. Follows the interview of this browser; on a second device it draws the
 * same agenda from the code that is typed in, and is moved on by hand.
 */
import { PracticeElement, say } from '../../kit/element.ts'
import { moveFocus } from '../../kit/focus.ts'
import { agendaOf } from '../agenda/agenda.ts'
import { codeOf } from '../agenda/agenda-code.ts'
import { titleOf } from '../facts.ts'
import { beginMock, moved, placeOf, stepOf, type Mock } from '../mock.ts'
import { facts, mocks, promptOf } from '../mock-page.ts'
import { SECOND_DEVICE } from '../mock-store.ts'
import { inDigits, leftOf } from './countdown.ts'
import { hear } from './mock-channel.ts'

class MockCandidate extends PracticeElement {
  readonly #typed = this.find('typed', HTMLInputElement)
  /** What the interviewer's page told, where storage does not. */
  #heard: Mock | undefined

  protected start() {
    this.on(this.find('form'), 'submit', (event) => {
      event.preventDefault()
      this.#follow(this.#typed.value)
    })
    this.on(this.find('next'), 'click', () => this.#step(1))
    this.on(this.find('back'), 'click', () => this.#step(-1))
    this.on(this.find('leave'), 'click', () => {
      mocks.remove(SECOND_DEVICE)
      moveFocus(this.#typed)
    })
    this.find('prompts').hidden = true
    this.until(
      hear((running) => {
        this.#heard = running
        this.#show()
      }),
    )
    this.until(mocks.subscribe(() => this.#show()))
    this.every(500, () => this.#tick())
    this.#show()
  }

  /** The interview of this browser goes before one that was typed in. */
  #mock(): { mock: Mock | undefined; byHand: boolean } {
    const running = mocks.running()?.mock ?? this.#heard
    return running ? { mock: running, byHand: false } : { mock: mocks.get(SECOND_DEVICE), byHand: true }
  }

  #show() {
    const { mock, byHand } = this.#mock()
    const place = mock && placeOf(mock)
    this.find('waiting').hidden = mock !== undefined
    this.find('on').hidden = !mock
    this.find('hand').hidden = !mock || !byHand
    this.toggleAttribute('data-on', mock !== undefined)
    if (!mock || !place) return
    say(this.find('phase'), titleOf(facts, place.phase.phase))
    say(this.find('prompt'), promptOf(place.asked.question))
    this.find('back').hidden = stepOf(mock, -1) === undefined
    this.find('next').hidden = stepOf(mock, 1) === undefined
    this.#tick()
  }

  #tick() {
    const { mock, byHand } = this.#mock()
    const time = this.find('time')
    time.hidden = byHand
    if (!mock) return
    const left = leftOf(mock.countdown, Date.now()).phase
    const stands = mock.countdown.pausedAt === null ? '' : ', paused'
    say(time, `${inDigits(left)} ${left <= -1000 ? 'over' : 'left'}${stands}`)
  }

  #follow(typed: string) {
    const code = codeOf(typed)
    this.find('wrong').hidden = code !== undefined
    if (!code) {
      moveFocus(this.#typed)
      return
    }
    const agenda = agendaOf(code, facts.phases)
    mocks.put(SECOND_DEVICE, beginMock(code, agenda, { alone: false, recording: false }, Date.now()))
    moveFocus(this.find('prompt'))
  }

  #step(by: 1 | -1) {
    const mock = mocks.get(SECOND_DEVICE)
    const to = mock && stepOf(mock, by)
    if (!to) return
    mocks.put(SECOND_DEVICE, moved(mock, to, Date.now()))
    moveFocus(this.find('prompt'))
  }
}

customElements.define('mock-candidate', MockCandidate)
