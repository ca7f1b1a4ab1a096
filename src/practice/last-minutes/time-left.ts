/** `<time-left>`: how long it is until the interview. No live region: a clock that speaks would be in the way. */
import { say } from '../asks/ask-markup.ts'
import { storage } from '../browser-storage.ts'
import { InterviewStore } from '../interview/interview-store.ts'
import { inWords, MINUTE, untilInterview } from '../interview/interview.ts'
import { clockOf } from './hour.ts'

class TimeLeft extends HTMLElement {
  readonly #store = new InterviewStore(storage)
  #leave: (() => void) | undefined
  #clock: ReturnType<typeof setInterval> | undefined

  connectedCallback() {
    this.hidden = false
    this.#leave = this.#store.subscribe(() => this.#show())
    this.#clock = setInterval(() => this.#show(), MINUTE / 12)
    this.#show()
  }

  disconnectedCallback() {
    this.#leave?.()
    clearInterval(this.#clock)
  }

  #show() {
    const interview = this.#store.get()
    for (const state of this.querySelectorAll<HTMLElement>('[data-state]')) {
      const over = interview && untilInterview(interview.start, Date.now()).over
      state.hidden = state.dataset['state'] !== (!interview ? 'unset' : over ? 'over' : 'ahead')
    }
    if (!interview) return
    const { minutes } = untilInterview(interview.start, Date.now())
    for (const part of this.querySelectorAll<HTMLElement>('[data-part="minutes"]')) say(part, inWords(minutes))
    for (const part of this.querySelectorAll<HTMLElement>('[data-part="when"]')) say(part, clockOf(interview))
  }
}

customElements.define('time-left', TimeLeft)
