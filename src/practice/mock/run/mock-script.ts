/** `<mock-script>`: of the whole script, shows the question that is asked now, with its notes and its recording. */
import { PracticeElement, say } from '../../kit/element.ts'
import { moveFocus } from '../../kit/focus.ts'
import { TypedField } from '../../kit/typed-field.ts'
import { titleOf } from '../facts.ts'
import { inDebrief, moved, noteId, placeOf, stepOf } from '../mock.ts'
import { facts, mocks, questionIn, sayMoved, spokenOf } from '../mock-page.ts'
import type { KeptMock } from '../mock-store.ts'
import { AnswerRecorder, canRecord, type RecorderState } from '../recording/answer-recorder.ts'
import { announce } from './mock-channel.ts'
import { canSpeak, hush, speak } from './speech.ts'

class MockScript extends PracticeElement {
  readonly #recorder = new AnswerRecorder((state) => this.#tellRecorder(state))
  #notes: TypedField | undefined
  /** Id of the note on what is on the screen; empty when no question is. */
  #shown = ''
  #speaking = false
  #recording = false

  protected start() {
    this.#notes = new TypedField(
      this.find('note', HTMLTextAreaElement),
      (text) => mocks.setNote(this.#shown, text),
      this.signal,
    )
    this.on(this.find('next'), 'click', () => this.#step(1))
    this.on(this.find('back'), 'click', () => this.#step(-1))
    this.on(this.find('speak'), 'click', () => this.#speak())
    this.on(this.find('record'), 'click', () => this.#record())
    this.find('work').hidden = false
    this.find('speak').hidden = !canSpeak()
    this.until(mocks.subscribe(() => this.#show()))
    this.until(mocks.subscribe(announce(() => mocks.running()?.mock)))
    this.on(document, 'mock-moved', () => moveFocus(this.#element()?.querySelector<HTMLElement>('[data-prompt]')))
    this.until(() => this.#silence())
    this.#show()
  }

  #kept(): KeptMock | undefined {
    const kept = mocks.current()
    return kept?.mock.finished === null && !inDebrief(kept.mock) ? kept : undefined
  }

  #question(): string | undefined {
    const kept = this.#kept()
    return kept && placeOf(kept.mock)?.asked.question
  }

  #element = () => questionIn(this.#question() ?? '')

  #show() {
    const kept = this.#kept()
    const question = this.#question()
    this.hidden = !kept
    const shown = kept && question !== undefined ? noteId(kept.id, question) : ''
    if (shown === this.#shown) this.#notes?.show(mocks.note(shown))
    else this.#turnTo(shown)
    if (!kept || question === undefined) return
    this.#place(kept, question)
    this.find('recorder').hidden = !kept.mock.recording || !canRecord()
    // Nobody answers while the time stands.
    if (kept.mock.countdown.pausedAt !== null) this.#silence()
  }

  /** Another question: what is typed, said or recorded belongs to the one before. */
  #turnTo(shown: string) {
    this.#notes?.replace(mocks.note(shown))
    this.#shown = shown
    this.#silence()
    this.#sayOfRecorder(undefined)
    const { alone = false } = this.#kept()?.mock ?? {}
    for (const details of this.#element()?.querySelectorAll('details') ?? []) details.open = !alone
  }

  #place({ mock }: KeptMock, question: string) {
    const place = placeOf(mock)
    for (const phase of this.querySelectorAll<HTMLElement>('[data-phase]')) {
      phase.hidden = phase.dataset['phase'] !== place?.phase.phase
    }
    for (const one of this.querySelectorAll<HTMLElement>('[data-question]')) {
      one.hidden = one.dataset['question'] !== question
    }
    this.find('gone').hidden = questionIn(question) !== undefined
    const { length } = place?.phase.slots ?? []
    say(this.find('number'), `Question ${mock.slot + 1} of ${length}, ${place?.asked.minutes ?? 0} minutes`)
    const next = stepOf(mock, 1)
    const another = next && next.phase !== mock.countdown.phase && mock.agenda[next.phase]
    say(this.find('next'), another ? `Next phase: ${titleOf(facts, another.phase)}` : 'Next question')
    this.find('back').hidden = stepOf(mock, -1) === undefined
  }

  #step(by: 1 | -1) {
    const kept = this.#kept()
    const to = kept && stepOf(kept.mock, by)
    if (!to) return
    this.#notes?.keep()
    mocks.put(kept.id, moved(kept.mock, to, Date.now()))
    sayMoved(this)
  }

  #silence() {
    if (this.#speaking) hush()
    void this.#recorder.stop()
  }

  #speak() {
    if (this.#speaking) {
      hush()
      return
    }
    this.#tellSpeech(true)
    speak(spokenOf(this.#question() ?? ''), () => this.#tellSpeech(false))
  }

  #tellSpeech(speaking: boolean) {
    this.#speaking = speaking
    say(this.find('speak'), speaking ? 'Stop reading' : 'Read it out')
  }

  #record() {
    const kept = this.#kept()
    const question = this.#question()
    if (this.#recording) void this.#recorder.stop()
    else if (kept && question !== undefined) void this.#recorder.start(kept.id, question)
  }

  #tellRecorder(state: RecorderState) {
    this.#recording = state === 'asking' || state === 'recording'
    say(this.find('record'), this.#recording ? 'Stop recording' : 'Record the answer')
    this.#sayOfRecorder(state)
  }

  /** Shows the sentence of a state; none for undefined. */
  #sayOfRecorder(state: RecorderState | undefined) {
    for (const sentence of this.find('recorder').querySelectorAll<HTMLElement>('[data-says]')) {
      sentence.hidden = sentence.dataset['says'] !== state
    }
  }
}

customElements.define('mock-script', MockScript)
