/** `<show-codes>`: shows everything as QR codes, one after the other, for another device to read. */
import { data } from './browser-data.ts'
import { drawCode } from './code-picture.ts'
import { counted, isOnlyHere } from './kept.ts'
import { pack } from './pack.ts'
import { onPress, part, say, sayOnly } from './parts.ts'
import { fragmentOf, MANY_CODES, split } from './transfer.ts'

/** Milliseconds that a code stays when they change by themselves: time to point, read and tap. */
const PACE = 6000

class ShowCodes extends HTMLElement {
  #links: string[] = []
  /** The code that is shown, from 0. */
  #at = 0
  #clock: ReturnType<typeof setInterval> | undefined

  connectedCallback() {
    part(this, 'use').hidden = false
    part(this, 'only-here').hidden = !isOnlyHere(location.hostname)
    onPress(this, 'show', () => void this.#toggle())
    onPress(this, 'previous', () => this.#step(-1))
    onPress(this, 'next', () => this.#step(1))
    onPress(this, 'play', () => this.#play(this.#clock === undefined))
  }

  disconnectedCallback() {
    this.#play(false)
  }

  async #toggle() {
    if (!this.#codes.hidden) {
      this.#hide()
      return
    }
    if (data.isEmpty()) {
      sayOnly(this, 'empty')
      return
    }
    if (typeof CompressionStream === 'undefined') {
      sayOnly(this, 'cannot')
      return
    }
    const pieces = split(await pack(data.exportForCodes()))
    if (pieces.length === 0) {
      sayOnly(this, 'too-many')
      return
    }
    this.#links = pieces.map((piece) => `${location.origin}${location.pathname}${fragmentOf(piece)}`)
    sayOnly(this, ...(pieces.length > MANY_CODES ? ['many'] : []))
    part<HTMLTextAreaElement>(this, 'links').value = this.#links.join('\n')
    this.#at = 0
    this.#codes.hidden = false
    this.#label('show', 'Hide the codes')
    this.#draw()
    part(this, 'place').focus()
  }

  #hide() {
    this.#play(false)
    this.#codes.hidden = true
    this.#label('show', 'Show the codes')
  }

  #step(by: number) {
    this.#at = (this.#at + by + this.#links.length) % this.#links.length
    this.#draw()
  }

  #draw() {
    const link = this.#links[this.#at] ?? ''
    drawCode(part<SVGSVGElement>(this, 'code'), link)
    say(part(this, 'place'), `Code ${this.#at + 1} of ${this.#links.length}`)
    part<HTMLTextAreaElement>(this, 'link').value = link
    const progress = part<HTMLProgressElement>(this, 'progress')
    progress.max = this.#links.length
    progress.value = this.#at + 1
    const isAlone = this.#links.length === 1
    part(this, 'steps').hidden = isAlone
    say(part(this, 'many'), counted(this.#links.length, 'code'))
  }

  #play(on: boolean) {
    clearInterval(this.#clock)
    this.#clock = on ? setInterval(() => this.#step(1), PACE) : undefined
    this.#label('play', on ? 'Pause' : `Change every ${PACE / 1000} seconds`)
  }

  #label(button: string, text: string) {
    const found = this.querySelector(`[data-do="${button}"]`)
    if (found) say(found, text)
  }

  get #codes(): HTMLElement {
    return part(this, 'codes')
  }
}

customElements.define('show-codes', ShowCodes)
