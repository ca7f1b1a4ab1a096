/**
 * `<interview-date>`: takes date, hour and zone of the interview, and says how long it is until then. Once a date is set
 * the form is put away behind "Change".
 */
import { allZones, candidates, offsetInWords, zoneWritten, type Candidate } from '../../schemas/zone-names.ts'
import { cityOf, isZone } from '../../schemas/zone.ts'
import { PracticeElement, say } from '../kit/element.ts'
import { moveFocus } from '../kit/focus.ts'
import { storage } from '../kit/storage/browser.ts'
import { inWords, MINUTE } from '../kit/time.ts'
import { InterviewStore } from './interview-store.ts'
import { instantOf, localOf, untilInterview, whenInWords, type Interview } from './interview.ts'

/** Links that lead here to set or change the date name its heading. */
const DATE_ANCHOR = 'interview-date'

class InterviewDate extends PracticeElement {
  readonly #store = new InterviewStore(storage)
  /** Whether a date that is set is being changed. */
  #isChanging = location.hash === `#${DATE_ANCHOR}`

  protected start() {
    const form = this.find('form', HTMLFormElement)
    this.on(form, 'submit', (event) => {
      event.preventDefault()
      this.#set()
    })
    this.on(this.find('change'), 'click', () => {
      this.#isChanging = !this.#isChanging
      this.#show()
    })
    this.on(this.find('forget'), 'click', () => {
      this.#isChanging = false
      this.#local.value = ''
      this.#store.forget()
      moveFocus(this.#local)
    })
    this.on(this.#zone, 'focus', () => this.#offerZones())
    this.on(this.#zone, 'change', () => this.#tellCity())
    // The browser cannot point at a field that is folded away.
    this.on(this.#zone, 'invalid', () => {
      this.find('where', HTMLDetailsElement).open = true
    })
    this.until(this.#store.subscribe(() => this.#show()))
    this.every(MINUTE / 4, () => this.#tell())
    this.#show()
  }

  #set() {
    const typed = this.#zone.value.trim()
    const zone = isZone(typed) ? typed : zoneWritten(typed)
    if (zone === undefined) {
      this.#ask(typed)
      return
    }
    const start = instantOf(this.#local.value, zone)
    this.#answered()
    if (start === undefined)
      this.find('wrong').textContent = 'This is no date with an hour. Example: 25.11.2026, 14:30.'
    else {
      this.#isChanging = false
      this.#store.set({ start, zone })
      moveFocus(this.find('change'))
    }
  }

  /** Asks which zone is meant by something that is none, or not one alone. */
  #ask(typed: string) {
    const offered = candidates(typed, new Intl.DateTimeFormat().resolvedOptions().timeZone)
    const question = offered.length > 0 ? 'Which is meant?' : 'Type a city in it. Example: Europe/Paris.'
    this.find('wrong').textContent = `"${typed}" is not the name of a time zone. ${question}`
    this.find('where', HTMLDetailsElement).open = true
    this.find('which').hidden = offered.length === 0
    this.find('which').replaceChildren(...offered.map((candidate) => this.#offer(candidate)))
  }

  #offer({ zone, called }: Candidate): HTMLButtonElement {
    const says = [called, `${offsetInWords(zone, Date.now())} now`].filter(Boolean).join(', ')
    const button = Object.assign(document.createElement('button'), { type: 'button', textContent: `${zone} (${says})` })
    button.addEventListener('click', () => {
      this.#zone.value = zone
      this.#set()
      if (!this.find('form').hidden) moveFocus(this.#zone)
    })
    return button
  }

  /** Whose clocks the hour is of, also while the field for it is folded away. */
  #tellCity() {
    const typed = this.#zone.value.trim()
    say(this.find('city'), isZone(typed) ? cityOf(typed) : typed)
  }

  #answered() {
    this.find('wrong').textContent = ''
    this.find('which').hidden = true
  }

  /** Puts what is kept into the form, and says it. */
  #show() {
    const unclear = this.#store.unclear()
    const kept = this.#store.get() ?? unclear
    this.#zone.value = kept?.zone ?? this.#companyZone
    // What is being typed while nothing is kept stays.
    if (kept) this.#local.value = this.#localOf(kept)
    this.#tellCity()
    this.find('forget').hidden = !kept
    this.#fold()
    if (unclear) this.#ask(unclear.zone)
    else this.#answered()
    this.#tell()
  }

  /** Puts the form away while a date is set and nobody changes it. */
  #fold() {
    const isSet = this.#store.get() !== undefined
    const isClosed = isSet && !this.#isChanging
    this.toggleAttribute('data-closed', isClosed)
    this.find('form').hidden = isClosed
    this.find('at').hidden = !isSet
    this.find('told').hidden = isSet
    this.find('heading').classList.toggle('unseen', isClosed)
    this.find('change').setAttribute('aria-expanded', String(!isClosed))
  }

  /** The hour as it was typed. Where this browser does not know the zone at all, as clocks at the company show it. */
  #localOf({ start, zone }: Interview): string {
    try {
      return localOf(start, zone)
    } catch {
      return localOf(start, this.#companyZone)
    }
  }

  #tell() {
    const interview = this.#store.get()
    if (!interview) {
      const unclear =
        'The date that you set is kept, but its time zone is not clear. Until it is, plan and cards do not use it.'
      const unset = 'No date is set. Plan and cards assume that it is in three days.'
      say(this.find('told'), this.#store.unclear() ? unclear : unset)
      return
    }
    const { minutes, over } = untilInterview(interview.start, Date.now())
    say(this.find('when'), whenInWords(interview))
    say(this.find('left'), over ? 'it has begun' : `in ${inWords(minutes)}`)
  }

  #offerZones() {
    const list = this.find('zones')
    if (list.childElementCount > 0) return
    const options = allZones().map((zone) => {
      const label = `${cityOf(zone)}, ${offsetInWords(zone, Date.now())}`
      return Object.assign(document.createElement('option'), { value: zone, label })
    })
    list.append(...options)
  }

  get #local(): HTMLInputElement {
    return this.find('local', HTMLInputElement)
  }

  get #zone(): HTMLInputElement {
    return this.find('zone', HTMLInputElement)
  }

  get #companyZone(): string {
    return this.dataset['zone'] ?? 'UTC'
  }
}

customElements.define('interview-date', InterviewDate)
