/** `<time-left>`: how long it is until the interview. No live region: a clock that speaks would be in the way. */
import { InterviewStore } from '../interview/interview-store.ts'
import { clockOf, untilInterview } from '../interview/interview.ts'
import { PracticeElement, say } from '../kit/element.ts'
import { storage } from '../kit/storage/browser.ts'
import { inWords, MINUTE } from '../kit/time.ts'

class TimeLeft extends PracticeElement {
  readonly #store = new InterviewStore(storage)

  protected start() {
    this.hidden = false
    this.until(this.#store.subscribe(() => this.#show()))
    this.every(MINUTE / 12, () => this.#show())
    this.#show()
  }

  #show() {
    const interview = this.#store.get()
    const { minutes, over } = untilInterview(interview?.start ?? 0, Date.now())
    this.find('unset').hidden = interview !== undefined
    this.find('ahead').hidden = !interview || over
    this.find('over').hidden = !interview || !over
    if (!interview) return
    say(this.find('minutes'), inWords(minutes))
    for (const name of ['begins', 'began']) say(this.find(name), clockOf(interview))
  }
}

customElements.define('time-left', TimeLeft)
