/** `<interview-date>`: takes date, hour and zone of the interview, and says how long it is until then. */
import { storage } from '../browser-storage.ts'
import { InterviewStore } from './interview-store.ts'
import { instantOf, inWords, isZone, localOf, MINUTE, untilInterview } from './interview.ts'

class InterviewDate extends HTMLElement {
  readonly #store = new InterviewStore(storage)
  #leave: (() => void) | undefined
  #clock: ReturnType<typeof setInterval> | undefined

  connectedCallback() {
    const form = this.#form
    form.hidden = false
    form.addEventListener('submit', (event) => {
      event.preventDefault()
      this.#set()
    })
    this.#part('forget').addEventListener('click', () => {
      this.#store.forget()
      this.#input('local').focus()
    })
    this.#input('zone').addEventListener('focus', () => this.#offerZones(), { once: true })
    this.#leave = this.#store.subscribe(() => this.#show())
    this.#clock = setInterval(() => this.#tell(), MINUTE / 4)
    this.#show()
  }

  disconnectedCallback() {
    this.#leave?.()
    clearInterval(this.#clock)
  }

  #set() {
    const zone = this.#input('zone').value.trim()
    const start = instantOf(this.#input('local').value, zone)
    const wrong = isZone(zone)
      ? 'This is no date with an hour. Example: 25.11.2026, 14:30.'
      : `"${zone}" is no time zone that this browser knows. Example: Europe/Paris.`
    this.#part('wrong').textContent = start === undefined ? wrong : ''
    if (start !== undefined) this.#store.set({ start, zone })
  }

  /** Puts what is kept into the form, and says it. */
  #show() {
    const interview = this.#store.get()
    const zone = interview?.zone ?? this.dataset['zone'] ?? 'UTC'
    this.#input('zone').value = zone
    this.#input('local').value = interview ? localOf(interview.start, zone) : ''
    this.#part('forget').hidden = !interview
    this.#tell()
  }

  #tell() {
    const interview = this.#store.get()
    const told = this.#part('told')
    if (!interview) {
      told.textContent = 'No date is set. Plan and cards assume that it is in three days.'
      return
    }
    const { minutes, over } = untilInterview(interview.start, Date.now())
    const at = new Date(interview.start).toLocaleString('en-GB', {
      ...{ timeZone: interview.zone, weekday: 'long', day: 'numeric', month: 'long' },
      ...{ hour: '2-digit', minute: '2-digit' },
    })
    const text = over ? `The interview began on ${at}.` : `In ${inWords(minutes)}: ${at} (${interview.zone}).`
    // A live region repeats what is set, so it is set only when it changes.
    if (told.textContent !== text) told.textContent = text
  }

  #offerZones() {
    const list = this.querySelector('datalist')
    list?.replaceChildren(
      ...Intl.supportedValuesOf('timeZone').map((zone) =>
        Object.assign(document.createElement('option'), { value: zone }),
      ),
    )
  }

  get #form(): HTMLFormElement {
    return found(this.querySelector('form'))
  }

  #input(name: string): HTMLInputElement {
    return found(this.querySelector<HTMLInputElement>(`input[name="${name}"]`))
  }

  #part(name: string): HTMLElement {
    return found(this.querySelector<HTMLElement>(`[data-part="${name}"]`))
  }
}

function found<T>(element: T | null): T {
  if (element === null) throw new Error('<interview-date> lacks a part of its markup')
  return element
}

customElements.define('interview-date', InterviewDate)
