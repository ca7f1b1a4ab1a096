/** `<mock-script>`: of the whole script, shows the question that is asked now, with its notes and its recording. */
import { part, say, sayOne } from './markup.ts'
import { announce } from './mock-channel.ts'
import type { KeptMock } from './mock-store.ts'
import { inDebrief, moved, placeOf, stepOf } from './mock.ts'
import { NoteField } from './note-field.ts'
import { AnswerRecorder, canRecord, type RecorderState } from './recorder.ts'
import { phaseTitle, questionIn, spokenOf } from './script.ts'
import { mocks, onMoved, sayMoved } from './session.ts'
import { canSpeak, hush, speak } from './speech.ts'

class MockScript extends HTMLElement {
  readonly #notes = new NoteField(part(this, 'note', HTMLTextAreaElement), mocks)
  readonly #recorder = new AnswerRecorder((state) => this.#tellRecorder(state))
  readonly #leave: (() => void)[] = []
  /** What is on the screen, as `mock/question`. */
  #shown = ''
  #speaking = false

  connectedCallback() {
    part(this, 'next').addEventListener('click', () => this.#step(1))
    part(this, 'back').addEventListener('click', () => this.#step(-1))
    part(this, 'speak').addEventListener('click', () => this.#speak())
    part(this, 'record').addEventListener('click', () => this.#record())
    part(this, 'work').hidden = false
    part(this, 'speak').hidden = !canSpeak()
    this.#leave.push(
      mocks.subscribe(() => this.#show()),
      mocks.subscribe(announce(() => mocks.running()?.mock)),
      onMoved(() => this.#heading()?.focus()),
    )
    this.#show()
  }

  disconnectedCallback() {
    for (const leave of this.#leave.splice(0)) leave()
    this.#silence()
  }

  #kept(): KeptMock | undefined {
    const kept = mocks.current()
    return kept?.mock.finished === null && !inDebrief(kept.mock) ? kept : undefined
  }

  #question(): string | undefined {
    const kept = this.#kept()
    return kept && placeOf(kept.mock)?.asked.question
  }

  #heading = () => questionIn(this.#question() ?? '')?.querySelector<HTMLElement>('[data-prompt]')

  #show() {
    const kept = this.#kept()
    const question = this.#question()
    this.hidden = !kept
    const shown = kept && question !== undefined ? `${kept.id}/${question}` : ''
    if (shown !== this.#shown) this.#turnTo(shown)
    if (!kept || question === undefined) {
      this.#notes.keep()
      return
    }
    this.#notes.show(kept.id, question)
    this.#place(kept, question)
    part(this, 'recorder').hidden = !kept.mock.recording || !canRecord()
    // Nobody answers while the time stands.
    if (kept.mock.countdown.pausedAt !== null) this.#silence()
  }

  /** Another question: what is said or recorded belongs to the one before. */
  #turnTo(shown: string) {
    this.#shown = shown
    this.#silence()
    sayOne(part(this, 'recorder'), undefined)
    const { alone = false } = this.#kept()?.mock ?? {}
    for (const details of questionIn(this.#question() ?? '')?.querySelectorAll('details') ?? []) details.open = !alone
  }

  #place({ mock }: KeptMock, question: string) {
    const place = placeOf(mock)
    for (const phase of this.querySelectorAll<HTMLElement>('[data-phase]')) {
      phase.hidden = phase.dataset['phase'] !== place?.phase.phase
    }
    for (const one of this.querySelectorAll<HTMLElement>('[data-question]')) {
      one.hidden = one.dataset['question'] !== question
    }
    part(this, 'gone').hidden = questionIn(question) !== undefined
    const { length } = place?.phase.slots ?? []
    say(part(this, 'number'), `Question ${mock.slot + 1} of ${length}, ${place?.asked.minutes ?? 0} minutes`)
    const next = stepOf(mock, 1)
    const another = next && next.phase !== mock.countdown.phase && mock.agenda[next.phase]
    say(part(this, 'next'), another ? `Next phase: ${phaseTitle(another.phase)}` : 'Next question')
    part(this, 'back').hidden = stepOf(mock, -1) === undefined
  }

  #step(by: 1 | -1) {
    const kept = this.#kept()
    const to = kept && stepOf(kept.mock, by)
    if (!to) return
    this.#notes.keep()
    mocks.put(kept.id, moved(kept.mock, to, Date.now()))
    sayMoved()
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
    say(part(this, 'speak'), speaking ? 'Stop reading' : 'Read it out')
  }

  #record() {
    const kept = this.#kept()
    const question = this.#question()
    if (this.dataset['recording'] !== undefined) void this.#recorder.stop()
    else if (kept && question !== undefined) void this.#recorder.start(kept.id, question)
  }

  #tellRecorder(state: RecorderState) {
    const busy = state === 'asking' || state === 'recording'
    this.toggleAttribute('data-recording', busy)
    say(part(this, 'record'), busy ? 'Stop recording' : 'Record the answer')
    sayOne(part(this, 'recorder'), state)
  }
}

customElements.define('mock-script', MockScript)
